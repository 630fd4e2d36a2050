namespace AiNewsBot.Feeds.Tests.Parsing;

/// <summary>One feed with one entry, in each of the formats.</summary>
public sealed class FormatTests
{
    private static readonly DateTimeOffset Date = new(2024, 3, 11, 17, 41, 9, TimeSpan.Zero);

    [Theory]
    [InlineData("0.91")]
    [InlineData("0.92")]
    [InlineData("0.93")]
    [InlineData("0.94")]
    [InlineData("2.0")]
    [InlineData("2.0.1")]
    [InlineData("")]
    public void Rss_is_read(string version) =>
        IsRead(
            $"""
            <?xml version="1.0"?>
            <rss version="{version}"><channel><title>News</title><link>https://example.org/</link><ttl>90</ttl>
              <item><title>One</title><link>https://example.org/1</link><guid isPermaLink="false">1</guid>
                <pubDate>Mon, 11 Mar 2024 17:41:09 GMT</pubDate><description>First</description></item>
            </channel></rss>
            """,
            published: Date,
            ttl: TimeSpan.FromMinutes(90)
        );

    [Fact]
    public void Rss_2_in_a_namespace_is_read() =>
        IsRead(
            """
            <r:rss version="2.0" xmlns:r="http://backend.userland.com/RSS2"><r:channel><r:title>News</r:title>
            <r:link>https://example.org/</r:link>
              <r:item><r:title>One</r:title><r:link>https://example.org/1</r:link><r:guid isPermaLink="false">1</r:guid>
                <r:pubDate>Mon, 11 Mar 2024 17:41:09 GMT</r:pubDate><r:description>First</r:description></r:item>
            </r:channel></r:rss>
            """,
            published: Date
        );

    [Theory]
    [InlineData("http://my.netscape.com/rdf/simple/0.9/")]
    [InlineData("http://purl.org/rss/1.0/")]
    public void Rdf_is_read(string version) =>
        IsRead(
            $"""
            <rdf:RDF xmlns="{version}" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">
              <channel rdf:about="https://example.org/feed"><title>News</title><link>https://example.org/</link>
                <items><rdf:Seq><rdf:li rdf:resource="1"/></rdf:Seq></items></channel>
              <image><title>Logo</title><url>https://example.org/logo.png</url><link>https://example.org/logo</link></image>
              <item rdf:about="1"><title>One</title><link>https://example.org/1</link><description>First</description>
              <dc:date>2024-03-11T17:41:09Z</dc:date></item>
              <textinput><title>Search</title><link>https://example.org/search</link></textinput>
            </rdf:RDF>
            """,
            published: Date
        );

    [Theory]
    [InlineData("<items rdf:parseType='Collection'>{0}</items>")]
    [InlineData("<image><title>Logo</title><link>https://example.org/logo</link></image><items>{0}</items>")]
    public void Rss_1_1(string items) =>
        IsRead(
            $"""
            <Channel xmlns="http://purl.org/net/rss1.1#" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
                xmlns:dc="http://purl.org/dc/elements/1.1/" rdf:about="https://example.org/feed">
              <title>News</title><link>https://example.org/</link><description>All</description>
              {items.Replace(
                "{0}",
                "<item rdf:about='1'><title>One</title><link>https://example.org/1</link><description>First</description>"
                    + "<dc:date>2024-03-11T17:41:09Z</dc:date></item>",
                StringComparison.Ordinal
            )}
            </Channel>
            """,
            published: Date
        );

    [Fact]
    public void Atom_1_is_read() =>
        IsRead(
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><link href="https://example.org/"/>
            <link rel="self" href="https://example.org/feed"/>
              <entry><title>One</title><link href="https://example.org/1"/><id>1</id><published>2024-03-11T17:41:09Z</published>
                <updated>2024-03-12T17:41:09Z</updated><summary>First</summary><content>All</content></entry>
            </feed>
            """,
            published: Date,
            updated: Date.AddDays(1)
        );

    [Theory]
    [InlineData("http://purl.org/atom/ns#")]
    [InlineData("http://purl.org/pie/")]
    public void Atom_0_3_is_read(string version) =>
        IsRead(
            $"""
            <feed version="0.3" xmlns="{version}"><title>News</title><link rel="alternate" type="text/html" href="https://example.org/"/>
              <entry><title>One</title><link rel="alternate" type="text/html" href="https://example.org/1"/><id>1</id>
                <issued>2024-03-11T17:41:09Z</issued><modified>2024-03-12T17:41:09Z</modified><summary>First</summary></entry>
            </feed>
            """,
            published: Date,
            updated: Date.AddDays(1)
        );

    [Fact]
    public void Atom_with_a_prefix_is_read() =>
        IsRead(
            """
            <a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>News</a:title><a:link href="https://example.org/"/>
              <a:entry><a:title>One</a:title><a:link href="https://example.org/1"/><a:id>1</a:id>
              <a:updated>2024-03-11T17:41:09Z</a:updated><a:summary>First</a:summary></a:entry>
            </a:feed>
            """,
            updated: Date
        );

    [Theory]
    [InlineData("https://jsonfeed.org/version/1")]
    [InlineData("https://jsonfeed.org/version/1.1")]
    public void Json_Feed_is_read(string version) =>
        IsRead(
            $$"""
            { "version": "{{version}}", "title": "News", "home_page_url": "https://example.org/",
              "authors": [{ "name": "A", "url": "https://example.org/a" }],
              "items": [{ "id": "1", "url": "https://example.org/1", "title": "One", "content_html": "<p>All</p>", "summary": "First",
                "date_published": "2024-03-11T17:41:09Z", "date_modified": "2024-03-12T17:41:09Z", "tags": ["x"] }] }
            """,
            published: Date,
            updated: Date.AddDays(1)
        );

    [Fact]
    public void Single_atom_entry_is_a_feed_of_one() =>
        Assert.Equal(
            "One",
            Assert.Single(Parsed.Feed("<entry xmlns='http://www.w3.org/2005/Atom'><title>One</title></entry>").Entries).Title
        );

    [Fact]
    public void Feed_without_entries_is_a_feed() => Assert.Empty(Parsed.Feed("<rss><channel><title>News</title></channel></rss>").Entries);

    [Theory]
    [InlineData("<rss><channel><item/><item><title>One</title></item><item></item><item> </item></channel></rss>")]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'><entry/><entry><title>One</title></entry></feed>")]
    [InlineData("{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [{}, {\"title\": \"One\"}, {}]}")]
    public void Entry_without_content_is_left_out(string text) => Assert.Equal("One", Assert.Single(Parsed.Feed(text).Entries).Title);

    [Theory]
    [InlineData("<ttl>0</ttl>")]
    [InlineData("<ttl>soon</ttl>")]
    [InlineData("<ttl>99999999999</ttl>")]
    [InlineData("<item><ttl>9</ttl></item>")]
    [InlineData("<sy:updatePeriod xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'>hourly</sy:updatePeriod>")]
    public void Ttl_that_is_no_number_is_ignored(string element) =>
        Assert.Null(Parsed.Feed($"<rss><channel>{element}</channel></rss>").Ttl);

    private static void IsRead(string text, DateTimeOffset? published = null, DateTimeOffset? updated = null, TimeSpan? ttl = null)
    {
        var feed = Parsed.Feed(text);

        Assert.Equal("News", feed.Title);
        Assert.Equal("https://example.org/", feed.Link);
        Assert.Equal(ttl, feed.Ttl);
        Assert.Equal(
            new FeedEntry("1", "https://example.org/1", "One", "First", published, updated),
            Assert.Single(feed.Entries) with
            {
                Text = null,
                Author = null,
                Categories = [],
            }
        );
    }
}
