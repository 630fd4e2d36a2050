using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.News.Rendering;

namespace AiNewsBot.News.Digests;

/// <summary>Groups the stories of a digest: by maker, and where all are of one maker by what they name first.</summary>
internal static class DigestGrouping
{
    private const string Others = "More news";

    /// <summary>The group with the newest story first; what is about nothing that is known comes last.</summary>
    public static ImmutableArray<DigestGroup> Create(IEnumerable<StoryView> stories, FactBase facts)
    {
        StoryView[] newestFirst = [.. stories.OrderByDescending(story => story.Item.DatedAt).ThenByDescending(story => story.Item.Id)];
        var groups = GroupBy(newestFirst, story => MakerOf(story, facts));
        if (groups.Length <= 1)
            groups = GroupBy(newestFirst, story => FirstOf(story, facts)?.Name);
        return groups.Length <= 1
            ? [.. groups.Select(group => group with { Heading = null })]
            : [.. groups.Where(group => group.Heading != Others), .. groups.Where(group => group.Heading == Others)];
    }

    private static DigestGroup[] GroupBy(StoryView[] stories, Func<StoryView, string?> nameOf) =>
        [.. stories.GroupBy(story => nameOf(story) ?? Others).Select(group => new DigestGroup(group.Key, [.. group]))];

    private static string? MakerOf(StoryView story, FactBase facts) =>
        FirstOf(story, facts) is { } first ? (facts.MakerOf(first) ?? first).Name : null;

    private static SubjectView? FirstOf(StoryView story, FactBase facts) =>
        story.Subjects.Select(facts.Find).OfType<SubjectView>().FirstOrDefault();
}
