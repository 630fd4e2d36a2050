using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.Facts.Linking;

/// <summary>What of a line of models is named beside it.</summary>
internal static class NamedReleases
{
    /// <summary>The one release of a family that some names mean; null where they mean none of it, or several.</summary>
    public static SubjectView? OnlyReleaseOf(this FactBase facts, SubjectView family, IEnumerable<EntityLink> links) =>
        links.Select(link => link.Subject).Where(named => named is Release && facts.FamilyOf(named) == family).Distinct().Take(2).ToArray()
            is [var only]
            ? only
            : null;
}
