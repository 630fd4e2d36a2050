using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AiNewsBot.Chat;
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
                Templates.SelectMany(template => Hostile.Select(words => (template, words))).ToArbitrary(),
                one =>
                {
                    if (PostTemplate.From(one.template) is not { } template)
                        return;
                    var shown = ActiveOf(template.Render(field => FieldOf(field, one.words)).Markdown);
                    var harmless = ActiveOf(template.Render(field => FieldOf(field, "x")).Markdown);
                    Assert.Equal(MarksOf(harmless), MarksOf(shown));
                    Assert.DoesNotContain(
                        Addresses().Matches(shown),
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

    // A summary brings lists, links and code of its own: what these are next to a template's marks, the tests below say.
    private static TemplateValue? FieldOf(TemplateField field, string words) =>
        field == TemplateField.Summary ? null : ValueOf(field, words, "W");

    private static TemplateValue? ValueOf(TemplateField field, string words, string text) =>
        field switch
        {
            TemplateField.Link => new TemplateValue("https://example.org/a_b", "<https://example.org/a_b>"),
            TemplateField.Date => new TemplateValue("2026-11-29", "<t:1:f>"),
            TemplateField.Verdict => new TemplateValue("open weights", "🟡 open weights"),
            TemplateField.Image => new TemplateValue(""),
            TemplateField.Summary => SummaryOf(text.Replace("W", WebUtility.HtmlEncode(AsWords(words)), StringComparison.Ordinal)),
            _ => new TemplateValue(words),
        };

    // What a text's own address or list becomes, harmless words do not.
    private static string AsWords(string words) =>
        words.Replace("http://", "http:/", StringComparison.Ordinal).Replace(". ", ".", StringComparison.Ordinal);

    private static TemplateValue? SummaryOf(string html)
    {
        var document =
            $"<rss><channel><title>F</title><item><title>T</title><description><![CDATA[{html}]]></description></item></channel></rss>";
        var item = new NewsItem
        {
            Title = "T",
            Link = "https://own.test/1",
            DetailsJson = ItemDetailsJson.Write(
                ItemDetails.From(FeedParser.Parse(Encoding.UTF8.GetBytes(document), null, null).Entries[0])
            ),
        };
        return PostText.Create(item, PostText.UsualLength) is { } markdown
            ? new TemplateValue(PostText.FirstSentences(item, PostText.UsualLength) ?? item.Title, markdown)
            : null;
    }

    // Without what is escaped, without code, in which nothing counts, and without the links of a text.
    private static string ActiveOf(string markdown) =>
        OwnLinks().Replace(EscapedOrCode().Replace(markdown, match => match.Value[0] == '`' ? "C" : "·"), "L");

    // What formats: signs that are not escaped, and beginnings of lists.
    private static string MarksOf(string markdown) =>
        string.Concat(Marks().Matches(markdown).Select(match => match.Value)) + Lists().Count(markdown);

    [GeneratedRegex(@"\[[^\[\]\n]*\]\(<https?://[^<>()\s]*>\)(?: \([\w.]+\))?")]
    private static partial Regex OwnLinks();

    [GeneratedRegex(@"\\[!-/:-@\[-`{-~]|(`+).*?\1", RegexOptions.Singleline)]
    private static partial Regex EscapedOrCode();

    [GeneratedRegex(@"[*_~`|\[\]<>#@]")]
    private static partial Regex Marks();

    [GeneratedRegex(@"^[\s>#-]*(?:[-+] |\d+\. )", RegexOptions.Multiline)]
    private static partial Regex Lists();

    [GeneratedRegex(@"https?://[^\s>)]*|:\w+:")]
    private static partial Regex Addresses();
}
