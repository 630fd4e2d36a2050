using System.Collections.Immutable;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.Curation.Transfer;

/// <summary>What an import would do.</summary>
/// <param name="Adds">What is new.</param>
/// <param name="Changes">What changes a fact without local edits.</param>
/// <param name="Conflicts">What changes a fact that was edited here.</param>
/// <param name="Same">How many are here already.</param>
/// <param name="Refusals">What cannot be a fact.</param>
internal sealed record ImportPlan(
    ImmutableArray<Change> Adds,
    ImmutableArray<Change> Changes,
    ImmutableArray<Change> Conflicts,
    int Same,
    ImmutableArray<RefusedEntry> Refusals
)
{
    /// <summary>Makers and models that come with it.</summary>
    public ImmutableArray<Subject> Subjects { get; init; } = [];

    /// <summary>The facts with them.</summary>
    public FactBase? Facts { get; init; }

    /// <summary>All that would be written.</summary>
    public IReadOnlyList<Change> All => [.. Adds, .. Changes, .. Conflicts];
}
