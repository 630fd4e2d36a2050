using System.Collections.ObjectModel;
using Microsoft.Extensions.Configuration;

namespace AiNewsBot.Configuration;

/// <summary>Several values under one key: numbered (Key:0, Key:1) as in JSON, or in one text with commas between them, which is easier in an environment variable.</summary>
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

    /// <summary>What stands under a key; null when nothing does.</summary>
    internal static TextList? Of(IConfigurationSection section) => section.Value is { } text
        ? new TextList([.. text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)])
        : section.Exists() ? new TextList([.. section.GetChildren().Select(child => child.Value).OfType<string>()]) : null;
}
