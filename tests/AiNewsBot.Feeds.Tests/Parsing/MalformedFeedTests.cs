namespace AiNewsBot.Feeds.Tests.Parsing;

/// <summary>What was meant to be a feed is read as it was meant.</summary>
public sealed class MalformedFeedTests
{
    private const string One = "<item><title>One</title><link>https://example.org/1</link></item>";
    private const string Two = "<item><title>Two</title><link>https://example.org/2</link></item>";

    [Theory]
    [InlineData("an ampersand", "<item><title>One</title><link>https://example.org/1</link><description>A & B</description></item>" + Two)]
    [InlineData(
        "a name of HTML",
        "<item><title>One</title><link>https://example.org/1</link><description>A&nbsp;B</description></item>" + Two
    )]
    [InlineData(
        "a name that nobody declared",
        "<item><title>One</title><link>https://example.org/1</link><description>&foo;</description></item>" + Two
    )]
    [InlineData(
        "a less-than sign",
        "<item><title>One</title><link>https://example.org/1</link><description>3 < 4</description></item>" + Two
    )]
    [InlineData(
        "HTML that is not escaped",
        "<item><description><p>A<br>B<img src=x></description><title>One</title><link>https://example.org/1</link></item>" + Two
    )]
    [InlineData(
        "a page that is not escaped",
        "<item><title>One</title><description><html><head><title>X</title><link "
            + "href='y'></head></html></description><link>https://example.org/1</link></item>"
            + Two
    )]
    [InlineData("a title without an end", "<item><title>One<link>https://example.org/1</link></item>" + Two)]
    [InlineData("a link without an end", "<item><title>One</title><link>https://example.org/1</item>" + Two)]
    [InlineData(
        "a link without an end before another vocabulary",
        "<item><title>One</title><link>https://example.org/1<g:image_link>x</g:image_link></item>" + Two
    )]
    [InlineData(
        "a description without an end",
        "<item><title>One</title><link>https://example.org/1</link><description>A<guid>1</guid></item>" + Two
    )]
    [InlineData("an author without an end", "<item><author>A<title>One</title><link>https://example.org/1</link></item>" + Two)]
    [InlineData(
        "items without ends",
        "<item><title>One</title><link>https://example.org/1</link><item><title>Two</title><link>https://example.org/2</link>"
    )]
    [InlineData("a category without an end", "<item><category>A<title>One</title><link>https://example.org/1</link></item>" + Two)]
    [InlineData("an end too many", "</b></item>" + One + "</p>" + Two)]
    [InlineData("ends in another case", "<item><TITLE>One</title><link>https://example.org/1</LINK></Item>" + Two)]
    [InlineData("a picture without an end", "<image><url>x</url>" + One + Two)]
    [InlineData(
        "an attribute without quotation marks",
        "<item><title type=text>One</title><link>https://example.org/1</link></item>" + Two
    )]
    [InlineData("an attribute twice", "<item a='1' a='2'><title>One</title><link>https://example.org/1</link></item>" + Two)]
    [InlineData(
        "a quotation mark forgotten",
        "<item a=\"1><title>One</title><link>https://example.org/1</link></item><item "
            + "b=\"2\"><title>Two</title><link>https://example.org/2</link></item>"
    )]
    [InlineData("a tag that does not end", "<item <title>One</title><link>https://example.org/1</link></item>" + Two)]
    [InlineData(
        "a section that does not end",
        "<item><title>One</title><link>https://example.org/1</link><description><![CDATA[A</description></item>" + Two
    )]
    [InlineData("a comment that does not end", "<!-- x >" + One + Two)]
    [InlineData("a prefix that nobody declared", "<item><dc:title>One</dc:title><link>https://example.org/1</link></item>" + Two)]
    [InlineData("control characters", "<item><title>One\u0001</title><link>https://example.org/1</link></item>" + Two)]
    [InlineData("no end", One + Two + "<!--")]
    [InlineData("instructions", "<?php echo ?>" + One + "<? x ?>" + Two)]
    public void Malformed_markup_in_the_middle_is_tolerated(string what, string items)
    {
        var feed = Parsed.Feed($"<rss version='2.0'><channel><title>News</title>{items}</channel></rss>");

        Assert.True(feed.Entries.Length == 2, what);
        Assert.Equal(["One", "Two"], feed.Entries.Select(entry => entry.Title));
        Assert.Equal(["https://example.org/1", "https://example.org/2"], feed.Entries.Select(entry => entry.Link));
    }

    [Theory]
    [InlineData("\n\n  ")]
    [InlineData("\uFEFF\uFEFF")]
    [InlineData("<!-- made by hand -->")]
    [InlineData("<br />\n<b>Warning</b>: something in <b>line 7</b><br />\n")]
    [InlineData("Warning: something & more\n")]
    public void Text_before_the_declaration_is_tolerated(string before) =>
        Assert.Equal("One", Assert.Single(Parsed.Feed($"{before}<?xml version='1.0'?><rss><channel>{One}</channel></rss>").Entries).Title);

    [Theory]
    [InlineData("<!-- 0.2 seconds -->")]
    [InlineData("<script>alert('<x>')</script>")]
    [InlineData("</body></html>")]
    [InlineData("junk & more")]
    public void Text_after_the_end_is_tolerated(string after) =>
        Assert.Equal("One", Assert.Single(Parsed.Feed($"<rss><channel>{One}</channel></rss>{after}").Entries).Title);

    [Theory]
    [InlineData("<rss><channel><item><title>One</title></item><item><tit")]
    [InlineData("<rss><channel><item><title>One</title></item><item")]
    [InlineData("<rss><channel><item><title>One</title></item><item><title>Tw")]
    public void Truncated_feed_keeps_its_entries(string text) => Assert.Equal("One", Parsed.Feed(text).Entries[0].Title);

    // Cut identifiers and links are other ones, and an entry without them would be another entry when it comes whole.
    [Theory]
    [InlineData("<item><ti", 1, null, null)]
    [InlineData("<item><title>Two</title>", 1, null, null)]
    [InlineData("<item><title>Two</title><link>http://a.te", 1, null, null)]
    [InlineData("<item><title>Two</title><link>http://a.test/2</link><guid>http://a.te", 2, "Two", "http://a.test/2")]
    [InlineData("<item><link>http://a.test/2</link><title>Two and thr", 2, null, "http://a.test/2")]
    [InlineData("<item><title>Two</title><link>http://a.test/2</link></channel></rss>", 2, "Two", "http://a.test/2")]
    public void Feed_truncated_within_a_name_does_not_use_the_cut_name(string cut, int count, string? title, string? link)
    {
        var entries = Parsed.Feed($"<rss><channel><item><title>One</title><link>http://a.test/1</link></item>{cut}").Entries;

        Assert.Equal(count, entries.Length);
        Assert.Equal(("One", "http://a.test/1"), (entries[0].Title, entries[0].Link));
        if (count == 2)
            Assert.Equal((title, link, null), (entries[1].Title, entries[1].Link, entries[1].Id));
    }

    [Fact]
    public void Feed_embedded_in_a_page_is_found() =>
        Assert.Equal(
            "One",
            Assert
                .Single(
                    Parsed
                        .Feed(
                            "<html><body><feed xmlns='http://www.w3.org/2005/Atom'><entry><title>One</title></entry></feed></body></html>"
                        )
                        .Entries
                )
                .Title
        );

    [Fact]
    public void Entities_of_the_document_type_are_expanded()
    {
        var feed = Parsed.Feed(
            "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY co \"Example &#38; Sons\"><!ENTITY % p SYSTEM "
                + "'x'>]><rss><channel><item><title>By &co;</title></item></channel></rss>"
        );

        Assert.Equal("By Example & Sons", Assert.Single(feed.Entries).Title);
    }

    // A fault in one entry leaves the others intact.
    [Fact]
    public void Malformed_entry_does_not_affect_the_others()
    {
        var items = Enumerable
            .Range(0, 100)
            .Select(i => $"<item><title>Number {i} & more<guid>{i}</guid><description><p>x <b>y</description></item>");

        var entries = Parsed.Feed($"<rss><channel>{string.Concat(items)}").Entries;

        Assert.Equal(
            Enumerable.Range(0, 100).Select(i => new FeedEntry($"{i}", $"{i}", $"Number {i} & more", "x y", null, null)),
            entries.Select(entry => entry with { Text = null })
        );
    }
}
