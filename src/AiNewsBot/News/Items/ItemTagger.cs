using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.News.Items;

/// <summary>Which models, makers and topics a story speaks of, by the names that questions are read by; with the families and makers that
/// they belong to.</summary>
internal sealed class ItemTagger(SnapshotHolder snapshots)
{
    private const int MaxCount = 40;

    /// <summary>Ids of subjects; those that are named first.</summary>
    public ImmutableArray<string> SubjectsOf(string title, string? summary)
    {
        var snapshot = snapshots.Current;
        var named = snapshot
            .Answerer.SubjectsOfStory($"{title}\n{summary}")
            .Where(subject => subject.Subject.Kind != SubjectKind.Licence)
            .Take(MaxCount)
            .ToArray();
        return
        [
            .. named
                .Concat(named.SelectMany(subject => Above(snapshot.Facts, subject)))
                .Select(subject => subject.Id)
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
    }

    private static IEnumerable<SubjectView> Above(FactBase facts, SubjectView subject)
    {
        if (subject is Release && facts.FamilyOf(subject) is { } family)
            yield return family;

        // Of software, too: ChatGPT is OpenAI's.
        if ((facts.MakerOf(subject) ?? facts.Find(subject.Subject.Parent ?? "")) is { } maker)
            yield return maker;
    }
}
