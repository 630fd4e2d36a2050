namespace AiNewsBot.Feeds.Tests.Parsing;

/// <summary>What leaves the parser is text to read: no markup, no tricks, no more than fits.</summary>
public sealed class PlainTextTests
{
    [Theory]
    [InlineData("A &amp; B", "A & B")]
    [InlineData("A &amp;amp; B", "A & B")]
    [InlineData("&lt;b&gt;bold&lt;/b&gt; and &lt;i&gt;more&lt;/i&gt;", "bold and more")]
    [InlineData("<![CDATA[<b>bold</b> &eacute; &#233; &#xE9; &#146;]]>", "bold é é é ’")]
    [InlineData("&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two&lt;/p&gt;", "One\n\nTwo")]
    [InlineData("One&lt;br&gt;Two&lt;br/&gt;&lt;br/&gt;Three", "One\nTwo\nThree")]
    [InlineData("&lt;ul&gt;&lt;li&gt;One&lt;/li&gt;&lt;li&gt;Two&lt;/li&gt;&lt;/ul&gt;after", "• One\n• Two\n\nafter")]
    [InlineData("&lt;table&gt;&lt;tr&gt;&lt;td&gt;a&lt;/td&gt;&lt;td&gt;b&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;", "a b")]
    [InlineData("  a \n\t b&amp;nbsp;&amp;nbsp;c  ", "a b c")]
    [InlineData("a&lt;script&gt;alert('&lt;b&gt;')&lt;/script&gt;b&lt;STYLE&gt;p{}&lt;/STYLE&gt;c", "abc")]
    [InlineData("a&lt;!-- &lt;b&gt; --&gt;b&lt;!-- never ends", "ab")]
    [InlineData("a&lt;a title=\"&gt;\" href='x'&gt;b&lt;/a&gt;", "ab")]
    [InlineData("3 &lt; 4 and 5 &gt; 4", "3 < 4 and 5 > 4")]
    [InlineData("&lt;b", null)]
    [InlineData("a &lt;![CDATA[b]]&gt; c", "a b c")]
    [InlineData("&lt;img src='x.png' alt='A picture'&gt;", null)]
    [InlineData("&amp;unknown; &amp;#0; &amp;#xD800; &amp;#99999999;", "&unknown; \uFFFD \uFFFD")]
    [InlineData("<b>a</b> <script>x</script>&lt;i&gt;b&lt;/i&gt;", "a b")]
    public void Descriptions_are_read_as_plain_text(string escaped, string? text) =>
        Assert.Equal(text, Parsed.Item($"<description>{escaped}</description>").Summary);

    [Theory]
    [InlineData("A &amp; B", "A & B")]
    [InlineData("Using List&lt;T&gt; in C#", "Using List<T> in C#")]
    [InlineData("if a &lt; b then", "if a < b then")]
    [InlineData("&lt;b&gt;Bold&lt;/b&gt; move", "Bold move")]
    [InlineData("One&lt;br&gt;Two\nThree", "One Two Three")]
    [InlineData("&lt;img src='https://example.org/a/cam.jpg?x=1'&gt;", "cam.jpg")]
    [InlineData("&lt;img alt='A &amp;amp; B' src='cam.jpg'&gt;", "A & B")]
    [InlineData("Text &lt;img alt='x'&gt;", "Text")]
    [InlineData("Caf&#xE9; &amp;#8211; &amp;eacute;", "Café – é")]
    public void Rss_titles_are_read_as_plain_text(string escaped, string title) =>
        Assert.Equal(title, Parsed.Item($"<title>{escaped}</title>").Title);

    [Theory]
    [InlineData("<title>1 &lt; 2 &lt;b&gt; &amp;amp;</title>", "1 < 2 <b> &amp;")]
    [InlineData("<title type='text'>&lt;b&gt;</title>", "<b>")]
    [InlineData("<title type='html'>&lt;b&gt;Bold&lt;/b&gt; &amp;amp; so on</title>", "Bold & so on")]
    [InlineData("<title type='text/html' mode='escaped'>&lt;b&gt;Bold&lt;/b&gt;</title>", "Bold")]
    [InlineData("<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><b>Bold</b> &lt;i&gt;</div></title>", "Bold <i>")]
    [InlineData("<title type='xhtml'><x:div xmlns:x='http://www.w3.org/1999/xhtml'><x:img alt='A picture'/></x:div></title>", "A picture")]
    [InlineData("<title mode='base64'>PGI+Qm9sZDwvYj4=</title>", "Bold")]
    [InlineData("<title type='application/octet-stream'>Qm9sZA==</title>", "Bold")]
    [InlineData("<title mode='base64'>no base64!</title>", "no base64!")]
    public void Atom_titles_are_read_as_plain_text(string element, string title) => Assert.Equal(title, Parsed.Entry(element).Title);

    [Theory]
    [InlineData("a\u202Egnp.exe", "agnp.exe")]
    [InlineData("a\u2066b\u2069c\u200Bd\u00ADe\uFEFFf", "abcdef")]
    [InlineData("a\u0000b\u0007c\u2028d", "a b c d")]
    [InlineData("👩\u200D💻 \u0646\u200C\u0645", "👩\u200D💻 \u0646\u200C\u0645")]
    [InlineData("e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301!", "e\u0301\u0301\u0301\u0301!")]
    public void Invisible_control_characters_are_dropped(string title, string read) =>
        Assert.Equal(
            read,
            Parsed
                .Feed($$"""{"version":"https://jsonfeed.org/version/1","title":{{System.Text.Json.JsonSerializer.Serialize(title)}}}""")
                .Title
        );

    [Fact]
    public void Long_texts_are_truncated()
    {
        var entry = Parsed.Item(
            $"<title>{new string('t', 5000)}</title><description>{string.Concat(Enumerable.Repeat("👍", 5000))}</description>"
        );

        Assert.InRange(entry.Title!.Length, FeedLimits.Title / 2, FeedLimits.Title + 1);
        Assert.EndsWith("t…", entry.Title);
        Assert.True(entry.Summary!.Length <= FeedLimits.Summary + 1);
        Assert.EndsWith("👍…", entry.Summary);
    }

    [Fact]
    public void Long_identifiers_stay_distinct()
    {
        var one = Parsed.Item($"<guid>{new string('x', 5000)}1</guid>");
        var two = Parsed.Item($"<guid>{new string('x', 5000)}2</guid>");

        Assert.NotEqual(one.Id, two.Id);
        Assert.True(one.Id!.Length <= FeedLimits.Id);
        Assert.Equal(one.Id, Parsed.Item($"<guid>{new string('x', 5000)}1</guid>").Id);
    }

    [Fact]
    public void Overlong_link_is_dropped_and_line_ends_within_one_are_removed()
    {
        Assert.Null(Parsed.Item($"<link>https://example.org/{new string('x', FeedLimits.Link)}</link>").Link);
        Assert.Equal("https://example.org/a/b", Parsed.Item("<link>https://example.org/\n   a/\n   b</link>").Link);
    }
}
