using System.Collections.Immutable;
using AiNewsBot.Storage;

namespace AiNewsBot.Curation.Editing;

/// <summary>The parts of what a statement says, which change and are taken back each
/// for itself. The day of the check goes with each change.</summary>
internal static class ContentParts
{
    private static readonly ImmutableArray<(
        string Name,
        Func<StatementContent, string> Read,
        Func<StatementContent, StatementContent, StatementContent> Take
    )> Parts =
    [
        ("state", content => content.State, (to, from) => to with { State = from.State }),
        ("value", content => content.Value, (to, from) => to with { Value = from.Value }),
        ("since", content => content.ValidFrom ?? "", (to, from) => to with { ValidFrom = from.ValidFrom }),
        ("until", content => content.ValidTo ?? "", (to, from) => to with { ValidTo = from.ValidTo }),
        ("source", content => string.Join('\n', content.Sources), (to, from) => to with { Sources = from.Sources }),
        ("note", content => content.Note ?? "", (to, from) => to with { Note = from.Note }),
        ("rank", content => content.Rank, (to, from) => to with { Rank = from.Rank }),
        ("details", content => string.Join('\n', content.Qualifiers), (to, from) => to with { Qualifiers = from.Qualifiers }),
        ("lock", content => content.IsLocked ? "locked" : "", (to, from) => to with { IsLocked = from.IsLocked }),
    ];

    /// <summary>The names of the parts that differ; all when nothing stood before.</summary>
    public static ImmutableHashSet<string> Changed(StatementContent? before, StatementContent after) =>
        [.. Parts.Where(part => before is null || part.Read(before) != part.Read(after)).Select(part => part.Name)];

    /// <summary>The current content, with these parts as they were.</summary>
    public static StatementContent Restore(StatementContent now, StatementContent stood, ImmutableHashSet<string> parts)
    {
        var restored = Parts.Where(part => parts.Contains(part.Name)).Aggregate(now, (content, part) => part.Take(content, stood));
        return restored with { VerifiedOn = stood.VerifiedOn };
    }
}
