using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using AiNewsBot.Feeds.Parsing;

namespace AiNewsBot.Tests.News.Items;

/// <summary>
/// Long histories in the shapes in which makers of models publish their changes, document by document as a server would send them. Each
/// test says how many entries were posted of those that were due.
/// </summary>
public sealed class ChangelogReplayTests
{
    private const int Polls = 60;
    private const int Before = 12;
    private const string Page = "https://docs.lab.example/changelog";
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 17, 31, TimeSpan.Zero);
    private readonly FeedReplay _feed = new();

    // What a server sends at a reading, from the number of the reading and of the newest entry: one is new at each.
    public static TheoryData<string, Func<int, int, string>> Shapes =>
        new()
        {
            {
                "a page of docs whose anchors are days and whose dates are those of the build",
                (poll, newest) =>
                    Rss(All(newest, n => Item(Day(n), $"{Page}#{Slug(Day(n))}", $"{Page}#{Slug(Day(n))}", Start.AddHours(poll))))
            },
            {
                "release notes of a cloud: an entry a day that grows through the day",
                (poll, newest) =>
                    Atom(
                        All(
                            newest,
                            n =>
                                Entry(
                                    Day(n),
                                    $"tag:cloud.example,2016:ai-release-notes#{Day(n).Replace(' ', '_')}",
                                    $"{Page}#{Day(n).Replace(' ', '_')}",
                                    null,
                                    Midnight(n),
                                    n == newest ? $"Feature {poll}" : "All features"
                                )
                        )
                    )
            },
            {
                "releases of a repository: a window of ten, notes edited later",
                (poll, newest) =>
                    Atom(
                        Last(
                            newest,
                            10,
                            n =>
                                Entry(
                                    $"v0.{n}.0",
                                    $"tag:github.com,2008:Repository/1/v0.{n}.0",
                                    $"https://github.com/lab/model/releases/tag/v0.{n}.0",
                                    null,
                                    Start.AddDays(n).AddHours(poll % 3),
                                    $"Notes {poll / 4}"
                                )
                        )
                    )
            },
            {
                "incidents: many under one title, updated through their day",
                (poll, newest) =>
                    Atom(
                        Last(
                            newest,
                            25,
                            n =>
                                Entry(
                                    n % 3 == 0 ? $"Outage {n}" : "Elevated errors on the API",
                                    $"tag:status.lab.example,2005:Incident/{1000 + n}",
                                    $"https://status.lab.example/incidents/{n}",
                                    Start.AddHours(n * 7),
                                    Start.AddHours(n * 7 + (n == newest ? poll : 3)),
                                    n == newest ? $"Investigating {poll}" : "Resolved"
                                )
                        )
                    )
            },
            {
                "incidents by their last update, under one link",
                (poll, newest) => Rss(Last(newest, 20, n => Item("Resolved", null, "https://status.lab.example/", Start.AddHours(n * 5))))
            },
            { "a page for all, N/A for a guid", (poll, newest) => Rss(Last(newest, 15, n => Item($"Update {n}", "N/A", Page, At(n)))) },
            { "a page for all, an empty guid", (poll, newest) => Rss(Last(newest, 15, n => Item($"Update {n}", "", Page, At(n)))) },
            {
                "one guid and link for all, and an entry of the same day",
                (poll, newest) => Rss(Last(newest, 15, n => Item($"Update {n}", Page, Page, Start.AddDays(n / 2).AddMinutes(n))))
            },
            {
                "pages of their own at first, one page with anchors later",
                (poll, newest) =>
                    Rss(
                        Last(
                            newest,
                            12,
                            n =>
                                n < 40
                                    ? Item($"Update {n}", $"https://lab.example/{n}", $"https://lab.example/{n}", At(n))
                                    : Item($"Update {n}", $"{Page}#u{n}", $"{Page}#u{n}", At(n))
                        )
                    )
            },
            {
                "anchors count from the newest",
                (poll, newest) => Rss(Last(newest, 9, n => Item($"Update {n}", $"{Page}#{newest - n}", $"{Page}#{newest - n}", At(n))))
            },
            {
                "guids count from the newest",
                (poll, newest) => Rss(Last(newest, 9, n => Item($"Update {n}", $"{newest - n}", $"https://lab.example/{n}", At(n))))
            },
            {
                "guids count from the newest, the link is one",
                (poll, newest) => Rss(Last(newest, 9, n => Item($"Update {n}", $"{newest - n}", Page, At(n))))
            },
            {
                "guid and link carry the time of the build",
                (poll, newest) =>
                    Rss(
                        Last(
                            newest,
                            10,
                            n => Item($"Update {n}", $"https://lab.example/{n}?t={poll}", $"https://lab.example/{n}?t={poll}", At(n))
                        )
                    )
            },
            {
                "an anchor is made from the title, and both are corrected later",
                (poll, newest) =>
                    Rss(
                        Last(
                            newest,
                            12,
                            n =>
                                n <= newest - 2
                                    ? Item($"Update {n}", $"{Page}#update-{n}", $"{Page}#update-{n}", At(n))
                                    : Item($"Updaet {n}", $"{Page}#updaet-{n}", $"{Page}#updaet-{n}", At(n))
                        )
                    )
            },
            {
                "a slug is edited and the date moved by a day, two readings later",
                (poll, newest) =>
                    Rss(
                        Last(
                            newest,
                            12,
                            n =>
                                n <= newest - 2
                                    ? Item($"Update {n}", $"https://lab.example/u-{n}", $"https://lab.example/u-{n}", At(n).AddDays(-1))
                                    : Item($"Update {n}", $"https://lab.example/update-{n}", $"https://lab.example/update-{n}", At(n))
                        )
                    )
            },
            {
                "a counter of revisions in the fragment, several of one story in a document",
                (poll, newest) =>
                    Rss(
                        Last(
                            newest,
                            8,
                            n =>
                                Item($"Story {n}", $"https://bbc.example/{n}#{(poll + n) % 3}", $"https://bbc.example/{n}", At(n))
                                + (n % 4 == 0 ? Item($"Story {n}", $"https://bbc.example/{n}#9", $"https://bbc.example/{n}", At(n)) : "")
                        )
                    )
            },
            {
                "fragments that are dropped from all ids in the middle",
                (poll, newest) =>
                    Rss(
                        Last(
                            newest,
                            10,
                            n =>
                                Item(
                                    $"Story {n}",
                                    $"https://site.example/{n}{(poll < 30 ? $"#atom-{n}" : "")}",
                                    $"https://site.example/{n}",
                                    At(n)
                                )
                        )
                    )
            },
            {
                "days without a time, several entries a day told by their text",
                (poll, newest) => Rss(Last(newest, 12, n => Item("Changelog", null, Page, Midnight(n / 3), $"Change {n}.")))
            },
            {
                "an old entry is pinned to the top",
                (poll, newest) =>
                    Rss([Item("Read this first", "pinned", "https://lab.example/first", Start.AddYears(-2)), .. Last(newest, 8, Plain)])
            },
            {
                "every third answer is an old copy",
                (poll, newest) => Rss(Last(poll % 3 == 1 && poll > 0 && poll < Polls - 1 ? newest - 1 : newest, 10, Plain))
            },
            { "a document that is now short, now long", (poll, newest) => Rss(Last(newest, poll == 0 ? Before : 3 + poll * 7 % 9, Plain)) },
            {
                "entries without a field between the others",
                (poll, newest) =>
                    Rss([.. Last(newest, 10, Plain), "<item/>", "<item><title> </title><guid>x</guid></item>", "<item></item>"])
            },
            {
                "a digest under one title each week, each at its own address",
                (poll, newest) =>
                    Rss(
                        Last(
                            newest,
                            6,
                            n => Item("This week in models", $"https://lab.example/w/{n}", $"https://lab.example/w/{n}", At(n * 7))
                        )
                    )
            },
            { "oldest first", (poll, newest) => Rss(Last(newest, 10, Plain).AsEnumerable().Reverse()) },
        };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Of_a_long_history_each_entry_is_posted_once(string shape, Func<int, int, string> write)
    {
        var posted = new List<string>();
        var lost = new List<string>();
        for (var poll = 0; poll < Polls; poll++)
        {
            var newest = Before + poll;
            var document = write(poll, newest);
            posted.AddRange(Read(document).Select(title => $"{poll}: {title}"));

            // The same document once more brings nothing.
            lost.AddRange(Read(document).Select(title => $"{poll}, read again: {title}"));
        }

        var due = Polls - 1;
        TestContext.Current.TestOutputHelper?.WriteLine($"{posted.Count} posted of {due} due: {shape}");
        Assert.Empty(lost);
        Assert.True(posted.Count == due, $"{posted.Count} posted of {due} due: {shape}\n{string.Join('\n', posted)}");
    }

    [Fact]
    public void Fifteen_entries_at_once_are_all_posted()
    {
        Read(Rss(Last(40, 30, Plain)));

        Assert.Equal(15, Read(Rss(Last(55, 30, Plain))).Length);
    }

    private ImmutableArray<string?> Read(string document) =>
        _feed.Read(FeedParser.Parse(Encoding.UTF8.GetBytes(document), "application/xml", new Uri("https://lab.example/feed.xml")).Entries);

    private static DateTimeOffset At(int n) => Start.AddDays(n).AddMinutes(n * 13 % 600);

    private static DateTimeOffset Midnight(int n) => new(Start.AddDays(n).Date, TimeSpan.Zero);

    private static string Day(int n) => Start.AddDays(n).ToString("MMMM d, yyyy", CultureInfo.InvariantCulture);

    private static string Slug(string text) => text.ToLowerInvariant().Replace(", ", "-", StringComparison.Ordinal).Replace(' ', '-');

    private static string Plain(int n) => Item($"Update {n}", $"https://lab.example/{n}", $"https://lab.example/{n}", At(n));

    private static string[] All(int newest, Func<int, string> entry) => Last(newest, newest + 1, entry);

    private static string[] Last(int newest, int window, Func<int, string> entry) =>
        [.. Enumerable.Range(Math.Max(0, newest - window + 1), Math.Min(window, newest + 1)).Reverse().Select(entry)];

    private static string Item(string title, string? guid, string? link, DateTimeOffset? date, string text = "What is new.") =>
        $"<item><title>{title}</title>{(link is null ? "" : $"<link>{link}</link>")}"
        + $"{(guid is null ? "" : $"<guid isPermaLink=\"false\">{guid}</guid>")}<description>{text}</description>"
        + $"{(date is { } at ? $"<pubDate>{at.ToString("r", CultureInfo.InvariantCulture)}</pubDate>" : "")}</item>";

    private static string Entry(string title, string id, string link, DateTimeOffset? published, DateTimeOffset updated, string text) =>
        $"<entry><id>{id}</id><title>{title}</title><link href=\"{link}\"/><content type=\"html\">{text}</content>"
        + $"{(published is { } at ? $"<published>{at:O}</published>" : "")}<updated>{updated:O}</updated></entry>";

    private static string Rss(IEnumerable<string> items) =>
        $"<rss version=\"2.0\"><channel><title>Lab</title><link>https://lab.example/</link>{string.Concat(items)}</channel></rss>";

    private static string Atom(IEnumerable<string> entries) =>
        $"<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Lab</title>{string.Concat(entries)}</feed>";
}
