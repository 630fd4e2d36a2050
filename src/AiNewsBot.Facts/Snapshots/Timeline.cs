using System.Collections.Immutable;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Snapshots;

/// <summary>
/// What happened to a subject, by date: the events and dated sentences that the facts tell, and what follows from them by rule
/// (announced, weights out, licence changed, promised, kept).
/// </summary>
public static class Timeline
{
    /// <summary>The timeline of a release, family, organisation or topic, oldest first.</summary>
    public static ImmutableArray<TimelineEntry> Create(FactBase facts, SubjectView subject)
    {
        var releases = facts.ReleasesOf(subject);
        var entries = releases.SelectMany(ForRelease).ToList();
        foreach (var group in Groups(facts, subject))
        {
            var isWhole = group == subject || subject.Subject.Kind == SubjectKind.Organization;
            entries.AddRange(ForGroup(group).Where(entry => isWhole || Concerns(entry.Statement, subject.Id)));
        }

        entries.AddRange(facts.Topics.Where(topic => topic != subject && topic.Subject.Related.Contains(subject.Id)).SelectMany(Sentences));
        return InOrder(entries);
    }

    /// <summary>All that happened, oldest first.</summary>
    public static ImmutableArray<TimelineEntry> CreateAll(FactBase facts) =>
        InOrder([.. facts.Releases.SelectMany(ForRelease), .. facts.All.Where(view => view is not Release).SelectMany(ForGroup)]);

    /// <summary>How the licences of a release's weights went, oldest first.</summary>
    public static ImmutableArray<Statement> Licences(Release release) => release.All(Properties.Licence);

    private static IEnumerable<TimelineEntry> ForRelease(Release release)
    {
        if (release.All(Properties.Announced) is [{ ValidFrom: { } announced } statement, ..])
            yield return new TimelineEntry(announced, TimelineKind.Announced, release, statement);
        if (release.FirstWeights is { ValidFrom: { } date } weights)
            yield return new TimelineEntry(date, TimelineKind.WeightsOut, release, weights);
        var licences = Licences(release);
        for (var i = 1; i < licences.Length; i++)
        {
            if (licences[i].ValidFrom is { } since && licences[i].Value != licences[i - 1].Value)
                yield return new TimelineEntry(since, TimelineKind.LicenceChanged, release, licences[i], licences[i - 1]);
        }

        foreach (var entry in ForGroup(release))
            yield return entry;
    }

    private static IEnumerable<TimelineEntry> ForGroup(SubjectView group)
    {
        foreach (var promise in group.All(Properties.Promise))
        {
            if (promise.ValidFrom is { } made)
                yield return new TimelineEntry(made, TimelineKind.Promised, group, promise);
            if (FactDate.TryParse(promise.Qualifier("fulfilled"), out var kept))
                yield return new TimelineEntry(kept, TimelineKind.Kept, group, promise);
        }

        foreach (var entry in Sentences(group))
            yield return entry;
    }

    private static IEnumerable<TimelineEntry> Sentences(SubjectView view) =>
        view.All(Properties.Event)
            .Concat(view.All(Properties.Says))
            .Where(statement => statement.ValidFrom is not null)
            .Select(statement => new TimelineEntry(statement.ValidFrom!.Value, TimelineKind.Told, view, statement));

    private static IEnumerable<SubjectView> Groups(FactBase facts, SubjectView subject) =>
        subject.Subject.Kind switch
        {
            SubjectKind.Release when facts.FamilyOf(subject) is { } family => [family],
            SubjectKind.Organization => [subject, .. facts.FamiliesOf(subject)],
            SubjectKind.Release => [],
            _ => [subject],
        };

    private static bool Concerns(Statement statement, string id) =>
        statement.Qualifier("about")?.Split(' ', StringSplitOptions.RemoveEmptyEntries).Contains(id) ?? false;

    // An event that the facts tell in their own words replaces those that follow by rule, and for what a topic says of that day.
    private static ImmutableArray<TimelineEntry> InOrder(List<TimelineEntry> entries)
    {
        var told = entries
            .Where(entry =>
                entry.Kind == TimelineKind.Told
                && entry.Statement.Qualifier(Qualifiers.EventKind) is EventKinds.Release or EventKinds.Announcement
            )
            .ToLookup(entry => entry.Date);
        return
        [
            .. entries
                .Where(entry =>
                    !told[entry.Date]
                        .Any(other =>
                            entry.Kind switch
                            {
                                TimelineKind.WeightsOut => Concerns(other.Statement, entry.Subject.Id),
                                TimelineKind.Kept => (entry.Statement.Qualifier("about") ?? "")
                                    .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                                    .Any(id => Concerns(other.Statement, id)),
                                TimelineKind.Told => entry.Subject.Subject.Kind == SubjectKind.Topic
                                    && entry.Subject.Subject.Related.Contains(other.Subject.Id),
                                _ => false,
                            }
                        )
                )
                .DistinctBy(entry => (entry.Statement, entry.Kind))
                .OrderBy(entry => entry.Date)
                .ThenBy(entry => entry.Kind),
        ];
    }
}
