using AiNewsBot.Chat.Cards;

namespace AiNewsBot.Tests.Chat.Cards;

public sealed class MarkdownTests
{
    [Theory]
    [InlineData("plain text, with a comma.", "plain text, with a comma.")]
    [InlineData("**bold** _it_ ~~x~~ ||s|| `c`", @"\*\*bold\*\* \_it\_ \~\~x\~\~ \|\|s\|\| \`c\`")]
    [InlineData("@everyone <@1> <@&2> <#3>", @"\@everyone \<\@1\> \<\@\&2\> \<\#3\>")]
    [InlineData("[x](https://evil.example)", @"\[x\]\(https\://evil.example)")]
    [InlineData("<:name:1>", @"\<\:name\:1\>")]
    [InlineData("# title", @"\# title")]
    [InlineData("- item\n1. one\n> quote", "\\- item\n1\\. one\n\\> quote")]
    [InlineData(" + item\n  - inner\n\t12. one\n \r- two", " \\+ item\n  \\- inner\n 12\\. one\n  \\- two")]
    [InlineData("a - b + 1. c\n1 2. d\n2.5 e", "a - b + 1. c\n1 2. d\n2\\.5 e")]
    [InlineData("a\u2028- b", "a - b")]
    [InlineData("Sources: three", "Sources: three")]
    [InlineData("a\u0007b", "a b")]
    [InlineData("a\u202Eb\u2066c\u200Fd", "abc\u200Fd")]
    [InlineData("\u202E- a\n1\u2069. b", "\\- a\n1\\. b")]
    public void Markdown_mentions_and_links_are_escaped(string text, string expected) =>
        Assert.Equal(expected.Replace(@"\&", "&", StringComparison.Ordinal), Markdown.Escape(text));

    [Theory]
    [InlineData("https://example.org/a(b)", "[x](<https://example.org/a%28b%29>)")]
    [InlineData("javascript:alert(1)", "x")]
    [InlineData("not a url", "x")]
    public void Link_is_rendered_for_web_addresses_only(string url, string expected) => Assert.Equal(expected, Markdown.Link("x", url));

    [Fact]
    public void Card_text_over_the_limit_is_counted_and_never_cut()
    {
        var lines = Enumerable.Range(0, 200).Select(number => $"line {number} of [a link](<https://example.org/{number}>)").ToArray();

        var card = new CardWriter(null).Add(lines, count => $"and {count} more").ToCard();

        var text = Assert.Single(card.Blocks).Markdown;
        Assert.InRange(text.Length, Card.MaxTextLength / 2, Card.MaxTextLength);
        Assert.All(text.Split('\n')[..^1], line => Assert.EndsWith(">)", line));
        Assert.Equal($"and {200 - text.Split('\n').Length + 1} more", text.Split('\n')[^1]);
    }
}
