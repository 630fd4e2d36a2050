using System.Text;
using System.Text.RegularExpressions;
using AiNewsBot.Feeds.Parsing;
using AiNewsBot.News.Items;
using AiNewsBot.News.Rendering;
using FsCheck;
using FsCheck.Fluent;

namespace AiNewsBot.Tests.News.Rendering;

/// <summary>With any markup in a feed, a post formats by its own marks alone, and links where it says that it links.</summary>
public sealed partial class PostTextTests
{
    [Fact]
    public void No_markup_breaks_out_of_its_text()
    {
        var piece = Gen.Elements(
            "<p>",
            "</p>",
            "<b>",
            "</b>",
            "<i>",
            "</i>",
            "<del>",
            "<code>",
            "</code>",
            "<pre>",
            "</pre>",
            "<ul><li>",
            "<ol start=3><li>",
            "</li></ol>",
            "<blockquote>",
            "</blockquote>",
            "<h2>",
            "</h2>",
            "<table><tr><td>",
            "<td>",
            "<tr>",
            "</table>",
            "<br>",
            "<a href='https://links.test/a_(b)*'>",
            "<a href='javascript:x'>",
            "</a>",
            "@everyone",
            "&lt;@1&gt;",
            "&lt;@&amp;2&gt;",
            "[x](https://evil.test)",
            "](",
            "*",
            "**",
            "_",
            "__",
            "`",
            "```",
            "~~",
            "||",
            "# ",
            "-# ",
            "- ",
            "1. ",
            "1",
            ". ",
            "&gt; ",
            ">>> ",
            "\\",
            "\n",
            " ",
            "a",
            "中",
            "https://evil.test/x"
        );
        var texts = Gen.ListOf(piece).Select(pieces => string.Concat(pieces));

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(texts.ToArbitrary(), (string html) => AssertHarmless(html)));
    }

    [Theory]
    [InlineData("<pre>```\n@everyone</pre>")]
    [InlineData("<code>a`</code><code>`b</code>")]
    [InlineData("<b>*</b><i>_</i>a")]
    [InlineData("<b>a</b><b><i>b</i></b>*")]
    [InlineData("<a href='https://links.test/'>](https://evil.test) [</a>")]
    [InlineData("1<b>. one</b>")]
    [InlineData("<td>``` | @here")]
    public void Awkward_markup_stays_within_its_marks(string html) => AssertHarmless(html);

    private static void AssertHarmless(string html)
    {
        var document =
            $"<rss><channel><title>F</title><item><title>T</title><description><![CDATA[{html}]]></description></item></channel></rss>";
        var entry = FeedParser.Parse(Encoding.UTF8.GetBytes(document), null, null).Entries[0];
        var markdown = PostText.Create(
            new NewsItem
            {
                Title = "T",
                Link = "https://links.test/1",
                DetailsJson = ItemDetailsJson.Write(ItemDetails.From(entry)),
            },
            PostText.UsualLength
        );
        if (markdown is null)
            return;
        Assert.InRange(markdown.Length, 1, 2600);
        var left = OwnLinks().Replace(WithoutCodeAndEscapes(markdown), "L");
        foreach (var mark in new[] { "**", "~~" })
            Assert.True(left.Split(mark).Length % 2 == 1, $"{mark} is not closed in: {markdown}");

        // What the bot itself writes is taken away: all else is escaped.
        left = OwnLineMarks().Replace(left, "").Replace("**", "M", StringComparison.Ordinal).Replace("~~", "M", StringComparison.Ordinal);
        left = OwnItalics().Replace(left, "M$1M");
        Assert.False(Active().IsMatch(left), $"{left}\n  of\n{markdown}\n  of\n{html}");
    }

    // As a reader of Markdown goes through it: within code nothing counts but its end, and what is escaped is a letter.
    private static string WithoutCodeAndEscapes(string markdown)
    {
        var left = new StringBuilder();
        for (var i = 0; i < markdown.Length; )
        {
            if (markdown[i] == '\\' && i + 1 < markdown.Length)
            {
                left.Append('x');
                i += 2;
            }
            else if (markdown[i] == '`')
            {
                var ticks = 1;
                while (i + ticks < markdown.Length && markdown[i + ticks] == '`')
                    ticks++;
                var end = markdown.IndexOf(new string('`', ticks), i + ticks, StringComparison.Ordinal);
                Assert.True(end >= 0, $"code is not closed in: {markdown}");
                left.Append('C');
                i = end + ticks;
            }
            else
            {
                left.Append(markdown[i++]);
            }
        }

        return left.ToString();
    }

    [GeneratedRegex(@"\[[^\[\]\n]*\]\(<https?://(?:links|evil)\.test[^<>()\s]*>\)(?: \((?:links|evil)\.test\))?")]
    private static partial Regex OwnLinks();

    [GeneratedRegex(@"^(?:> ?)?(?: *(?:- |\d+\. ))?", RegexOptions.Multiline)]
    private static partial Regex OwnLineMarks();

    [GeneratedRegex(@"_([^_\n]+)_")]
    private static partial Regex OwnItalics();

    [GeneratedRegex(@"[@*_`~|\[\]<>#]|https?:|^\s*[-+] |^\s*\d+\. ", RegexOptions.Multiline)]
    private static partial Regex Active();
}
