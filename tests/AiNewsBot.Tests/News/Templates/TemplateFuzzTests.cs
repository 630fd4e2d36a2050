using System.Text.RegularExpressions;
using AiNewsBot.Chat;
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
                    var shown = Escaped().Replace(template.Render(field => ValueOf(field, one.words)).Markdown, "·");
                    var harmless = Escaped().Replace(template.Render(field => ValueOf(field, "x")).Markdown, "·");
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

    private static TemplateValue? ValueOf(TemplateField field, string words) =>
        field switch
        {
            TemplateField.Title or TemplateField.Feed or TemplateField.Category => new TemplateValue(words),
            TemplateField.Link => new TemplateValue("https://example.org/", "<https://example.org/>"),
            TemplateField.Date => new TemplateValue("2026-11-29", "<t:1:f>"),
            _ => null,
        };

    // What formats: signs that are not escaped, and beginnings of lists.
    private static string MarksOf(string markdown) =>
        string.Concat(Marks().Matches(markdown).Select(match => match.Value)) + Lists().Count(markdown);

    [GeneratedRegex(@"\\[!-/:-@\[-`{-~]")]
    private static partial Regex Escaped();

    [GeneratedRegex(@"[*_~`|\[\]<>#@]")]
    private static partial Regex Marks();

    [GeneratedRegex(@"^[\s>#-]*(?:[-+] |\d+\. )", RegexOptions.Multiline)]
    private static partial Regex Lists();

    [GeneratedRegex(@"https?://[^\s>)]*|:\w+:")]
    private static partial Regex Addresses();
}
