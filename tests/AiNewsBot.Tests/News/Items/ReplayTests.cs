using System.Collections.Immutable;
using System.Globalization;
using AiNewsBot.Feeds;
using AiNewsBot.Feeds.Parsing;
using AiNewsBot.News.Ingest;

namespace AiNewsBot.Tests.News.Items;

/// <summary>Whole histories of feeds: what is due is posted, each entry once.</summary>
public sealed class ReplayTests
{
    private const string Page = "https://lab.example/changelog";
    private static readonly DateTimeOffset Start = new(2026, 9, 1, 10, 0, 0, TimeSpan.Zero);
    private readonly FeedReplay _feed = new();

    public static TheoryData<string, Func<int, FeedEntry>> Histories =>
        new()
        {
            { "guid and link differ in the fragment", n => Entry(n) with { Id = $"{Page}#v{n}", Link = $"{Page}#v{n}" } },
            { "guids differ in the fragment, the link is one", n => Entry(n) with { Id = $"{Page}#v{n}", Link = Page } },
            { "links differ in the fragment, the guid is one", n => Entry(n) with { Id = Page, Link = $"{Page}#v{n}" } },
            { "links differ in the fragment, there is no guid", n => Entry(n) with { Id = null, Link = $"{Page}#v{n}" } },
            { "fragments are routes", n => Entry(n) with { Id = null, Link = $"https://lab.example/#/post/{n}" } },
            { "fragments differ, there are no dates", n => Entry(n) with { Id = $"{Page}#v{n}", Link = Page, Published = null } },
            {
                "fragments differ, most titles are one",
                n => Entry(n) with { Id = $"{Page}#v{n}", Link = Page, Title = n % 5 == 0 ? $"Version {n}" : "Bug fixes" }
            },
            { "guid and link are one", n => Entry(n) with { Id = Page, Link = Page } },
            { "the guid is N/A", n => Entry(n) with { Id = "N/A" } },
            { "the guid is N/A and the link one", n => Entry(n) with { Id = "N/A", Link = Page } },
            { "the link is one, there is no guid", n => Entry(n) with { Id = null, Link = Page } },
            { "there is neither guid nor link", n => Entry(n) with { Id = null, Link = null } },
            { "the date alone tells", n => Entry(n) with { Id = null, Link = Page, Title = "Resolved", Summary = null } },
            { "the date alone tells, under one guid", n => Entry(n) with { Id = Page, Link = Page, Title = "Resolved", Summary = null } },
            {
                "titles come again each third time",
                n =>
                    Entry(n) with
                    {
                        Id = null,
                        Link = Page,
                        Title = (n % 3) switch
                        {
                            0 => "Resolved",
                            1 => "Investigating",
                            _ => "Monitoring",
                        },
                        Summary = null,
                    }
            },
            { "a digest under one title each day", n => Entry(n) with { Title = "Daily digest" } },
            { "all is as it should be", n => Entry(n) },
        };

    [Theory]
    [MemberData(nameof(Histories))]
    public void Each_entry_of_a_history_is_posted_once(string history, Func<int, FeedEntry> entry)
    {
        FeedEntry[] entries = [.. Enumerable.Range(0, 60).Select(entry)];

        var posted = _feed.ReadHistory(entries, window: 10);

        TestContext.Current.TestOutputHelper?.WriteLine($"{history}: {posted.Length} posted of {entries.Length - 10} due");
        Assert.Equal(entries.Skip(10).Select(one => one.Title), posted);
    }

    [Theory]
    [MemberData(nameof(Histories))]
    public void Several_entries_between_two_readings_are_all_posted(string history, Func<int, FeedEntry> entry)
    {
        FeedEntry[] entries = [.. Enumerable.Range(0, 58).Select(entry)];

        var posted = _feed.ReadHistory(entries, window: 10, step: 4);

        Assert.True(entries.Skip(10).Select(one => one.Title).SequenceEqual(posted), history);
    }

    // A feed whose first document has one entry does not show what tells its entries apart.
    [Theory]
    [MemberData(nameof(Histories))]
    public void A_history_that_begins_with_one_entry_loses_none_once_there_are_two(string history, Func<int, FeedEntry> entry)
    {
        FeedEntry[] entries = [.. Enumerable.Range(0, 30).Select(entry)];
        var posted = new List<string?>();

        for (var count = 1; count <= entries.Length; count++)
            posted.AddRange(_feed.Read(entries.Take(count).TakeLast(8).Reverse()));

        Assert.True(entries.Skip(1).Select(one => one.Title).SequenceEqual(posted), history);
    }

    public static TheoryData<string, Func<int, int, FeedEntry>> Nuisances =>
        new()
        {
            {
                "a counter in the fragment of the guid",
                (n, reading) => Entry(n) with { Id = $"https://bbc.example/news/{n}#{reading % 4}" }
            },
            {
                "fragments that are dropped",
                (n, reading) => Entry(n) with { Id = reading < 2 ? $"https://site.example/{n}#atom-{n}" : $"https://site.example/{n}" }
            },
            {
                "a token in the links, without guids",
                (n, reading) => Entry(n) with { Id = null, Link = $"https://lab.example/{n}?session={reading}{n}" }
            },
            {
                "a token in the links, without guids and dates",
                (n, reading) => Entry(n) with { Id = null, Link = $"https://lab.example/{n}?session={reading}{n}", Published = null }
            },
            { "guids that are made for each answer", (n, reading) => Entry(n) with { Id = $"{reading}-{n}" } },
            {
                "dates of updates and corrected titles",
                (n, reading) =>
                    Entry(n) with
                    {
                        Published = null,
                        Updated = Start.AddDays(n).AddHours(reading),
                        Title = $"Version {n}{(reading % 2 == 0 ? "" : ", corrected")}",
                    }
            },
            { "corrected titles", (n, reading) => Entry(n) with { Title = $"Version {n}{(reading % 2 == 0 ? "" : ", corrected")}" } },
            { "dates that move", (n, reading) => Entry(n) with { Published = Start.AddDays(n).AddHours(reading) } },
        };

    [Theory]
    [MemberData(nameof(Nuisances))]
    public void Entries_that_change_at_each_reading_are_not_new(string nuisance, Func<int, int, FeedEntry> entry)
    {
        var posted = new List<string?>();

        for (var reading = 0; reading < 12; reading++)
            posted.AddRange(_feed.Read(Enumerable.Range(reading / 3, 8).Select(n => entry(n, reading)).Reverse()));

        Assert.True(posted.Count == 3, $"{nuisance}: {string.Join(", ", posted)}");
    }

    [Fact]
    public void The_same_guid_and_link_with_another_title_and_date_of_publication_is_another_entry()
    {
        var first = Entry(1) with { Id = Page, Link = Page };
        _feed.Read(first, Entry(0));

        Assert.Empty(_feed.Read(first with { Title = "Version 1, corrected" }, Entry(0)));
        Assert.Empty(_feed.Read(first with { Title = "Version 1, corrected", Published = Start.AddDays(1.5) }, Entry(0)));
        Assert.Empty(_feed.Read(first with { Title = "Version 1", Published = Start.AddDays(1.5), Updated = Start.AddDays(2) }, Entry(0)));
        Assert.Equal(["Version 2"], _feed.Read(first with { Title = "Version 2", Published = Start.AddDays(2) }, Entry(0)));
    }

    [Fact]
    public void A_digest_that_takes_the_place_of_the_day_befores_is_new()
    {
        var posted = new List<string?>();

        for (var day = 0; day < 10; day++)
            posted.AddRange(_feed.Read(Entry(day) with { Title = "Daily digest" }));

        Assert.Equal(9, posted.Count);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(" ", null)]
    [InlineData(null, "7")]
    [InlineData("", "tag:lab.example,2026:7")]
    public void An_entry_without_a_word_or_an_address_is_not_there(string? title, string? link) =>
        Assert.Equal(2, FeedDiff.Create(null, [], [Entry(1), new FeedEntry("7", link, title, "", Start, null), Entry(0)]).Entries.Length);

    [Theory]
    [InlineData("seq-date-alone", "Resolved")]
    [InlineData("seq-fragment", "Version 1.2")]
    [InlineData("seq-fragment-guid", "Version 1.2")]
    [InlineData("seq-slug-edit")]
    public void A_recorded_fault_posts_what_is_due(string name, params string[] due)
    {
        Assert.Empty(_feed.Read(Parse($"{name}-1")));
        Assert.Equal(due, _feed.Read(Parse($"{name}-2")));
        Assert.Empty(_feed.Read(Parse($"{name}-2")));
    }

    private static ImmutableArray<FeedEntry> Parse(string name) =>
        FeedParser
            .Parse(
                File.ReadAllBytes(SharedFiles.Need($"feeds/faults/{name}.xml")),
                "application/rss+xml",
                new Uri("https://lab.example/feed.xml")
            )
            .Entries;

    private static FeedEntry Entry(int n) =>
        new(
            $"urn:lab:{n}",
            string.Create(CultureInfo.InvariantCulture, $"https://lab.example/{n}"),
            $"Version {n}",
            $"What is new in version {n}.",
            Start.AddDays(n),
            null
        );
}
