using System.Text;
using AiNewsBot.Feeds.Parsing.Formats;
using AiNewsBot.Feeds.Parsing.Markup;
using AiNewsBot.Feeds.Parsing.Text;

namespace AiNewsBot.Feeds.Tests.Parsing;

/// <summary>Feeds that are made to cost much: they are refused, or cost no more than others of their size.</summary>
public sealed class HostileFeedTests
{
    // Openings that nothing closes, in all the ways in which a reader could look for the end again and again.
    private static readonly string[] Pieces =
    [
        "<",
        "<a",
        "<a>",
        "</a>",
        "</",
        "<!",
        "<!--",
        "<!-- -- >",
        "<![CDATA[",
        "<![CDATA[ ]] >",
        "<?",
        "<?x",
        "<!DOCTYPE x ",
        "<!DOCTYPE x [",
        "<a b=\"",
        "<a b='",
        "<a b=\"<a c='",
        "<a b=\"x ",
        "<a b=\" c=\"<",
        "<a b=\" ",
        "<a =",
        "<a b=c\"",
        "&",
        "&#",
        "&#x",
        "&a",
        "&amp;",
        "&lt;",
        "&lt;a b=\"",
        "&lt;q \" a=\"&lt;q ",
        "&lt;!--",
        "&lt;script&gt;",
        "&lt;script",
        "<script>",
        "<title>",
        "<item>",
        "<item><title>",
        "<item><link>",
        "<description>",
        "<image>",
        "<author>",
        "<item></item>",
        "<x:y xmlns:x='z'>",
        "<a xml:base='b/'>",
        "\"",
        "'",
        " ",
        "\0",
        "]]>",
        "-->",
        "\u0301",
        "\ud83d\ude00",
    ];

    public static TheoryData<string> AllPieces => [.. Pieces];

    [Theory]
    [MemberData(nameof(AllPieces))]
    public void Parsing_time_grows_linearly(string piece)
    {
        // Between an item's tags, and within its title and its description.
        foreach (
            var frame in (string[])
                [
                    "<rss><channel>{0}",
                    "<rss><channel><item>{0}",
                    "<rss><channel><item><title>{0}",
                    "<rss><channel><item><description>{0}",
                    "{0}",
                ]
        )
        {
            var (text, work) = Read(frame, piece, 5_000);

            Assert.True(work <= 8L * text.Length + 1000, $"{work} characters were looked at in {text.Length} of {frame}");
        }
    }

    [Theory]
    [MemberData(nameof(AllPieces))]
    public void Html_parsing_time_grows_linearly(string piece)
    {
        var html = string.Concat(Enumerable.Repeat(piece, 5_000));
        foreach (var onlyKnown in (bool[])[false, true])
        {
            var work = HtmlText.AddTo(new PlainText().Begin(int.MaxValue), html, onlyKnown);

            Assert.True(work <= 8L * html.Length + 1000, $"{work} characters were looked at in {html.Length}");
        }
    }

    [Theory]
    [InlineData("<rss><channel>{0}<item><title>One</title></item></channel></rss>", "<a>", "</a>")]
    [InlineData("<rss><channel>{0}", "<a>", "")]
    public void Hundred_thousand_nested_elements_are_refused(string frame, string begin, string end) =>
        Assert.Equal(
            "Its elements are nested more than 1000 deep.",
            Parsed.Refusal(string.Format(null, frame, Nested(100_000, begin, end)))
        );

    [Theory]
    [InlineData("<div>", "</div>")]
    [InlineData("<div>", "")]
    public void Hundred_thousand_nested_elements_in_content_are_read_as_tags(string begin, string end)
    {
        var feed = Parsed.Feed(
            $"<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>One</title><content "
                + $"type='xhtml'>{Nested(100_000, begin, "")}deep{Nested(100_000, end, "")}</content></entry></feed>"
        );

        Assert.Equal(("One", "deep"), (Assert.Single(feed.Entries).Title, feed.Entries[0].Summary));
    }

    [Fact]
    public void Fifty_thousand_nested_escaped_tags_are_read()
    {
        var entry = Parsed.Item(
            $"<title>{Nested(50_000, "&lt;b&gt;", "&lt;/b&gt;")}</title>"
                + $"<description>{Nested(50_000, "&lt;div&gt;", "&lt;/div&gt;")}</description>"
        );

        Assert.Equal((null, null), (entry.Title, entry.Summary));
        Assert.Equal("deep", Parsed.Item($"<description>{Nested(5_000, "&lt;p&gt;", "")}deep</description>").Summary);
    }

    [Fact]
    public void Entity_bomb_does_not_expand()
    {
        var declarations = string.Concat(
            Enumerable.Range(1, 9).Select(i => $"<!ENTITY lol{i} \"{string.Concat(Enumerable.Repeat($"&lol{i - 1};", 10))}\">")
        );

        var entry = Assert.Single(
            Parsed
                .Feed(
                    $"<!DOCTYPE lolz [<!ENTITY lol0 "
                        + $"\"lol\">{declarations}]><rss><channel><item>"
                        + "<title>&lol9;</title><description>&lol1;</description></item></channel></rss>"
                )
                .Entries
        );

        Assert.Equal(("&lol9;", "&lol1;"), (entry.Title, entry.Summary));
    }

    [Fact]
    public void Long_entity_used_often_is_truncated()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();

        var entry = Assert.Single(
            Parsed
                .Feed(
                    $"<!DOCTYPE a [<!ENTITY a "
                        + $"\"{new string('a', 150)}\">]><rss><channel><item><description>{Nested(500_000, "&a;", "")}"
                        + "</description></item></channel></rss>"
                )
                .Entries
        );

        Assert.InRange(entry.Summary!.Length, 1, FeedLimits.Summary + 1);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 32 * 1024 * 1024);
    }

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>")]
    [InlineData("<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://127.0.0.1:9/p'> %p;]>")]
    [InlineData("<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/a.dtd'>")]
    [InlineData("<!DOCTYPE a PUBLIC '-//A//B' 'file:///etc/passwd'>")]
    public void External_entities_are_not_resolved(string documentType) =>
        Assert.Equal(
            "&x;",
            Assert.Single(Parsed.Feed($"{documentType}<rss><channel><item><title>&x;</title></item></channel></rss>").Entries).Title
        );

    [Theory]
    [InlineData("<rss><channel>{0}</channel></rss>", "<item/>")]
    [InlineData("{{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [{0}0]}}", "{},")]
    public void Feed_with_too_many_entries_is_refused(string frame, string entry) =>
        Assert.Equal("It has more than 10000 entries.", Parsed.Refusal(string.Format(null, frame, Nested(10_001, entry, ""))));

    [Fact]
    public void Body_over_the_limit_is_refused() =>
        Assert.Equal("It is larger than 16 MB.", Parsed.Refusal(new byte[FeedLimits.Bytes + 1]));

    [Fact]
    public void Deeply_nested_json_is_refused() =>
        Assert.Contains("line 1", Parsed.Refusal("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":" + new string('[', 100_000)));

    // The framework's own reader takes half a minute for 8 MB of them.
    [Fact]
    public void Element_with_a_hundred_thousand_attributes_skips_the_strict_reader()
    {
        var attributes = string.Join(' ', Enumerable.Range(0, 100_000).Select(i => $"a{i}='1'"));

        Assert.False(XmlPrecheck.IsSafe(Encoding.UTF8.GetBytes($"<rss><item {attributes}/></rss>")));
        Assert.Equal("One", Assert.Single(Parsed.Feed($"<rss><item {attributes}><title>One</title></item></rss>").Entries).Title);
    }

    [Theory]
    [InlineData("<rss a='1' b=\"2\"><item/></rss>", true)]
    [InlineData("<?xml version='1.0'?><!DOCTYPE rss SYSTEM 'x'><rss/>", true)]
    [InlineData("<!DOCTYPE rss [<!ENTITY a 'b'>]><rss/>", false)]
    [InlineData("<!-- <a \" --><b {0}/>", false)]
    [InlineData("<![CDATA[ <a \" ]]><b {0}/>", false)]
    [InlineData("<?x <a \" ?><b {0}/>", false)]
    [InlineData("<![CDATA[ <b {0}/> ]]>", true)]
    [InlineData("<!-- <b {0}/> -->", true)]
    public void Attribute_precheck_cannot_be_evaded(string text, bool isAdmitted) =>
        Assert.Equal(
            isAdmitted,
            XmlPrecheck.IsSafe(Encoding.UTF8.GetBytes(text.Replace("{0}", Nested(150, "a='>' ", ""), StringComparison.Ordinal)))
        );

    private static (string Text, long Work) Read(string frame, string piece, int times)
    {
        var text = frame.Replace("{0}", string.Concat(Enumerable.Repeat(piece, times)), StringComparison.Ordinal);
        var reader = new TolerantReader(text, new FeedBuilder(null));
        try
        {
            reader.Read();
        }
        catch (FeedFormatException)
        {
            // It is too deep; what was done until then counts.
        }

        return (text, reader.Examined);
    }

    private static string Nested(int times, string begin, string end) =>
        string.Concat(Enumerable.Repeat(begin, times).Concat(Enumerable.Repeat(end, times)));
}
