using AiNewsBot.Feeds.Parsing.Text;

namespace AiNewsBot.Feeds.Tests.Parsing.Text;

/// <summary>Tags, references and characters, as they are written by those who know the rules and by those who do not.</summary>
public sealed class MarkupTests
{
    [Theory]
    [InlineData("no reference", "no reference")]
    [InlineData("&amp;&lt;&gt;&quot;", "&<>\"")]
    [InlineData("a&nbsp;b", "a\u00A0b")]
    [InlineData("&eacute;&euro;&hellip;", "é€…")]
    [InlineData("&#65;&#x42;&#X43;", "ABC")]
    [InlineData("&#65B", "AB")]
    [InlineData("&#128512;", "😀")]
    [InlineData("&#147;so&#148;", "“so”")]
    [InlineData("&#xD800;&#0;&#x110000;", "\uFFFD\0\uFFFD")]
    [InlineData("AT&T & Co", "AT&T & Co")]
    [InlineData("&nonsense; &;", "&nonsense; &;")]
    [InlineData("&#; &#x; &#xg;", "&#; &#x; &#xg;")]
    [InlineData("&amp;amp;", "&amp;")]
    [InlineData("&", "&")]
    public void Character_reference_is_decoded_once_and_other_text_stays(string text, string decoded) =>
        Assert.Equal(decoded, CharacterReferences.Decode(text));

    [Fact]
    public void Declared_reference_is_what_the_document_says_and_a_long_text_is_cut()
    {
        var declared = new Dictionary<string, string> { ["who"] = "me", ["amp"] = "no" };

        Assert.Equal("me & you", CharacterReferences.Decode("&who; &amp; you", declared));
        Assert.InRange(CharacterReferences.Decode(string.Concat(Enumerable.Repeat("&amp;", 1000)), limit: 10).Length, 10, 12);
    }

    [Theory]
    [InlineData("<a>", "a", false, false, "")]
    [InlineData("</a>", "a", true, false, "")]
    [InlineData("<br/>", "br", false, true, "")]
    [InlineData("<br />", "br", false, true, "")]
    [InlineData("<a href='x' title=\"y z\">", "a", false, false, "href=x title=y z")]
    [InlineData("<a href=x>", "a", false, false, "href=x")]
    [InlineData("<a href = 'x' hidden>", "a", false, false, "href=x hidden=")]
    [InlineData("<a href=x'>", "a", false, false, "href=x")]
    [InlineData("<a href='x title='y'>", "a", false, false, "href=x title='y'")]
    [InlineData("<a href='x<b>", "a", false, false, "href=x")]
    [InlineData("<a =x>", "a", false, false, "=x=")]
    [InlineData("<a", "a", false, false, "")]
    [InlineData("<a href", "a", false, false, "href=")]
    [InlineData("<_x>", "_x", false, false, "")]
    [InlineData("<media:thumbnail url='u'/>", "media:thumbnail", false, true, "url=u")]
    public void Tag_is_read_with_its_attributes(string text, string name, bool isEnd, bool isEmpty, string attributes)
    {
        var tag = new MarkupTag();

        Assert.True(tag.TryRead(new TextCursor(text)));
        Assert.Equal((name, isEnd, isEmpty), (tag.Name, tag.IsEnd, tag.IsEmpty));
        Assert.Equal(
            attributes,
            string.Join(' ', Enumerable.Range(0, tag.AttributeCount).Select(i => $"{tag.AttributeName(i)}={tag.AttributeValue(i)}"))
        );
    }

    [Theory]
    [InlineData("< a>")]
    [InlineData("<3")]
    [InlineData("<>")]
    [InlineData("<!-- -->")]
    [InlineData("<")]
    [InlineData("</ a>")]
    public void Text_that_begins_no_tag_is_not_read_and_the_cursor_stays(string text)
    {
        var cursor = new TextCursor(text);

        Assert.False(new MarkupTag().TryRead(cursor));
        Assert.Equal(0, cursor.At);
    }

    [Fact]
    public void Attribute_is_found_by_its_local_name_and_decoded()
    {
        var tag = new MarkupTag();
        tag.TryRead(new TextCursor("<a xlink:HREF='?a=1&amp;b=2' href='second'>"));

        Assert.Equal("?a=1&b=2", tag.Attribute("href"));
        Assert.Null(tag.Attribute("title"));
        Assert.True(tag.HasValues);
    }

    [Fact]
    public void Hundredth_attribute_is_the_last_that_is_kept()
    {
        var tag = new MarkupTag();
        tag.TryRead(new TextCursor($"<a {string.Join(' ', Enumerable.Range(0, 300).Select(i => $"a{i}='{i}'"))}>"));

        Assert.Equal(100, tag.AttributeCount);
    }

    [Theory]
    [InlineData("what is seen", null, null, "what is seen")]
    [InlineData(" ", "title", null, "title")]
    [InlineData(null, null, "https://a.example/i/picture.png?w=2#x", "picture.png")]
    [InlineData(null, null, "https://a.example/i/", "i")]
    [InlineData(null, null, "data:image/png;base64,AAAA", null)]
    [InlineData(null, null, "", null)]
    [InlineData(null, null, null, null)]
    public void Picture_is_called_by_its_text_or_else_by_its_file(string? alternative, string? title, string? source, string? text) =>
        Assert.Equal(text, ImageText.From(alternative, title, source));

    [Theory]
    [InlineData("p", "Paragraph")]
    [InlineData("LI", "ListItem")]
    [InlineData("td", "Cell")]
    [InlineData("img", "Picture")]
    [InlineData("script", "Hidden")]
    [InlineData("br", "Line")]
    [InlineData("b", "Inline")]
    [InlineData("grok", "Unknown")]
    public void Element_has_a_way_of_being_told(string name, string element) => Assert.Equal(element, HtmlElements.Find(name).ToString());

    [Fact]
    public void Cursor_finds_skips_and_takes_and_stays_within_the_text()
    {
        var cursor = new TextCursor("one <two> three");

        Assert.Equal("one ", cursor.TakeUntil("<"));
        Assert.True(cursor.Looks("<TWO", StringComparison.OrdinalIgnoreCase));
        cursor.SkipPast(">");
        cursor.SkipBlanks();
        Assert.Equal(('t', 'h', '\0'), (cursor.Current, cursor.Peek(1), cursor.Peek(99)));
        Assert.Equal(-1, cursor.Find("<"));
        Assert.Equal(-1, cursor.Find("<"));
        cursor.SkipTo("<");
        Assert.True(cursor.IsAtEnd);
        Assert.Equal('\0', cursor.Current);
    }

    // What was not found is not looked for again: else a text of openings without ends would take time by its square.
    [Fact]
    public void Text_is_searched_once_for_what_is_not_in_it()
    {
        var cursor = new TextCursor(new string('x', 10_000));
        for (var i = 0; i < 1_000; i++)
        {
            cursor.Find("-->");
            cursor.Step();
        }

        Assert.InRange(cursor.Examined, 10_000, 12_000);
    }

    [Theory]
    [InlineData("\u0080", "€")]
    [InlineData("\u0093", "“")]
    [InlineData("\u00E9", "é")]
    [InlineData("a", "a")]
    public void Controls_of_Latin_1_are_the_characters_of_Windows(string character, string decoded) =>
        Assert.Equal(decoded, Windows1252.Decode(character[0]).ToString());

    [Theory]
    [InlineData("one  two\nthree", "one two three")]
    [InlineData("so\u00ADft hy\u200Bphen", "soft hyphen")]
    [InlineData("\u202Eevil\u202C", "evil")]
    [InlineData("a😀b", "a😀b")]
    [InlineData("Z\u0301\u0301\u0301\u0301\u0301\u0301algo", "Z\u0301\u0301\u0301\u0301algo")]
    [InlineData("", null)]
    [InlineData(" \t\n", null)]
    public void Text_is_what_one_can_see(string text, string? seen)
    {
        var plain = new PlainText().Begin(100);
        plain.Add(text);

        Assert.Equal(seen, plain.End(onOneLine: true));
    }

    // No attribute can hold half of a pair.
    [Fact]
    public void Half_of_a_surrogate_pair_is_replaced()
    {
        var plain = new PlainText().Begin(100);
        plain.Add("a\uD800b\uDC00");

        Assert.Equal("a\uFFFDb\uFFFD", plain.End(onOneLine: true));
    }

    [Theory]
    [InlineData(10, "0123456789", "0123456789")]
    [InlineData(9, "0123456789", "012345678…")]
    [InlineData(3, "ab 😀", "ab…")]
    [InlineData(4, "ab cdef", "ab c…")]
    public void Text_over_the_limit_is_cut_and_no_character_halved(int limit, string text, string cut)
    {
        var plain = new PlainText().Begin(limit);
        plain.Add(text);

        Assert.Equal(cut, plain.End(onOneLine: true));
    }

    [Theory]
    [InlineData(true, "one two three")]
    [InlineData(false, "one\ntwo\n\nthree")]
    public void Breaks_are_lines_or_blanks_and_the_larger_of_two_counts(bool onOneLine, string text)
    {
        var plain = new PlainText().Begin(100);
        plain.Break(2);
        plain.Add("one");
        plain.Break(1);
        plain.Add("two");
        plain.Break(1);
        plain.Break(2);
        plain.Break(1);
        plain.Add("three");
        plain.Break(2);

        Assert.Equal(text, plain.End(onOneLine));
    }
}
