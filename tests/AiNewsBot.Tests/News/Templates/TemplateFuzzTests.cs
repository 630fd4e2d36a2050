using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AiNewsBot.Chat;
using AiNewsBot.Feeds;
using AiNewsBot.Feeds.Parsing;
using AiNewsBot.News.Items;
using AiNewsBot.News.Rendering;
using AiNewsBot.News.Templates;
using FsCheck;
using FsCheck.Fluent;

namespace AiNewsBot.Tests.News.Templates;

/// <summary>Any template with any words from outside: it formats what it formats with harmless words, and nothing more.</summary>
public sealed partial class TemplateFuzzTests
{
    private static readonly string[] Pieces =
    [
        "{title}",
        "{author|feed}",
        "{model|maker}",
        "{verdict}",
        "{category|\"none\"}",
        "{if author}",
        "{if not maker}",
        "{if verdict is \"closed\"}",
        "{else}",
        "{end}",
        "[",
        "](",
        ")",
        "({link})",
        "**",
        "_",
        "||",
        "`",
        "```",
        "<",
        ">",
        "<@",
        "<#",
        "@",
        "# ",
        "- ",
        "1",
        "> ",
        "\\",
        "\\n",
        ":",
        "https:",
        "{{",
        "}}",
        " ",
        "word",
        "{summary}",
        "{",
        "}",
        "<:e:123456789012345678>",
        "{date}",
        "{image}",
        "(",
        "]",
        ". ",
        "\\n{summary}",
        "{if summary}",
    ];

    private static readonly string[] Words =
    [
        "*",
        "_",
        "`",
        "```",
        "[a](http://evil.test)",
        "](http://evil.test)",
        "<@1>",
        "<@&1>",
        "@everyone",
        "<#1>",
        "- x",
        "1. x",
        ". x",
        "# x",
        "-# x",
        "> x",
        "http://evil.test",
        "//evil.test",
        "smile:",
        "\\",
        "||",
        "~~",
        "</a:1>",
        "x",
        " ",
        "<t:1>",
        ")",
        "1",
        ".",
        ":",
        "(http://evil.test)",
        "[",
        "]",
        "+ x",
    ];

    // Texts of stories. Their words come from outside, their blocks and styles are those of the post.
    private static readonly Func<string, TextBlock[]>[] Texts =
    [
        words => [Paragraph(words)],
        words => [Paragraph(words), Paragraph(words)],
        words =>
            [
                new(
                    TextBlockKind.Paragraph,
                    [new($"{words} "), new(words, TextStyles.Bold), new($" {words} "), new(words, TextStyles.Italic)]
                ),
            ],
        words => [Paragraph($"{words}\n{words}\n  {words}")],
        words => [new(TextBlockKind.Heading, [new(words)]) { Level = 2 }, Paragraph(words)],
        words => [Item(words, null), Item(words, null)],
        words => [Item(words, 3), Paragraph(words)],
        words => [Paragraph(words) with { IsQuoted = true }, Paragraph(words)],
        words => [new(TextBlockKind.Code, [new(words)]), Paragraph(words)],
        words => [new(TextBlockKind.Paragraph, [new(words), new("a", TextStyles.Code), new(words)])],
        words => [new(TextBlockKind.Cell, [new(words)]) { Number = 0 }, new(TextBlockKind.Cell, [new(words)]) { Number = 1 }],
        words => [new(TextBlockKind.Paragraph, [new(words, Link: "https://links.test/a_b"), new(words)])],
        words => [new(TextBlockKind.Paragraph, [new(words, TextStyles.Struck), new(words)])],
    ];

    private static readonly Gen<string> Templates = Gen.Choose(1, 12)
        .SelectMany(count => Gen.Elements(Pieces).ArrayOf(count))
        .Select(pieces => string.Concat(pieces));

    private static readonly Gen<string> Hostile = Gen.Choose(1, 4)
        .SelectMany(count => Gen.Elements(Words).ArrayOf(count))
        .Select(words => string.Concat(words).Trim())
        .Where(text => text.Length > 0);

    [Fact]
    public void Words_from_outside_stay_words() =>
        Prop.ForAll(
                Templates
                    .SelectMany(template => Hostile.SelectMany(words => Gen.Elements(Texts).Select(text => (template, words, text))))
                    .ToArbitrary(),
                one =>
                {
                    if (PostTemplate.From(one.template) is not { } template)
                        return;
                    var shown = template.Render(field => ValueOf(field, one.words, one.text)).Markdown;
                    var harmless = template.Render(field => ValueOf(field, "x", one.text)).Markdown;
                    AssertNoMoreMarks(harmless, shown);
                    Assert.DoesNotContain(
                        Addresses().Matches(ActiveOf(shown)),
                        match => match.Value.Contains("evil") || match.Value.Contains("smile")
                    );
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));

    [Fact]
    public void Any_text_is_read_or_refused_with_its_place() =>
        Prop.ForAll(
                Gen.OneOf(Templates, ArbMap.Default.GeneratorFor<string>().Where(text => text is not null)).ToArbitrary(),
                text => PostTemplate.TryParse(text, out var fault) is not null || fault is not null && RefusalText.Reason(fault).Length > 20
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));

    [Theory]
    [InlineData("{title}. What a year", "2026", @"2026\. What a year")]
    [InlineData("{title}1. What a year", "202", @"2021\. What a year")]
    [InlineData("1{summary}", ". x", @"1\. x")]
    [InlineData("[new]{title}", "(http://evil.test) x", @"[new]\(http\://evil.test) x")]
    [InlineData("[new]{summary}", "(http://evil.test) x", @"[new]\(http\://evil.test) x")]
    [InlineData("[a](b](c{title}{feed}", "x)", @"[a]\(b]\(cx)x)")]
    [InlineData("[{title}(x)", "a]", @"[a\]\(x)")]
    [InlineData("[{title}", "a](http://evil.test)", @"[a\]\(http\://evil.test)")]
    [InlineData("{summary}//evil.test", "http:", @"http\://evil.test")]
    [InlineData("{title}{feed}", @"\:", @"\\\:\\\:")]
    public void Words_that_would_join_those_of_the_template_stay_words(string template, string words, string markdown) =>
        Assert.Equal(markdown, PostTemplate.From(template)!.Render(field => ValueOf(field, words, text => [Paragraph(text)])).Markdown);

    [Theory]
    [InlineData("**{summary}**")]
    [InlineData("||{title} {summary}||")]
    [InlineData("_{summary}_")]
    [InlineData("# {summary}")]
    [InlineData("-# {summary}")]
    [InlineData("> {summary}")]
    [InlineData("- {title}: {summary}")]
    [InlineData("1. {summary}")]
    [InlineData("[{summary}](https://example.org)")]
    [InlineData("{if title}**{end}{summary}{if title}**{end}")]
    [InlineData("*{image}*{summary}**")]
    public void Code_within_a_mark_is_shown_as_words(string text)
    {
        foreach (var code in new[] { "<pre>W</pre>", "a <code>W</code>" })
        {
            var shown = PostTemplate.From(text)!.Render(field => ValueOf(field, "** || _ [x](http://evil.test) <@1>", code)).Markdown;

            Assert.DoesNotContain("http:", shown, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"(?<!\\)<@", shown);
        }
    }

    [Theory]
    [InlineData("**{title}**\n{summary}")]
    [InlineData("{link}\n{summary}")]
    [InlineData("- {title}\n{summary}")]
    [InlineData("{author} | {feed}\n{summary}")]
    public void Code_beside_marks_stays_code(string text) =>
        Assert.Contains(
            "```\nx = 1\n```",
            PostTemplate.From(text)!.Render(field => ValueOf(field, "x = 1", "<pre>W</pre>")).Markdown,
            StringComparison.Ordinal
        );

    private static TemplateValue? ValueOf(TemplateField field, string words, string html) =>
        ValueOf(field, words, text => [.. TextOf(html, text).Blocks]);

    private static TemplateValue? ValueOf(TemplateField field, string words, Func<string, TextBlock[]> text) =>
        field switch
        {
            TemplateField.Link => new TemplateValue("https://example.org/a_b", "<https://example.org/a_b>"),
            TemplateField.Date => new TemplateValue("2026-11-29", "<t:1:f>"),
            TemplateField.Verdict => new TemplateValue("open weights", "🟡 open weights"),
            TemplateField.Image => new TemplateValue(""),
            TemplateField.Summary => SummaryOf(new FormattedText([.. text(words)])),
            _ => new TemplateValue(words),
        };

    private static TextBlock Paragraph(string words) => new(TextBlockKind.Paragraph, [new TextSpan(words)]);

    private static TextBlock Item(string words, int? number) => new(TextBlockKind.Item, [new TextSpan(words)]) { Number = number };

    private static FormattedText TextOf(string html, string words)
    {
        var description = html.Replace("W", WebUtility.HtmlEncode(words), StringComparison.Ordinal);
        var document =
            $"<rss><channel><title>F</title><item><title>T</title><description><![CDATA[{description}]]>"
            + "</description></item></channel></rss>";
        return FeedParser.Parse(Encoding.UTF8.GetBytes(document), null, null).Entries[0].Text!;
    }

    private static TemplateValue? SummaryOf(FormattedText text)
    {
        var item = new NewsItem
        {
            Title = "A title that no text has",
            Link = "https://own.test/1",
            DetailsJson = ItemDetailsJson.Write(new ItemDetails { Text = text }),
        };
        return PostText.Create(item, PostText.UsualLength) is { } markdown
            ? new TemplateValue(PostText.FirstSentences(item, PostText.UsualLength) ?? item.Title, markdown)
            : null;
    }

    // Of each kind of mark no more than harmless words leave; fewer, where a mark would not hold what is within.
    private static void AssertNoMoreMarks(string harmless, string shown)
    {
        var allowed = MarksOf(harmless);
        foreach (var (mark, count) in MarksOf(shown))
            Assert.True(count <= allowed.GetValueOrDefault(mark), $"{count} of {mark} in {shown}\n  and not in {harmless}");
    }

    private static Dictionary<string, int> MarksOf(string markdown)
    {
        var active = ActiveOf(markdown);
        var marks = Marks().Matches(active).CountBy(match => match.Value).ToDictionary();
        marks["an entry of a list"] = Lists().Count(active);
        marks["](, though it is escaped"] = Targets()
            .Count(EscapedOrCode().Replace(markdown, match => match.Value[0] == '`' ? "C" : match.Value));
        return marks;
    }

    // Without what is escaped, without code, in which nothing counts, and without the links of a text.
    private static string ActiveOf(string markdown) =>
        OwnLinks().Replace(EscapedOrCode().Replace(markdown, match => match.Value[0] == '`' ? "C" : "·"), "L");

    [GeneratedRegex(@"\[[^\[\]\n]*\]\(<https?://[^<>()\s]*>\)(?: \([\w.]+\))?")]
    private static partial Regex OwnLinks();

    [GeneratedRegex(@"\\[!-/:-@\[-`{-~]|(`+).*?\1", RegexOptions.Singleline)]
    private static partial Regex EscapedOrCode();

    [GeneratedRegex(@"[*_~`|\[\]<>#@]")]
    private static partial Regex Marks();

    [GeneratedRegex(@"\]\(")]
    private static partial Regex Targets();

    [GeneratedRegex(@"^[\s>#-]*(?:[-+] |\d+\. )", RegexOptions.Multiline)]
    private static partial Regex Lists();

    [GeneratedRegex(@"https?://[^\s>)]*|:(?!_)\w+:")]
    private static partial Regex Addresses();
}
