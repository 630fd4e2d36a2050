using System.Globalization;

namespace AiNewsBot.Feeds.Tests.Parsing;

/// <summary>Which of an entry's elements become which of its fields.</summary>
public sealed class FieldTests
{
    private const string Media = "xmlns:media='http://search.yahoo.com/mrss/'";
    private const string DublinCore = "xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:dcterms='http://purl.org/dc/terms/'";

    [Theory]
    [InlineData("<link>https://example.org/1</link>", "https://example.org/1")]
    [InlineData("<link> \n https://example.org/1\n </link>", "https://example.org/1")]
    [InlineData("<link><![CDATA[https://example.org/?a=1&b=2]]></link>", "https://example.org/?a=1&b=2")]
    [InlineData("<link>https://example.org/?a=1&amp;b=2</link>", "https://example.org/?a=1&b=2")]
    [InlineData("<link href='https://example.org/1'/>", "https://example.org/1")]
    [InlineData("<guid>https://example.org/1</guid>", "https://example.org/1")]
    [InlineData("<guid isPermaLink='true'>https://example.org/1</guid>", "https://example.org/1")]
    [InlineData("<guid isPermaLink='false'>https://example.org/1</guid>", null)]
    [InlineData("<guid>https://example.org/g</guid><link>https://example.org/1</link>", "https://example.org/1")]
    [InlineData("<link>https://example.org/1</link><source url='x'><link>https://example.org/2</link></source>", "https://example.org/1")]
    [InlineData("<image><link>https://example.org/2</link></image>", null)]
    [InlineData("<link></link>", null)]
    public void Link_of_an_rss_item_is_read(string elements, string? link) => Assert.Equal(link, Parsed.Item(elements).Link);

    [Theory]
    [InlineData("<link>https://feedproxy.test/~r/1</link><feedburner:origLink>https://example.org/1</feedburner:origLink>")]
    [InlineData("<feedburner:origLink>https://example.org/1</feedburner:origLink><link>https://feedproxy.test/~r/1</link>")]
    [InlineData(
        "<link href='https://feedproxy.test/~r/1'/><fb:origLink "
            + "xmlns:fb='http://rssnamespace.org/feedburner/ext/1.0'>https://example.org/1</fb:origLink>"
    )]
    [InlineData("<link>https://example.org/1</link><feedburner:origLink/>")]
    public void The_link_of_an_item_is_its_page_and_not_that_which_counts_clicks(string elements) =>
        Assert.Equal(
            "https://example.org/1",
            Parsed.Item($"<x xmlns:feedburner='http://rssnamespace.org/feedburner/ext/1.0'>{elements}</x>").Link
        );

    [Theory]
    [InlineData(
        "<link href='https://copy.test/1'/><link rel='canonical' href='https://own.test/1'/>",
        "https://own.test/1",
        "https://copy.test/1"
    )]
    [InlineData(
        "<link rel='canonical' type='text/html' href='1'/><link href='https://copy.test/1'/>",
        "https://example.org/1",
        "https://copy.test/1"
    )]
    [InlineData("<link rel='http://www.iana.org/assignments/relation/canonical' href='https://own.test/1'/>", "https://own.test/1", null)]
    [InlineData(
        "<a:link xmlns:a='http://www.w3.org/2005/Atom' rel='canonical' href='https://own.test/1'/><link>https://copy.test/1</link>",
        "https://own.test/1",
        "https://copy.test/1"
    )]
    [InlineData("<link href='https://copy.test/1'/><link rel='via' href='https://own.test/1'/>", null, "https://copy.test/1")]
    [InlineData(
        "<source><link rel='canonical' href='https://own.test/1'/></source><link href='https://copy.test/1'/>",
        null,
        "https://copy.test/1"
    )]
    public void The_page_that_an_entry_declares_canonical_is_read_beside_its_link(string elements, string? canonical, string? link)
    {
        foreach (
            var entry in new[] { Parsed.Entry(elements, "https://example.org/feed"), Parsed.Item(elements, "https://example.org/feed") }
        )
            Assert.Equal((canonical, link), (entry.Canonical, entry.Link));
    }

    [Theory]
    [InlineData("<link href='1'/>", "1")]
    [InlineData("<link rel='alternate' href='1'/>", "1")]
    [InlineData("<link rel='http://www.iana.org/assignments/relation/alternate' href='1'/>", "1")]
    [InlineData("<link rel='self' href='2'/><link href='1'/><link rel='replies' href='3'/>", "1")]
    [InlineData("<link type='application/json' href='2'/><link type='text/html' href='1'/>", "1")]
    [InlineData("<link type='application/pdf' href='1'/>", "1")]
    [InlineData("<link rel='enclosure' href='2'/>", null)]
    [InlineData("<id>https://example.org/1</id>", "https://example.org/1")]
    [InlineData("<source><link href='2'/></source><link href='1'/>", "1")]
    [InlineData("<author><link href='2'/></author>", null)]
    public void Link_of_an_atom_entry_is_read(string elements, string? link) => Assert.Equal(link, Parsed.Entry(elements).Link);

    [Theory]
    [InlineData("<title>One</title><media:title>Picture</media:title>", "One")]
    [InlineData("<media:title>Picture</media:title><title>One</title>", "One")]
    [InlineData("<media:group><media:title>Picture</media:title></media:group>", "Picture")]
    [InlineData("<dc:title>One</dc:title>", "One")]
    [InlineData("<title></title><dc:title>One</dc:title>", "One")]
    [InlineData("<title>One</title><title>Two</title>", "One")]
    [InlineData("<TITLE>One</TITLE>", "One")]
    [InlineData("<author><title>Dr.</title></author>", null)]
    [InlineData("<wrapper><title>Inner</title></wrapper><title>One</title>", "One")]
    [InlineData("<wrapper><title>Inner</title></wrapper>", "Inner")]
    public void Title_is_read(string elements, string? title) =>
        Assert.Equal(title, Parsed.Item($"<x {Media} {DublinCore}>{elements}</x>").Title);

    [Theory]
    [InlineData("<description>Short</description><content:encoded>Long</content:encoded>", "Short")]
    [InlineData("<content:encoded>Long</content:encoded>", "Long")]
    [InlineData("<description></description><content:encoded>Long</content:encoded>", "Long")]
    [InlineData("<body xmlns='http://www.w3.org/1999/xhtml'><p>Long</p></body>", "Long")]
    public void Summary_is_read(string elements, string summary) =>
        Assert.Equal(summary, Parsed.Item($"<x xmlns:content='http://purl.org/rss/1.0/modules/content/'>{elements}</x>").Summary);

    [Theory]
    [InlineData("<pubDate>2024-03-11</pubDate>", "2024-03-11", null)]
    [InlineData("<dc:date>2024-03-11</dc:date>", "2024-03-11", null)]
    [InlineData("<pubDate>2024-03-11</pubDate><dc:date>2024-03-12</dc:date>", "2024-03-11", null)]
    [InlineData("<dcterms:issued>2024-03-11</dcterms:issued><dcterms:modified>2024-03-12</dcterms:modified>", "2024-03-11", "2024-03-12")]
    [InlineData("<created>2024-03-11</created><updated>2024-03-12</updated>", "2024-03-11", "2024-03-12")]
    [InlineData("<created>2024-03-10</created><published>2024-03-11</published>", "2024-03-11", null)]
    [InlineData("<pubDate>soon</pubDate>", null, null)]
    [InlineData("", null, null)]
    public void Dates_are_read(string elements, string? published, string? updated)
    {
        var entry = Parsed.Item($"<x {DublinCore}>{elements}</x>");

        Assert.Equal((published, updated), (Day(entry.Published), Day(entry.Updated)));
    }

    [Theory]
    [InlineData("1", "https://example.org/blog/1")]
    [InlineData("/1", "https://example.org/1")]
    [InlineData("../1", "https://example.org/1")]
    [InlineData("//example.com/1", "https://example.com/1")]
    [InlineData("?p=1", "https://example.org/blog/feed.xml?p=1")]
    [InlineData("HTTP://example.com/é", "HTTP://example.com/é")]
    [InlineData("mailto:a@example.org", "mailto:a@example.org")]
    public void Relative_link_is_resolved_against_the_address(string link, string absolute) =>
        Assert.Equal(absolute, Parsed.Item($"<link>{link}</link>", "https://example.org/blog/feed.xml").Link);

    [Theory]
    [InlineData("https://example.com/a/", "1", "https://example.com/a/1")]
    [InlineData("a/", "1", "https://example.org/a/1")]
    [InlineData("a/../b/./", "./1", "https://example.org/b/1")]
    [InlineData("https://example.com", "1", "https://example.com/1")]
    public void Relative_link_is_resolved_against_the_base_of_the_document(string @base, string link, string absolute) =>
        Assert.Equal(absolute, Parsed.Entry($"<x xml:base='{@base}'><link href='{link}'/></x>", "https://example.org/feed").Link);

    [Fact]
    public void Base_without_a_scheme_is_used_when_no_address_is_known() =>
        Assert.Equal("/a/1", Parsed.Entry("<x xml:base='/a/'><link href='1'/></x>").Link);

    // An identifier that changed with the address of the feed would make all of its entries new.
    [Fact]
    public void Identifier_is_kept_verbatim()
    {
        var entry = Parsed.Item("<guid>17</guid>", "https://example.org/feed");

        Assert.Equal(("17", "17"), (entry.Id, entry.Link));
    }

    // What the document itself says is the same wherever it is had from.
    [Theory]
    [InlineData("http://example.com/test/", "<id>relative/link</id>", "http://example.com/test/relative/link")]
    [InlineData("http://example.com/test/", "<id>urn:uuid:1</id>", "urn:uuid:1")]
    [InlineData("http://example.com/test/", "<x xml:base='more/'><id>1</id></x>", "http://example.com/test/more/1")]
    [InlineData("/blog/", "<id>1</id>", "/blog/1")]
    public void Relative_identifier_is_resolved_against_a_declared_base(string @base, string elements, string id) =>
        Assert.Equal(
            [id, id],
            new[] { "https://one.test/feed", "https://other.test/feed" }.Select(address =>
                Parsed
                    .Feed($"<feed xmlns='http://www.w3.org/2005/Atom' xml:base='{@base}'><entry>{elements}</entry></feed>", address)
                    .Entries[0]
                    .Id
            )
        );

    [Fact]
    public void Identifier_that_is_no_address_is_not_resolved()
    {
        var entry = Parsed
            .Feed("<rss xml:base='http://example.com/a/'><channel><item><guid isPermaLink='false'>17</guid></item></channel></rss>")
            .Entries[0];

        Assert.Equal(("17", null), (entry.Id, entry.Link));
    }

    [Fact]
    public void Rdf_item_is_identified_by_rdf_about() =>
        Assert.Equal(
            ["urn:1", "g"],
            Parsed
                .Feed(
                    "<rss xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><item r:about='urn:1'/><item "
                        + "r:about='urn:2'><guid>g</guid></item></rss>"
                )
                .Entries.Select(entry => entry.Id)
        );

    [Theory]
    [InlineData("{\"id\": 7}", "7", null)]
    [InlineData("{\"id\": null, \"external_url\": \"/x\"}", null, "https://example.org/x")]
    [InlineData("{\"id\": {\"a\": [1]}, \"url\": [\"b\"], \"title\": true}", null, null)]
    [InlineData("{\"id\": \"\\ud800\"}", null, null)]
    public void Field_of_the_wrong_type_is_skipped(string item, string? id, string? link)
    {
        var entry = Assert.Single(
            Parsed
                .Feed($$"""{"items": [3, {{item}}, [4]], "version": "https://jsonfeed.org/version/1.1"}""", "https://example.org/")
                .Entries
        );

        Assert.Equal(new FeedEntry(id, link, null, null, null, null), entry);
    }

    private static string? Day(DateTimeOffset? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
