using System.Text;
using AiNewsBot.News.Parsing;

namespace AiNewsBot.Tests.News.Parsing;

public sealed class FeedParserTests
{
    [Fact]
    public void An_rss_feed_is_read()
    {
        var feed = Parse(
            """
            <rss version="2.0"><channel><title>News</title><link>https://example.org/</link>
            <item><title>One</title><link>/one</link><guid>1</guid><pubDate>Mon, 11 Mar 2024 17:41:09 GMT</pubDate><description>First</description></item>
            </channel></rss>
            """);

        Assert.Equal("News", feed.Title);
        Assert.Equal("https://example.org/", feed.Link);
        var entry = Assert.Single(feed.Entries);
        Assert.Equal(new FeedEntry("1", "https://example.org/one", "One", "First", new DateTimeOffset(2024, 3, 11, 17, 41, 9, TimeSpan.Zero), null), entry);
    }

    [Fact]
    public void An_atom_feed_is_read()
    {
        var feed = Parse(
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><link href="https://example.org/"/>
            <entry><title>One</title><link href="one"/><id>tag:1</id><updated>2024-03-11T17:41:09Z</updated><summary>First</summary></entry>
            </feed>
            """);

        var entry = Assert.Single(feed.Entries);
        Assert.Equal(new FeedEntry("tag:1", "https://example.org/one", "One", "First", null, new DateTimeOffset(2024, 3, 11, 17, 41, 9, TimeSpan.Zero)), entry);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("<html><body>Not found</body></html>")]
    public void What_is_no_feed_is_refused(string body) => Assert.Throws<FeedFormatException>(() => Parse(body));

    private static Feed Parse(string text) => FeedParser.Parse(Encoding.UTF8.GetBytes(text), "text/xml", new Uri("https://example.org/feed"));
}
