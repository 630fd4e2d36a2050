using System.Collections.ObjectModel;
using Microsoft.Extensions.Configuration;

namespace AiNewsBot.Configuration;

/// <summary>Several values under one key: numbered (Key:0, Key:1) as in JSON, or in one text with commas between them, which is easier in
/// an environment variable.</summary>
internal sealed class CommaSeparatedList : Collection<string>
{
    private static readonly char[] Separators = [',', ';', ' '];

    public CommaSeparatedList() { }

    private CommaSeparatedList(IList<string> values)
        : base(values) { }

    public override string ToString() => string.Join(",", this);

    /// <summary>The values under a key; null without a value.</summary>
    internal static CommaSeparatedList? FromSection(IConfigurationSection section) =>
        section.Value is { } text
            ? new CommaSeparatedList([.. text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)])
        : section.Exists() ? new CommaSeparatedList([.. section.GetChildren().Select(child => child.Value).OfType<string>()])
        : null;
}
