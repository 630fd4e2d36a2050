using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.News.Digests;

/// <summary>What became more or less open within a span, by the history that the facts tell.</summary>
internal static class OpennessChanges
{
    /// <param name="after">The last day that does not count.</param>
    /// <param name="until">The last day that does.</param>
    /// <param name="about">The subject that it must be about, or belong to; null for any.</param>
    public static ImmutableArray<OpennessChange> Find(FactBase facts, DateOnly after, DateOnly until, string? about) =>
        [
            .. facts
                .History.Where(entry =>
                    entry.Kind is TimelineKind.WeightsOut or TimelineKind.LicenceChanged or TimelineKind.Kept
                    && entry.Date.Earliest > after
                    && entry.Date.Latest <= until
                    && (about is null || Concerns(facts, entry.Subject, about))
                )
                .Select(entry => ChangeOf(facts, entry))
                .OrderByDescending(change => change.Entry.Date.Latest),
        ];

    private static OpennessChange ChangeOf(FactBase facts, TimelineEntry entry) =>
        entry.Subject is Release release
            ? new OpennessChange(
                entry,
                facts.Judge(release, entry.Date.Earliest.AddDays(-1))?.Kind,
                facts.Judge(release, entry.Date.Latest)?.Kind
            )
            : new OpennessChange(entry, null, null);

    private static bool Concerns(FactBase facts, SubjectView subject, string about) =>
        new[] { subject, facts.FamilyOf(subject), facts.MakerOf(subject) }.Any(one =>
            string.Equals(one?.Id, about, StringComparison.OrdinalIgnoreCase)
        );
}
