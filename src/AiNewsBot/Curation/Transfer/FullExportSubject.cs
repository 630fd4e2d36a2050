using System.Collections.Immutable;

namespace AiNewsBot.Curation.Transfer;

/// <summary>A subject in a file with all facts.</summary>
internal sealed record FullExportSubject
{
    public string Id { get; set; } = "";

    public ImmutableArray<string> Aliases { get; set; } = [];

    public ImmutableArray<TransferEntry> Statements { get; set; } = [];
}
