using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.News.Digests;
using AiNewsBot.News.Items;
using AiNewsBot.News.Rendering;
using AiNewsBot.News.Subscriptions;
using AiNewsBot.Outbox;

namespace AiNewsBot.Tests.News.Digests;

/// <summary>The groups of a digest, and its section on what became more or less open.</summary>
public sealed class DigestSectionTests
{
    private static readonly FactBase Facts = FactBase.Create([
        Subject(SubjectKind.Organization, "lumen", "Lumen Labs"),
        Subject(SubjectKind.Family, "quartz", "Quartz", "lumen") with
        {
            Statements =
            [
                Statement("quartz", Properties.Promise, "Publish *all* weights.", "2026-01-01") with
                {
                    Qualifiers = ImmutableSortedDictionary<string, string>.Empty.Add("fulfilled", "2026-11-25"),
                },
            ],
        },
        Release("quartz-1", "Quartz 1", "2026-11-24", ("Apache-2.0", "2026-11-24")),
        Release("quartz-2", "Quartz 2", "2026-05-01", ("Apache-2.0", "2026-05-01"), ("Glass-1.0", "2026-11-26")),
        Release("quartz-3", "Quartz 3", "2026-05-01", ("Glass-1.0", "2026-05-01"), ("Apache-2.0", "2026-11-27")),
        Release("quartz-4", "Quartz 4", "2026-05-01", ("Apache-2.0", "2026-05-01"), ("MIT", "2026-11-28")),
        Release("quartz-5", "Quartz 5", "2026-11-01", ("MIT", "2026-11-01")),
        Subject(SubjectKind.Organization, "rival", "Rival Research"),
        Subject(SubjectKind.Family, "flint", "Flint", "rival"),
        Licence("Apache-2.0", "Apache License 2.0", "yes"),
        Licence("MIT", "MIT License", "yes"),
        Licence("Glass-1.0", "Glass License", "no"),
    ]);

    [Fact]
    public void Week_tells_what_became_more_and_less_open_and_what_is_on_other_terms()
    {
        string[] lines = [.. OpennessLines.Create(Facts, OpennessChanges.Find(Facts, Day("2026-11-23"), Day("2026-11-30"), null))];

        Assert.Equal(
            [
                "**More open**",
                "- 🔵 **Quartz 3**: Glass-1.0 → Apache-2.0, from non commercial weights to open weights, 2026-11-27 "
                    + "([source](<https://example.org/quartz-3>))",
                @"- ⚪ **Quartz**, a promise kept: Publish \*all\* weights., 2026-11-25 ([source](<https://example.org/quartz>))",
                "- 🔵 **Quartz 1**: weights out, open weights, 2026-11-24 ([source](<https://example.org/quartz-1>))",
                "**Less open**",
                "- 🟠 **Quartz 2**: Apache-2.0 → Glass-1.0, from open weights to non commercial weights, 2026-11-26 "
                    + "([source](<https://example.org/quartz-2>))",
                "**On other terms**",
                "- 🔵 **Quartz 4**: Apache-2.0 → MIT, open weights as before, 2026-11-28 ([source](<https://example.org/quartz-4>))",
            ],
            lines
        );
    }

    [Theory]
    [InlineData("quartz-1", 1)]
    [InlineData("quartz", 5)]
    [InlineData("lumen", 5)]
    [InlineData("rival", 0)]
    public void Subscription_about_a_subject_is_told_of_it_alone(string about, int changes) =>
        Assert.Equal(changes, OpennessChanges.Find(Facts, Day("2026-11-23"), Day("2026-11-30"), about).Length);

    [Theory]
    [InlineData("2026-11-24", "2026-11-27", 3)]
    [InlineData("2026-11-28", "2026-11-30", 0)]
    public void Story_of_an_earlier_digest_is_not_told_again(string after, string until, int changes) =>
        Assert.Equal(changes, OpennessChanges.Find(Facts, Day(after), Day(until), null).Length);

    [Fact]
    public void Section_keeps_within_its_room_and_says_how_much_more_there_is()
    {
        var one = Assert.Single(OpennessChanges.Find(Facts, Day("2026-11-23"), Day("2026-11-30"), "quartz-1"));

        var lines = OpennessLines.Create(Facts, [.. Enumerable.Repeat(one, 40)]);

        Assert.True(lines.Sum(line => line.Length + 1) <= OpennessLines.MaxLength);
        Assert.Equal($"-# and {40 - (lines.Length - 2)} more", lines[^1]);
    }

    [Fact]
    public void Stories_are_grouped_by_maker_the_newest_first()
    {
        var groups = DigestGrouping.Create(
            [Story(1, "quartz-1", "quartz", "lumen"), Story(2), Story(3, "flint"), Story(4, "quartz-2", "quartz", "lumen"), Story(5)],
            Facts
        );

        Assert.Equal(["Lumen Labs: 4 1", "Rival Research: 3", "More news: 5 2"], groups.Select(Text));
    }

    [Fact]
    public void Stories_of_one_maker_are_grouped_by_what_they_name_first()
    {
        var groups = DigestGrouping.Create([Story(1, "quartz-1", "quartz"), Story(2, "quartz-2"), Story(3, "quartz-1")], Facts);

        Assert.Equal(["Quartz 1: 3 1", "Quartz 2: 2"], groups.Select(Text));
        Assert.Equal([": 2 1"], DigestGrouping.Create([Story(1), Story(2)], Facts).Select(Text));
    }

    [Fact]
    public async Task Weekly_digest_with_no_story_is_posted_for_what_became_more_open()
    {
        await using var news = await NewsStorage.CreateAsync();
        await news.Snapshots.ReplaceAsync(
            AiNewsBot.Answering.Snapshot.Create(Facts, 1, news.Time.GetUtcNow()),
            0,
            TestContext.Current.CancellationToken
        );
        var weekly = await news.FollowAsync(cadence: Cadence.Weekly);
        var daily = await news.FollowAsync(cadence: Cadence.Daily);
        await news.ExecuteAsync("UPDATE subscriptions SET digested_to = @at", new { at = news.Now - 7 * 86_400_000L });
        news.Time.Advance(TimeSpan.FromDays(1));

        Assert.True(await WriteAsync(news, weekly));
        Assert.False(await WriteAsync(news, daily));

        var payload = (DigestPayload)
            OutboxPayloadJson.Read(OutboxRow.Digest, await news.AskAsync<string>("SELECT payload FROM outbox WHERE kind = 'digest'"));
        Assert.Empty(payload.Items);
        Assert.NotNull(payload.ChangesSince);
        var one = await news.Subscriptions.FindAsync(weekly, TestContext.Current.CancellationToken);
        Assert.Contains(
            await news.Contents.ChangesAsync(one, payload.ChangesSince, news.Now, TestContext.Current.CancellationToken),
            line => line.Contains("Quartz 1", StringComparison.Ordinal)
        );
        Assert.Empty(
            await news.Contents.ChangesAsync(
                one! with
                {
                    FeedId = 7,
                },
                payload.ChangesSince,
                news.Now,
                TestContext.Current.CancellationToken
            )
        );
    }

    [Fact]
    public void Last_message_has_room_for_the_section()
    {
        ImmutableArray<DigestGroup> groups = [new(null, [.. Enumerable.Range(1, 12).Select(id => Story(id))])];

        Assert.Single(DigestCards.Split(groups));
        Assert.Equal([12, 0], DigestCards.Split(groups, hasChanges: true).Select(part => part.Length));
        Assert.Equal([0], DigestCards.Split([], hasChanges: true).Select(part => part.Length));
    }

    private static async Task<bool> WriteAsync(NewsStorage news, long id) =>
        await new DigestWriter(
            news.Database,
            news.Subscriptions,
            news.Stories,
            news.Contents,
            new ModeratorPosts(news.Database, news.Signal, news.Time),
            news.Signal,
            news.Watch,
            news.Time
        ).WriteIfDueAsync((await news.Subscriptions.FindAsync(id))!);

    private static string Text(DigestGroup group) => $"{group.Heading}: {string.Join(' ', group.Stories.Select(story => story.Item.Id))}";

    private static StoryView Story(int id, params string[] subjects) =>
        new(
            new NewsItem
            {
                Id = id,
                Kind = ItemKind.Entry,
                Title = $"Story {id} {new string('x', 200)}",
                DatedAt = id * 1000L,
            },
            [],
            [.. subjects]
        );

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static Subject Subject(SubjectKind kind, string id, string name, string? parent = null) =>
        new()
        {
            Kind = kind,
            Id = id,
            Name = name,
            Parent = parent,
        };

    private static Subject Release(string id, string name, string weights, params (string Id, string Since)[] licences) =>
        Subject(SubjectKind.Release, id, name, "quartz") with
        {
            Statements =
            [
                Statement(id, Properties.Announced, "yes", "2026-01-01"),
                Statement(id, Components.Weights, "available", weights),
                .. licences.Select(licence => Statement(id, Properties.Licence, licence.Id, licence.Since)),
            ],
        };

    private static Subject Licence(string id, string name, string commercial) =>
        Subject(SubjectKind.Licence, id, name) with
        {
            Statements = [Statement(id, Properties.Commercial, commercial, null)],
        };

    private static Statement Statement(string subject, string property, string value, string? since) =>
        new()
        {
            Subject = subject,
            Property = property,
            Value = value,
            ValidFrom = since is null ? null : FactDate.Parse(since),
            Sources = [new Source($"https://example.org/{subject}", "A page", "A publisher", SourceKind.FirstHand)],
            VerifiedOn = Day("2026-11-29"),
        };
}
