using System.Collections.Immutable;

namespace AiNewsBot.Curation.Transfer;

/// <summary>A subject in a file with all facts.</summary>
internal sealed record FullExportSubject
{
    public string Id { get; set; } = "";

    public string Kind { get; set; } = "";

    public string Name { get; set; } = "";

    public string? Parent { get; set; }

    public string? About { get; set; }

    public ImmutableArray<string> Aliases { get; set; } = [];

    public ImmutableSortedDictionary<string, string> Details { get; set; } = ImmutableSortedDictionary<string, string>.Empty;

    public ImmutableArray<string> Related { get; set; } = [];

    public ImmutableArray<string> Asks { get; set; } = [];

    public ImmutableArray<TransferEntry> Statements { get; set; } = [];
}
