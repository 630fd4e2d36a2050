using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.Facts.Linking;

/// <summary>What of a line of models is named beside it.</summary>
internal static class NamedReleases
{
    // A fine-tune of Vicuna is built on what Vicuna is built on.
    private const int MaxDepth = 2;

    /// <summary>The one release of a family that some names mean; null where they mean none of it, or several.</summary>
    public static SubjectView? OnlyReleaseOf(this FactBase facts, SubjectView family, IEnumerable<EntityLink> links) =>
        links.Select(link => link.Subject).Where(named => named is Release && facts.FamilyOf(named) == family).Distinct().Take(2).ToArray()
            is [var only]
            ? only
            : null;

    /// <summary>The releases of a family that some names mean for certain.</summary>
    public static ImmutableArray<SubjectView> ReleasesNamed(this FactBase facts, SubjectView family, IEnumerable<EntityLink> links) =>
        [
            .. links
                .Where(link => link is { IsAmbiguous: false, IsTypo: false, Version: null, Subject: Release })
                .Select(link => link.Subject)
                .Where(named => facts.FamilyOf(named) == family)
                .Distinct(),
        ];

    /// <summary>The releases of a family on which other models are built.</summary>
    public static ImmutableArray<SubjectView> ReleasesUnder(this FactBase facts, SubjectView family, IEnumerable<SubjectView> models) =>
        [
            .. models
                .Where(model => model.IsModel && facts.FamilyOf(model) != family)
                .SelectMany(model => facts.ReleasesOf(model))
                .SelectMany(release => facts.BasesOf(release))
                .Where(on => facts.FamilyOf(on) == family)
                .Distinct(),
        ];

    private static IEnumerable<SubjectView> BasesOf(this FactBase facts, Release release)
    {
        SubjectView[] built = [release];
        for (var depth = 0; depth < MaxDepth && built.Length > 0; depth++)
        {
            built =
            [
                .. built
                    .OfType<Release>()
                    .SelectMany(one => one.All(Properties.BasedOn))
                    .Select(statement => facts.Find(statement.Value))
                    .OfType<SubjectView>(),
            ];
            foreach (var on in built)
                yield return on;
        }
    }
}
