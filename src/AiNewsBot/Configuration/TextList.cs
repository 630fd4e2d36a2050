using System.Collections.ObjectModel;
using System.ComponentModel;
using System.Globalization;

namespace AiNewsBot.Configuration;

/// <summary>Several values under one key: numbered (Key:0, Key:1) as in JSON, or in one text with commas between them, which is easier in an environment variable.</summary>
[TypeConverter(typeof(Converter))]
public sealed class TextList : Collection<string>
{
    private static readonly char[] Separators = [',', ';', ' '];

    public TextList()
    {
    }

    private TextList(IList<string> values)
        : base(values)
    {
    }

    public override string ToString() => string.Join(",", this);

    private sealed class Converter : TypeConverter
    {
        public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string);

        public override object ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
            new TextList(((string)value).Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList());
    }
}
