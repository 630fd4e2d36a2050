using System.Text;
using AiNewsBot.Feeds.Opml;
using FsCheck;
using FsCheck.Fluent;

namespace AiNewsBot.Feeds.Tests.Opml;

/// <summary>Lists of subscriptions as readers of feeds export them, and as they are written for them.</summary>
public sealed class OpmlTests
{
    // As three readers write theirs: with folders, without titles, in other cases.
    [Theory]
    [InlineData(
        """
            <?xml version="1.0" encoding="UTF-8"?>
            <opml version="1.0"><head><title>Subscriptions from feedly Cloud</title></head><body>
            <outline text="AI" title="AI">
            <outline type="rss" text="One" title="One" xmlUrl="https://one.test/feed" htmlUrl="https://one.test"/>
            <outline type="rss" text="Two" title="Two" xmlUrl="https://two.test/rss.xml" htmlUrl="https://two.test"/>
            </outline></body></opml>
            """
    )]
    [InlineData(
        """
            <opml version="2.0"><head><title>Subscriptions-OnMyMac.opml</title></head><body>
            <outline text="One" title="One" description="" type="rss" htmlUrl="https://one.test" xmlUrl="https://one.test/feed"/>
            <outline text="Two" description="" type="rss" htmlUrl="https://two.test" xmlUrl="https://two.test/rss.xml"/></body></opml>
            """
    )]
    [InlineData(
        """
            <?xml version="1.0"?><!DOCTYPE opml SYSTEM "x"><OPML version="1.1"><BODY><!-- none -->
            <OUTLINE TEXT="One" XMLURL=" https://one.test/feed " HTMLURL="https://one.test"/>
            <OUTLINE TEXT="Two" XMLURL="https://two.test/rss.xml" HTMLURL="https://two.test"/>
            <OUTLINE TEXT="One again" XMLURL="https://one.test/feed"/><OUTLINE TEXT="A folder"/></BODY></OPML>
            """
    )]
    public void List_of_another_reader_is_read(string list) =>
        Assert.Equal(
            [
                new OpmlFeed("https://one.test/feed", "One", "https://one.test"),
                new OpmlFeed("https://two.test/rss.xml", "Two", "https://two.test"),
            ],
            OpmlReader.Read(Encoding.UTF8.GetBytes(list))
        );

    // As FreshRSS, Inoreader and Miniflux write theirs: with attributes of their own, folders of folders, and whole categories in one word.
    [Theory]
    [InlineData(
        """
            <?xml version="1.0" encoding="UTF-8"?>
            <opml version="2.0" xmlns:frss="https://freshrss.org/opml"><head><title>FreshRSS</title>
            <dateCreated>Sun, 29 Nov 2026 10:00:00</dateCreated></head>
            <body><outline text="KI &amp; Recht">
            <outline text="One" type="rss" xmlUrl="https://one.test/feed" htmlUrl="https://one.test" description="What &quot;open&quot; is"
             frss:cssFullContent="article"/>
            <outline text="Two" type="HTML+XPath" xmlUrl="https://two.test/rss.xml" htmlUrl="https://two.test" frss:xPathItem="//li"/>
            </outline></body></opml>
            """
    )]
    [InlineData(
        """
            <?xml version="1.0" encoding="UTF-8"?><opml version="1.0"><head>
            <title>Subscriptions from Inoreader [https://www.inoreader.com]</title></head><body>
            <outline text="A" title="A"><outline text="B" title="B">
            <outline text="One" title="One" type="rss" xmlUrl="https://one.test/feed" htmlUrl="https://one.test"/></outline></outline>
            <outline text="Two" title="Two" type="rss" xmlUrl="https://two.test/rss.xml" htmlUrl="https://two.test"/></body></opml>
            """
    )]
    [InlineData(
        """
            <?xml version="1.0" encoding="UTF-8"?>
            <opml version="2.0">
                <head><title>Miniflux</title><dateCreated>Sun, 29 Nov 2026 10:00:00 UTC</dateCreated></head>
                <body><outline text="All">
                <outline title="One" text="One" xmlUrl="https://one.test/feed" htmlUrl="https://one.test" type="rss"></outline>
                <outline title="Two" text="Two" xmlUrl="https://two.test/rss.xml" htmlUrl="https://two.test" type="rss"></outline>
                </outline></body>
            </opml>
            """
    )]
    public void List_of_another_reader_comes_back_the_same_when_it_is_written_again(string list)
    {
        var read = OpmlReader.Read(Encoding.UTF8.GetBytes(list)).ToArray();

        Assert.Equal(
            [
                new OpmlFeed("https://one.test/feed", "One", "https://one.test"),
                new OpmlFeed("https://two.test/rss.xml", "Two", "https://two.test"),
            ],
            read
        );
        Assert.Equal(read, OpmlReader.Read(OpmlWriter.Write("Again", read)));
    }

    [Fact]
    public void Any_feeds_are_read_as_they_were_written() =>
        Prop.ForAll(
                ArbMap.Default.GeneratorFor<string>().Where(title => title is not null).ListOf(5).ToArbitrary(),
                titles =>
                {
                    OpmlFeed[] feeds =
                    [
                        .. titles.Select(
                            (title, number) => new OpmlFeed($"https://f{number}.test/?q={Uri.EscapeDataString(Plain(title))}", Plain(title))
                        ),
                    ];
                    Assert.Equal(
                        feeds.Select(feed => feed.Url),
                        OpmlReader.Read(OpmlWriter.Write("A list", feeds)).Select(feed => feed.Url)
                    );
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    // Halves of pairs of surrogates are no text that a file can have.
    private static string Plain(string text) => string.Concat(text.EnumerateRunes().Where(rune => rune.Value != 0xFFFD));

    [Fact]
    public void Written_list_of_feeds_is_read_as_the_same()
    {
        OpmlFeed[] feeds =
        [
            new("https://one.test/feed?a=1&b=\"2\"", "Tom & \"Jerry\" <3", "https://one.test/"),
            new("https://two.test/", "日本語 😀\u0001\uFFFF"),
        ];

        var read = OpmlReader.Read(OpmlWriter.Write("A list", feeds));

        Assert.Equal([feeds[0], feeds[1] with { Title = "日本語 😀" }], read);
    }

    [Theory]
    [InlineData("", "no XML")]
    [InlineData("<rss version='2.0'/>", "no OPML")]
    [InlineData("<opml><body>", "no XML")]
    public void Text_that_is_not_OPML_is_refused(string text, string reason) =>
        Assert.Contains(
            reason,
            Assert.Throws<FeedFormatException>(() => OpmlReader.Read(Encoding.UTF8.GetBytes(text))).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void List_that_is_too_deep_or_too_long_is_refused()
    {
        var deep = $"<opml>{string.Concat(Enumerable.Repeat("<outline>", 60))}";
        var many = string.Concat(Enumerable.Range(0, 2001).Select(number => $"<outline xmlUrl='https://a.test/{number}'/>"));

        Assert.Throws<FeedFormatException>(() => OpmlReader.Read(Encoding.UTF8.GetBytes(deep)));
        Assert.Throws<FeedFormatException>(() => OpmlReader.Read(Encoding.UTF8.GetBytes($"<opml><body>{many}</body></opml>")));
    }
}
