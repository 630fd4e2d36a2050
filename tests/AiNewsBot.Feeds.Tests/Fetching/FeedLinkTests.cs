using System.Text;
using AiNewsBot.Feeds.Fetching;

namespace AiNewsBot.Feeds.Tests.Fetching;

/// <summary>Which links of a page are feeds, one link at a time.</summary>
public sealed class FeedLinkTests
{
    [Theory]
    [InlineData("<link rel='alternate' type='application/rss+xml' href='/feed' title=' News '>", "https://a.example/feed", true, "News")]
    [InlineData("<link rel='alternate' type='application/atom+xml; charset=utf-8' href='/x'>", "https://a.example/x", true, "")]
    [InlineData("<LINK REL='ALTERNATE' TYPE='application/feed+json' HREF='/x'>", "https://a.example/x", true, "")]
    [InlineData("<link rel='feed' href='/x'>", "https://a.example/x", true, "")]
    [InlineData("<link rel='alternate home' type='text/xml' href='/x'>", "https://a.example/x", true, "")]
    [InlineData("<link rel='alternate' type='application/json' href='/wp-json'>", "https://a.example/wp-json", false, "")]
    [InlineData("<a href='/rss.xml'>News</a>", "https://a.example/rss.xml", false, "")]
    [InlineData("<a href='?format=rss'>News</a>", "https://a.example/page?format=rss", false, "")]
    [InlineData("<a href='https://feeds.example.org/x'>News</a>", "https://feeds.example.org/x", false, "")]
    [InlineData("<a href='/x' title='RSS'>News</a>", "https://a.example/x", false, "RSS")]
    [InlineData("<a href='/x' aria-label='Atom feed'>News</a>", "https://a.example/x", false, "")]
    [InlineData("<a href='/x' type='application/rss+xml'>News</a>", "https://a.example/x", false, "")]
    public void Link_is_a_feed_by_what_it_declares_or_how_it_looks(string html, string address, bool isDeclared, string title)
    {
        var feed = Assert.Single(Find(html));

        Assert.Equal((address, isDeclared, title), (feed.Address.ToString(), feed.IsDeclared, feed.Title));
    }

    [Theory]
    [InlineData("<a href='/feedback'>Tell us</a>")]
    [InlineData("<a href='/crossing'>x</a>")]
    [InlineData("<link rel='stylesheet' href='/rss.css'>")]
    [InlineData("<link rel='alternate' hreflang='de' href='/de'>")]
    [InlineData("<link rel='alternate' type='application/rss+xml' href=''>")]
    [InlineData("<link rel='alternate' type='application/rss+xml' href='ftp://a.example/feed'>")]
    [InlineData("<link rel='alternate' type='application/rss+xml' href='https://a.example/page#x'>")]
    [InlineData("<!-- <link rel='feed' href='/x'> -->")]
    [InlineData("<script>var x = \"<link rel='feed' href='/x'>\";</script>")]
    [InlineData("<title><a href='/rss'></title>")]
    [InlineData("</link rel='feed' href='/x'>")]
    public void Links_of_other_kinds_are_not_found_as_feeds(string html) => Assert.Empty(Find(html));

    [Fact]
    public void Declared_feeds_come_first_and_one_address_is_told_once_by_its_best_rank()
    {
        var feeds = Find(
            """
            <a href='/rss'>x</a><a href='https://other.example/rss'>x</a><link rel='alternate' type='application/json' href='/maybe'>
            <link rel='alternate' type='application/rss+xml' href='/rss' title='All'>
            <link rel='alternate' type='application/rss+xml' href='/comments/feed' title='Comments'>
            """
        );

        Assert.Equal(["/rss", "/maybe", "/rss", "/comments/feed"], feeds.Select(feed => feed.Address.Url.AbsolutePath));
        Assert.Equal(("All", "other.example"), (feeds[0].Title, feeds[2].Address.Url.Host));
    }

    [Fact]
    public void Long_title_is_cut() =>
        Assert.Equal(201, Assert.Single(Find($"<link rel='feed' href='/x' title='{new string('t', 500)}'>")).Title.Length);

    [Theory]
    [InlineData("https://a.example/comments/feed", "", true)]
    [InlineData("https://a.example/feed", "Kommentare", true)]
    [InlineData("https://a.example/feed", "News", false)]
    public void Feed_of_comments_is_called_so(string address, string title, bool isOne) =>
        Assert.Equal(isOne, CommentFeeds.IsOne(FeedAddress.TryParse(address)!, title));

    private static System.Collections.Immutable.ImmutableArray<DiscoveredFeed> Find(string html) =>
        FeedLinkFinder.Find(
            new FetchResult.Fetched(Encoding.UTF8.GetBytes(html), "text/html", null, null, FeedAddress.TryParse("https://a.example/page")!)
        );
}
