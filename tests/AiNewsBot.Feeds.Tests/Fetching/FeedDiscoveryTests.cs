using System.Net;
using System.Text;
using AiNewsBot.Feeds.Fetching;

namespace AiNewsBot.Feeds.Tests.Fetching;

public sealed class FeedDiscoveryTests
{
    private const string Blog = """
        <!doctype html><html><head><title>Blog <link rel="alternate" type="application/rss+xml" href="/in-a-title"></title>
        <!-- <link rel="alternate" type="application/rss+xml" href="/in-a-comment"> -->
        <script>document.write('<link rel="alternate" type="application/rss+xml" href="/in-a-script">')</script>
        <link rel="stylesheet" href="/style.css"><link rel="alternate" hreflang="de" href="/de/">
        <link rel="alternate" type="application/json" href="/wp-json/">
        <LINK REL='Alternate' TYPE='Application/RSS+XML' TITLE='News &amp; more' HREF='/feed?a=1&amp;b=2'>
        <link href=comments.xml type=application/atom+xml rel="nofollow alternate" title=Comments>
        <link rel="alternate" type="application/rss+xml" title="again" href="/feed?a=1&b=2#top">
        <link rel="alternate" type="application/rss+xml" href="javascript:alert(1)"><link rel="alternate" type="application/rss+xml">
        <link rel="alternate" type="application/rss+xml" href="https://u:p@example.org/">
        </head><body>1 < 2 <link rel="feed" href="//other.example/feed.json"></body></html>
        """;

    private const string Rss =
        "<rss version='2.0'><channel><title>Lab</title><item><title>One</title><link>https://lab.example/1</link></item></channel></rss>";
    private const string Atom = "<feed xmlns='http://www.w3.org/2005/Atom'><title>Lab</title></feed>";
    private const string Comments =
        "<rss><channel><item><title>By: Ann</title><link>https://lab.example/1#comment-7</link></item></channel></rss>";

    [Fact]
    public void The_feeds_of_a_page_are_those_that_it_declares_then_those_that_may_be_some_and_comments_last()
    {
        var feeds = FeedLinkFinder.Find(Page(Encoding.UTF8.GetBytes(Blog), "utf-8"));

        Assert.Equal(
            [
                new DiscoveredFeed(At("/feed?a=1&b=2"), "News & more"),
                new DiscoveredFeed(FeedAddress.TryParse("https://other.example/feed.json")!, ""),
                new DiscoveredFeed(At("/wp-json/"), "", IsDeclared: false),
                new DiscoveredFeed(At("/blog/comments.xml"), "Comments"),
            ],
            feeds
        );
    }

    [Theory]
    [InlineData("<rss version='2.0'>")]
    [InlineData("\uFEFF<?xml version='1.0'?>\n<!-- <html> --><?xml-stylesheet href='a'?><!DOCTYPE rss>\n<rss>")]
    [InlineData("  <feed xmlns='http://www.w3.org/2005/Atom'>")]
    [InlineData("<atom:feed xmlns:atom='http://www.w3.org/2005/Atom'>")]
    [InlineData("<rdf:RDF><channel/></rdf:RDF>")]
    [InlineData("""{"version":"https:\/\/jsonfeed.org\/version\/1.1"}""")]
    [InlineData("<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'b'><!ELEMENT rss ANY>]><rss/>")]
    [InlineData("<br />\n<b>Notice</b>: x in <b>/a.php</b> on line <b>3</b><br />\n<?xml version='1.0'?><rss/>")]
    [InlineData("Warning: it took long\n<rss/>")]
    public async Task Body_that_the_parser_reads_is_a_feed_at_its_own_address(string body)
    {
        await using var server = await FeedServer.StartAsync();
        server["/feed"] = FeedServer.Send(Encoding.UTF8.GetBytes(body), ("Content-Type", "text/html"));
        server["/wide"] = FeedServer.Send(Encoding.Unicode.GetBytes(body));
        using var fetcher = Fetch.Fetcher();

        Assert.Equal(server.Address("/feed"), (await FindAsync(fetcher, server.Address("/feed"))).Found?.Address);
        Assert.Equal(server.Address("/wide"), (await FindAsync(fetcher, server.Address("/wide"))).Found?.Address);
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData("<!--", "-->")]
    [InlineData("<!DOCTYPE rss [<!-- ", " -->]>")]
    [InlineData("   ", "  ")]
    public async Task A_feed_that_begins_late_is_one(string before, string after)
    {
        await using var server = await FeedServer.StartAsync();
        server["/feed"] = FeedServer.Send(Encoding.UTF8.GetBytes($"{before}{string.Concat(Enumerable.Repeat("x ", 50_000))}{after}{Rss}"));
        using var fetcher = Fetch.Fetcher();

        Assert.Equal("Lab", (await FindAsync(fetcher, server.Address("/feed"))).Found?.Feed.Title);
    }

    [Fact]
    public async Task Permanently_moved_feed_is_found_at_its_new_address()
    {
        await using var server = await FeedServer.StartAsync();
        server["/old"] = FeedServer.Send(HttpStatusCode.MovedPermanently, ("Location", "/new"));
        server["/new"] = FeedServer.Send("<rss>"u8.ToArray());
        using var fetcher = Fetch.Fetcher();

        Assert.Equal(server.Address("/new"), (await FindAsync(fetcher, server.Address("/old"))).Found?.Address);
    }

    [Theory]
    [InlineData(
        "<link rel=alternate type=application/rss+xml href=/dead><link rel=alternate type=application/rss+xml href=/page><link "
            + "rel=alternate type=application/rss+xml href=/good>"
    )]
    [InlineData(
        "<link rel=alternate type=application/rss+xml href=/comments/feed/><link rel=alternate type=application/atom+xml href=/good>"
    )]
    [InlineData(
        "<link rel=alternate type=application/rss+xml title='Lab &raquo; Kommentar-Feed' href=/other><link rel=alternate "
            + "type=application/rss+xml title='Lab &raquo; Feed' href=/good>"
    )]
    [InlineData("<link rel=alternate type=application/rss+xml href=/other><link rel=alternate type=application/rss+xml href=/good>")]
    [InlineData("<link rel=alternate type=application/json href=/wp-json/><link rel=alternate type=application/json href=/good>")]
    [InlineData("<link rel=alternate type=application/feed+json href=/good>")]
    [InlineData("<a href=/feedback>Write to us</a> <a href='/blog/'>Blog</a> <a href='/good' title='RSS'>News</a>")]
    [InlineData("<a href='/good?format=rss'>Follow us</a>")]
    [InlineData("<a href=/feeds/comments/default>Comments</a><a href=/good type=application/atom+xml>Follow</a>")]
    public async Task The_first_feed_of_articles_that_can_be_read_is_found(string links)
    {
        await using var server = await FeedServer.StartAsync();
        server["/"] = FeedServer.Send(Encoding.UTF8.GetBytes($"<html><head><title>x</title></head><body>{links}</body></html>"));
        server["/page"] = FeedServer.Send("<html>"u8.ToArray());
        server["/wp-json/"] = FeedServer.Send("{\"name\":\"Lab\"}"u8.ToArray());
        foreach (var comments in new[] { "/comments/feed/", "/other", "/feeds/comments/default" })
            server[comments] = FeedServer.Send(Encoding.UTF8.GetBytes(Comments));
        server["/good"] = FeedServer.Send(Encoding.UTF8.GetBytes(Rss));
        using var fetcher = Fetch.Fetcher();

        var found = await FindAsync(fetcher, server.Address("/"));

        Assert.Equal("/good", found.Found?.Address.Url.AbsolutePath);
        Assert.Equal("This is a web page (HTML), and no feed.", found.Refusal?.ToString());
        Assert.Null(found.Fault);
    }

    [Theory]
    [InlineData("</feed>; rel=\"alternate\"; type=\"application/rss+xml\"; title=\"News, and more\"")]
    [InlineData("</style.css>; rel=preload; as=style, </feed>; rel=alternate; type=application/atom+xml")]
    [InlineData("</feed>; type=\"application/feed+json\"; rel=\"nofollow alternate\"")]
    public async Task A_feed_that_the_headers_name_is_found(string header)
    {
        await using var server = await FeedServer.StartAsync();
        server["/"] = FeedServer.Send("<html>"u8.ToArray(), ("Link", header));
        server["/feed"] = FeedServer.Send(Encoding.UTF8.GetBytes(Atom));
        using var fetcher = Fetch.Fetcher();

        Assert.Equal(server.Address("/feed"), (await FindAsync(fetcher, server.Address("/"))).Found?.Address);
    }

    [Fact]
    public async Task A_feed_of_comments_is_better_than_none()
    {
        await using var server = await FeedServer.StartAsync();
        server["/"] = FeedServer.Send("<link rel=alternate type=application/rss+xml href=/comments/feed/>"u8.ToArray());
        server["/comments/feed/"] = FeedServer.Send(Encoding.UTF8.GetBytes(Comments));
        using var fetcher = Fetch.Fetcher();

        Assert.Equal(server.Address("/comments/feed/"), (await FindAsync(fetcher, server.Address("/"))).Found?.Address);
    }

    [Fact]
    public async Task A_page_of_a_thousand_links_costs_a_few_requests()
    {
        await using var server = await FeedServer.StartAsync();
        server["/"] = FeedServer.Send(
            Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 1000).Select(number => $"<a href=/{number}/feed>x</a>")))
        );
        using var fetcher = Fetch.Fetcher();

        Assert.Null((await FindAsync(fetcher, server.Address("/"))).Found);
        Assert.InRange(server.Requests.Count, 2, 10);
    }

    [Theory]
    [InlineData("<html><p>nothing here")]
    [InlineData("{\"models\":[]}")]
    [InlineData("<!-- <rss> ")]
    [InlineData("")]
    public async Task Page_without_feeds_is_reported_and_nothing_is_guessed(string body)
    {
        await using var server = await FeedServer.StartAsync();
        server["/"] = FeedServer.Send(Encoding.UTF8.GetBytes(body));
        server["/feed"] = FeedServer.Send("<rss>"u8.ToArray());
        using var fetcher = Fetch.Fetcher();

        Assert.Equal(
            "127.0.0.1 sends a page there that is no feed and names none.",
            (await FindAsync(fetcher, server.Address("/"))).Fault?.ToString()
        );
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Well_known_places_are_tried_on_request_starting_below_the_page()
    {
        await using var server = await FeedServer.StartAsync();
        server["/blog"] = FeedServer.Send("<html>"u8.ToArray());
        server["/blog/feed"] = FeedServer.Send("<html>"u8.ToArray());
        server["/blog/atom.xml"] = FeedServer.Send("<feed>"u8.ToArray());
        server["/feed"] = FeedServer.Send("<rss>"u8.ToArray());
        using var fetcher = Fetch.Fetcher();

        Assert.Equal(server.Address("/blog/atom.xml"), (await FindAsync(fetcher, server.Address("/blog"), guesses: true)).Found?.Address);
    }

    [Fact]
    public async Task Missing_feeds_at_well_known_places_are_reported()
    {
        await using var server = await FeedServer.StartAsync();
        server["/"] = FeedServer.Send("<html>"u8.ToArray());
        using var fetcher = Fetch.Fetcher();

        Assert.Equal(
            "127.0.0.1 sends a page there that is no feed and names none, and the usual places have none either.",
            (await FindAsync(fetcher, server.Address("/"), guesses: true)).Fault?.ToString()
        );
        Assert.Equal(7, server.Requests.Count);
    }

    [Fact]
    public async Task A_server_that_fails_is_asked_once()
    {
        await using var server = await FeedServer.StartAsync();
        server["/"] = FeedServer.Send(HttpStatusCode.InternalServerError);
        using var fetcher = Fetch.Fetcher();

        Assert.Equal(
            "127.0.0.1 failed with a server error (500).",
            (await FindAsync(fetcher, server.Address("/"), guesses: true)).Fault?.ToString()
        );
        Assert.Single(server.Requests);
    }

    private static FeedAddress At(string path) => FeedAddress.TryParse($"https://example.org{path}")!;

    private static Task<DiscoveryResult> FindAsync(FeedFetcher fetcher, FeedAddress address, bool guesses = false) =>
        new FeedDiscovery(fetcher).FindAsync(address, guesses, TestContext.Current.CancellationToken);

    private static FetchResult.Fetched Page(byte[] body, string? charset = null) =>
        new(body, "text/html", charset, null, FeedAddress.TryParse("https://example.org/blog/")!);
}
