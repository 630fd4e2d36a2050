using System.Collections.Immutable;
using System.Text.Json;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.DatasetReading;

/// <summary>A statement in a file with all facts: all of it as text, so that what is wrong with a value can be said of it.</summary>
public sealed record ExportedStatement
{
    /// <summary>What is stated.</summary>
    public string Property { get; set; } = "";

    /// <summary>As what.</summary>
    public string Value { get; set; } = "";

    /// <summary>Since when, as the dataset writes dates.</summary>
    public string? ValidFrom { get; set; }

    /// <summary>Until when.</summary>
    public string? ValidTo { get; set; }

    /// <summary>The day on which its source was read last.</summary>
    public string VerifiedOn { get; set; } = "";

    /// <summary>How it ranks among others.</summary>
    public string Rank { get; set; } = "normal";

    /// <summary>What is to be said beside it.</summary>
    public string? Note { get; set; }

    /// <summary>Its details by name.</summary>
    public ImmutableSortedDictionary<string, string>? Qualifiers { get; set; }

    /// <summary>Where it was read.</summary>
    public ImmutableArray<SourceText> Sources { get; set; } = [];

    internal static ExportedStatement From(Statement statement) =>
        new()
        {
            Property = statement.Property,
            Value = statement.Value,
            ValidFrom = statement.ValidFrom?.Text,
            ValidTo = statement.ValidTo?.Text,
            VerifiedOn = IsoDay.Format(statement.VerifiedOn),
            Rank = InWords(statement.Rank),
            Note = statement.Note,
            Qualifiers = statement.Qualifiers.IsEmpty ? null : statement.Qualifiers,
            Sources = [.. statement.Sources.Select(source => SourceText.From(source, InWords(source.Kind)))],
        };

    // With hyphens: first-hand.
    private static string InWords(Enum value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
