using System.Diagnostics;
using System.Text;
using AiNewsBot.Feeds.Fetching;
using FsCheck.Xunit;

namespace AiNewsBot.Feeds.Tests.Fetching;

/// <summary>The links to feeds in a page, of any size and shape.</summary>
public sealed class FeedLinkFinderTests
{
    [Theory]
    [InlineData("Köln", "utf-8", null)]
    [InlineData("Köln", "iso-8859-1", "iso-8859-1")]
    [InlineData("Москва", "windows-1251", null)]
    [InlineData("東京", "shift_jis", null)]
    [InlineData("Köln", "utf-16", "utf-16")]
    public void Title_is_decoded_by_the_encoding_of_server_or_page(string title, string encoding, string? header)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var body = Encoding
            .GetEncoding(encoding)
            .GetBytes($"<meta charset={encoding}><link rel=alternate type=application/rss+xml href=/feed title={title}>");

        Assert.Equal(title, Assert.Single(FeedLinkFinder.Find(Page(body, header))).Title);
    }

    [Theory]
    [InlineData("utf-7")]
    [InlineData("no-such-thing")]
    [InlineData("")]
    public void Unknown_encoding_is_read_as_UTF8(string charset) =>
        Assert.Equal("é", Assert.Single(FeedLinkFinder.Find(Page("<link rel=feed href=/feed title=é>"u8.ToArray(), charset))).Title);

    [Fact]
    public void Base_element_moves_the_links_of_a_page() =>
        Assert.Equal(
            "https://cdn.example/x/feed",
            Assert
                .Single(FeedLinkFinder.Find(Page("<base href='https://cdn.example/x/'><link rel=feed href=feed>"u8.ToArray())))
                .Address.ToString()
        );

    [Fact]
    public void Page_that_names_thousands_of_feeds_is_truncated() =>
        Assert.Equal(
            20,
            FeedLinkFinder
                .Find(
                    Page(
                        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 5000).Select(number => $"<link rel=feed href=/{number}>")))
                    )
                )
                .Length
        );

    [Theory]
    [InlineData("<b>")]
    [InlineData("<link ")]
    [InlineData("<link a=")]
    [InlineData("<a b='")]
    [InlineData("<!--")]
    [InlineData("<script>")]
    [InlineData("<link ====")]
    [InlineData("<")]
    [InlineData("&lt;")]
    [InlineData("<meta charset")]
    public void Page_of_8_MB_is_scanned_in_time(string part)
    {
        var body = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(part, 8 * 1024 * 1024 / part.Length)));
        var watch = Stopwatch.StartNew();

        Assert.Empty(FeedLinkFinder.Find(Page(body)));

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Property(MaxTest = 500)]
    public void Any_mixture_of_markup_neither_throws_nor_hangs(byte[] picks)
    {
        string[] marks =
        [
            "<",
            ">",
            "/",
            "=",
            "'",
            "\"",
            " ",
            "!--",
            "-->",
            "link",
            "base",
            "script",
            "</script",
            "rel=feed",
            "href=/x",
            "&amp;",
            "é",
            "\0",
        ];
        var html = string.Concat(picks.Select(pick => marks[pick % marks.Length]));

        Assert.All(HtmlTagScanner.Find(html, ["link", "base"]), tag => Assert.Contains(tag.Name, new[] { "link", "base" }));
        Assert.NotNull(LinkHeader.Parse([html]).ToArray());
    }

    private static FetchResult.Fetched Page(byte[] body, string? charset = null) =>
        new(body, "text/html", charset, null, FeedAddress.TryParse("https://example.org/blog/")!);
}
