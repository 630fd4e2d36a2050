using System.Collections.Immutable;
using System.Text.Json;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.DatasetReading;

/// <summary>A subject in a file with all facts: what is empty is left out, and what the file lacks is empty. Its members can be set, as
/// a reader made at compile time keeps no other defaults.</summary>
public sealed record ExportedSubject
{
    /// <summary>Its slug.</summary>
    public string Id { get; set; } = "";

    /// <summary>Its kind, in words with hyphens.</summary>
    public string? Kind { get; set; }

    /// <summary>Its name.</summary>
    public string? Name { get; set; }

    /// <summary>The slug of what it belongs to.</summary>
    public string? Parent { get; set; }

    /// <summary>What it is, in a sentence.</summary>
    public string? About { get; set; }

    /// <summary>Other names of it.</summary>
    public ImmutableArray<string>? Aliases { get; set; }

    /// <summary>Its details by name.</summary>
    public ImmutableSortedDictionary<string, string>? Details { get; set; }

    /// <summary>Slugs of what it is related to.</summary>
    public ImmutableArray<string>? Related { get; set; }

    /// <summary>How it is asked about.</summary>
    public ImmutableArray<string>? Asks { get; set; }

    /// <summary>What is stated of it.</summary>
    public ImmutableArray<ExportedStatement> Statements { get; set; } = [];

    internal static ExportedSubject From(Subject subject) =>
        new()
        {
            Id = subject.Id,
            Kind = JsonNamingPolicy.KebabCaseLower.ConvertName(subject.Kind.ToString()),
            Name = subject.Name,
            Parent = subject.Parent,
            About = subject.About,
            Aliases = NullIfEmpty(subject.Aliases),
            Details = subject.Details.IsEmpty ? null : subject.Details,
            Related = NullIfEmpty(subject.Related),
            Asks = NullIfEmpty(subject.Asks),
            Statements = [.. subject.Statements.Select(ExportedStatement.From)],
        };

    private static ImmutableArray<string>? NullIfEmpty(ImmutableArray<string> texts) => texts.IsEmpty ? null : texts;
}
