namespace AiNewsBot.Feeds.Tests.Parsing;

/// <summary>Feeds whose elements are the usual ones under other prefixes and addresses.</summary>
public sealed class VocabularyTests
{
    private const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    [Theory]
    [InlineData(
        "its own prefix for Dublin Core",
        "<rss "
            + "xmlns:z='http://purl.org/dc/elements/1.1/'><channel><item><title>One</title>"
            + "<link>http://a.test/1</link><z:date>2026-03-01T10:00:00Z</z:date></item></channel></rss>"
    )]
    [InlineData(
        "no namespace declared",
        "<rss><channel><item><title>One</title><link>http://a.test/1</link><dc:date>2026-03-01T10:00:00Z</dc:date></item></channel></rss>"
    )]
    [InlineData(
        "an address that nobody knows",
        "<rss "
            + "xmlns:dc='http://a.test/dublin-core'><channel><item><title>One</title><link>http://a.test/1</link>"
            + "<dc:date>2026-03-01T10:00:00Z</dc:date></item></channel></rss>"
    )]
    [InlineData(
        "Atom with a prefix",
        "<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:entry><a:title>One</a:title><a:link "
            + "href='http://a.test/1'/><a:published>2026-03-01T12:00:00+02:00</a:published></a:entry></a:feed>"
    )]
    [InlineData(
        "Atom within RSS",
        "<rss xmlns:atom='http://www.w3.org/2005/Atom'><channel><item><title>One</title><atom:link rel='self' "
            + "href='http://a.test/x'/><atom:link "
            + "href='http://a.test/1'/><atom:published>2026-03-01T10:00:00Z</atom:published></item></channel></rss>"
    )]
    [InlineData(
        "RDF under another prefix",
        $"<x:RDF xmlns:x='{Rdf}' xmlns='http://purl.org/rss/1.0/' xmlns:k='http://purl.org/dc/elements/1.1/'><channel "
            + $"x:about='http://a.test/'/><item "
            + $"x:about='http://a.test/1'><title>One</title><link>http://a.test/1</link><k:date>2026-03-01T10:00Z</k:date></item></x:RDF>"
    )]
    [InlineData(
        "RSS 1.0 with a prefix",
        $"<r:RDF xmlns:r='{Rdf}' xmlns:n='http://purl.org/rss/1.0/' "
            + $"xmlns:dc='http://purl.org/dc/elements/1.1/'><n:channel/><n:item><n:title>One</n:title>"
            + "<n:link>http://a.test/1</n:link><dc:date>2026-03-01T10:00:00Z</dc:date></n:item></r:RDF>"
    )]
    [InlineData(
        "RSS 0.90 of another address with a prefix",
        $"<rdf:RDF xmlns:rdf='{Rdf}' "
            + $"xmlns:rss='http://channel.netscape.com/rdf/simple/0.9/'><rss:channel/><rss:item>"
            + "<rss:title>One</rss:title><rss:link>http://a.test/1</rss:link>"
            + "<rss:pubDate>Sun, 01 Mar 2026 10:00:00 GMT</rss:pubDate></rss:item></rdf:RDF>"
    )]
    [InlineData(
        "no channel",
        "<rss version='2.0'><title>F</title><item><title>One</title><link>http://a.test/1</link><pubDate>Sun, 01 Mar 2026 10:00:00 "
            + "GMT</pubDate></item></rss>"
    )]
    [InlineData(
        "capitals",
        "<RSS><CHANNEL><ITEM><TITLE>One</TITLE><LINK>http://a.test/1</LINK><PUBDATE>Sun, 01 Mar 2026 10:00:00 "
            + "GMT</PUBDATE></ITEM></CHANNEL></RSS>"
    )]
    [InlineData(
        "fields in each other's sections",
        "<rss><channel><item><title><![CDATA[One]]></title><link><![CDATA[ http://a.test/1 ]]></link><pubDate><![CDATA[Sun, 01 Mar "
            + "2026]]> 10:00:00 GMT</pubDate></item></channel></rss>"
    )]
    public void Entry_of_any_vocabulary_is_read(string what, string document)
    {
        _ = what;
        var entry = Assert.Single(Parsed.Feed(document).Entries);

        Assert.Equal(
            ("One", "http://a.test/1", new DateTimeOffset(2026, 3, 1, 10, 0, 0, TimeSpan.Zero)),
            (entry.Title, entry.Link, entry.Published)
        );
    }

    [Theory]
    [InlineData("<title mode='escaped' type='text/html'>a &amp;lt; &lt;b>b&lt;/b></title>", "a < b")]
    [InlineData("<title mode='base64' type='text/plain'>VMOvdGxl</title>", "Tïtle")]
    [InlineData(
        "<title mode='xml' type='application/xhtml+xml'>a <b xmlns='http://www.w3.org/1999/xhtml'>b</b> &amp; c</title>",
        "a b & c"
    )]
    [InlineData("<title mode='base64'>this is none</title>", "this is none")]
    public void Atom_0_3_content_modes_are_read(string element, string title) =>
        Assert.Equal(
            title,
            Assert
                .Single(Parsed.Feed($"<feed xmlns='http://purl.org/atom/ns#' version='0.3'><entry>{element}</entry></feed>").Entries)
                .Title
        );

    [Theory]
    [InlineData("<rss xmlns:media='http://a.test/media'><channel><item><media:title>One</media:title></item></channel></rss>", "One")]
    [InlineData("<rss xmlns:x='http://a.test/media'><channel><item><x:title>One</x:title></item></channel></rss>", null)]
    public void Known_prefix_identifies_its_namespace(string document, string? title) =>
        Assert.Equal(title, Assert.Single(Parsed.Feed(document).Entries).Title);
}
