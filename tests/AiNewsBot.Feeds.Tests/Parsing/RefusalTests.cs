using System.Text;

namespace AiNewsBot.Feeds.Tests.Parsing;

/// <summary>What is no feed is called what it is, in a sentence for those who gave its address.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("", "There is nothing in it.")]
    [InlineData(" \n\t", "There is nothing in it.")]
    [InlineData("Not found", "This is no feed: it has no markup in it.")]
    [InlineData("a < b", "This is no feed: it has no markup in it.")]
    [InlineData(
        "<!DOCTYPE html><html><head><title>X</title></head><body><p>Hello<br></body></html>",
        "This is a web page (HTML), and no feed."
    )]
    [InlineData("<html xmlns='http://www.w3.org/1999/xhtml'><head/></html>", "This is a web page (HTML), and no feed.")]
    [InlineData("<html><script>var x = '<rss version=2>';</script></html>", "This is a web page (HTML), and no feed.")]
    [InlineData("<p>Gone</p>", "This is a web page (HTML), and no feed.")]
    [InlineData("<opml version='2.0'><body><outline xmlUrl='x'/></body></opml>", "This is a list of feeds (OPML), and no feed itself.")]
    [InlineData(
        "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url/></urlset>",
        "This is the map of a site (a sitemap), and no feed."
    )]
    [InlineData(
        "<CHANNEL HREF='x'><ITEM/></CHANNEL>",
        "This is a channel in Microsoft's CDF, or RSS without its first element, and neither is read."
    )]
    [InlineData(
        "<CHANNEL><CHANNEL><ITEM/></CHANNEL></CHANNEL>",
        "This is a channel in Microsoft's CDF, or RSS without its first element, and neither is read."
    )]
    [InlineData("<tv><channel><title>x</title></channel><item/></tv>", "This is an XML document that begins with 'tv', and no feed.")]
    [InlineData(
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description/></rdf:RDF>",
        "This is RDF without a channel or items, and no feed."
    )]
    [InlineData("<catalog><title>x</title></catalog>", "This is an XML document that begins with 'catalog', and no feed.")]
    [InlineData("<a·b\u0660c>", "This is an XML document that begins with 'a?b?c', and no feed.")]
    [InlineData("{\"a\": 1}", "This is JSON, but no JSON Feed: it does not name the version of one.")]
    [InlineData("{\"version\": \"1.0\", \"items\": []}", "This is JSON, but no JSON Feed: it does not name the version of one.")]
    [InlineData("[]", "This is JSON, but no JSON Feed: it does not name the version of one.")]
    [InlineData("{\"a\":\n", "This is JSON that cannot be read: it goes wrong or breaks off in line 2.")]
    public void Refusal_names_what_the_document_is(string text, string sentence) => Assert.Equal(sentence, Parsed.Refusal(text));

    [Fact]
    public void Bytes_that_are_no_text_are_refused() =>
        Assert.NotEmpty(Parsed.Refusal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]));

    [Fact]
    public void Name_from_the_document_is_truncated() =>
        Assert.True(Parsed.Refusal(Encoding.UTF8.GetBytes($"<{new string('a', 5000)}/>")).Length < 120);
}
