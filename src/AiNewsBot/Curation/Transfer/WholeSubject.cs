using System.Collections.Immutable;

namespace AiNewsBot.Curation.Transfer;

/// <summary>A subject in a file with all facts.</summary>
public sealed record WholeSubject
{
    public string Id { get; set; } = "";

    public ImmutableArray<string> Aliases { get; set; } = [];

    public ImmutableArray<WholeStatement> Statements { get; set; } = [];
}
