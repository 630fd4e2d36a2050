using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Storage;

namespace AiNewsBot.Curation.Transfer;

/// <summary>A statement in a file with all facts.</summary>
internal sealed record FullExportStatement
{
    public string Property { get; set; } = "";

    public string Value { get; set; } = "";

    public string? ValidFrom { get; set; }

    public string? ValidTo { get; set; }

    public string VerifiedOn { get; set; } = "";

    public string Rank { get; set; } = "normal";

    public string? Note { get; set; }

    public ImmutableSortedDictionary<string, string>? Qualifiers { get; set; }

    public ImmutableArray<SourceJson> Sources { get; set; } = [];

    /// <summary>As a statement in a file of edits.</summary>
    public TransferEntry ToEntry(string subject) =>
        new()
        {
            Subject = subject,
            Property = Property,
            Value = Value,
            ValidFrom = ValidFrom,
            ValidTo = ValidTo,
            VerifiedOn = VerifiedOn,
            Rank = Rank,
            Note = Note,
            Qualifiers = Qualifiers,
            Sources = Sources.IsDefault ? [] : [.. Sources.Select(source => source with { Kind = KindOf(source.Kind) })],
        };

    private static string KindOf(string kind) =>
        kind switch
        {
            "first-hand" => nameof(SourceKind.FirstHand),
            "secondary" => nameof(SourceKind.Secondary),
            "index" => nameof(SourceKind.Index),
            _ => kind,
        };
}
