using AiNewsBot.Chat;
using AiNewsBot.News.Templates;

namespace AiNewsBot.Tests.News.Templates;

/// <summary>What templates make of a story, and what is said of those that cannot be read.</summary>
public sealed class PostTemplateTests
{
    private static readonly Dictionary<TemplateField, TemplateValue> Story = new()
    {
        [TemplateField.Title] = new("Llama 4 is *out*"),
        [TemplateField.Link] = new("https://example.org/a", "<https://example.org/a>"),
        [TemplateField.Summary] = new("First. Second.", "First.\nSecond."),
        [TemplateField.Image] = new(""),
        [TemplateField.Feed] = new("The Paper"),
        [TemplateField.Verdict] = new("restricted weights", "🟡 restricted weights"),
        [TemplateField.Category] = new("AI, Law"),
    };

    [Theory]
    [InlineData("**{title}**", @"**Llama 4 is \*out\***")]
    [InlineData("[{title}]({link})", @"[Llama 4 is \*out\*](<https://example.org/a>)")]
    [InlineData("{author|feed}", "The Paper")]
    [InlineData("{author|maker|\"unknown\"}", "unknown")]
    [InlineData("{author}", "")]
    [InlineData("{if author}by {author}{else}unsigned{end}", "unsigned")]
    [InlineData("{if feed}from {feed}{end}!", "from The Paper!")]
    [InlineData("{if not author}unsigned{end}", "unsigned")]
    [InlineData("{if verdict is \"Restricted weights\"}⚠️ {verdict}{end}", "⚠️ 🟡 restricted weights")]
    [InlineData("{if verdict is closed}🔒{end}", "")]
    [InlineData("{if feed}{if author}a{else}b{end}{end}", "b")]
    [InlineData("one\\ntwo", "one\ntwo")]
    [InlineData("{{title}}", "{title}")]
    [InlineData("> {summary}", "> First.\n> Second.")]
    [InlineData("{ TITLE }", @"Llama 4 is \*out\*")]
    [InlineData("<@1> @everyone `x`", @"\<\@1> \@everyone \`x\`")]
    [InlineData("<:open:123456789012345678> {feed}", "<:open:123456789012345678> The Paper")]
    [InlineData("[here]({title})", @"[here]\(Llama 4 is \*out\*)")]
    [InlineData("[here](https://x.org/{title})", @"[here]\(https://x.org/Llama 4 is \*out\*)")]
    [InlineData(@"\{title}", @"\\Llama 4 is \*out\*")]
    public void Template_shows_what_it_says(string template, string markdown) =>
        Assert.Equal(markdown, Read(template).Render(ValueOf).Markdown);

    [Theory]
    [InlineData("{title}", false)]
    [InlineData("{title}{image}", true)]
    [InlineData("{if image}with a picture{end}", false)]
    [InlineData("{if author}{image}{end}", false)]
    public void Picture_is_shown_where_the_template_places_it(string template, bool shows) =>
        Assert.Equal(shows, Read(template).Render(ValueOf).ShowsImage);

    [Theory]
    [InlineData("{maker|feed}: {title}", "The Paper: Llama 4 is *out*")]
    [InlineData("{category}, {verdict}", "AI, Law, restricted weights")]
    [InlineData("{author}", "")]
    public void Title_of_a_thread_is_plain(string template, string title) => Assert.Equal(title, Read(template).RenderPlain(ValueOf));

    [Theory]
    [InlineData("", "1 to 1000 characters")]
    [InlineData("Hi {tittle}", "at character 4: there is no “tittle”: write one of title, link, summary, image")]
    [InlineData("Hi {title", "at character 4: this brace is not closed")]
    [InlineData("Hi title}", "at character 9: a brace closes that was not opened")]
    [InlineData("{title|\"a}", "at character 1: a quotation mark is not closed")]
    [InlineData("{title|\"a\"|feed}", "at character 1: words in quotation marks come last")]
    [InlineData("{title|}", "at character 1: a name is missing")]
    [InlineData("a\n{if title}x", "at line 2, character 1: this {if …} has no {end}")]
    [InlineData("{end}", "at character 1: {end} belongs to no {if …}")]
    [InlineData("{if title}a{else}b{else}c{end}", "at character 19: a second {else}")]
    [InlineData("{if nothing}a{end}", "there is no “nothing”")]
    [InlineData(
        "{if title}{if title}{if title}{if title}{if title}{if title}x{end}{end}{end}{end}{end}{end}",
        "at character 51: conditions are within each other more than 5 times"
    )]
    public void Fault_is_told_with_its_place(string template, string fault)
    {
        Assert.Null(PostTemplate.TryParse(template, out var said));

        Assert.Contains(fault, RefusalText.Reason(said!));
    }

    private static PostTemplate Read(string template) =>
        PostTemplate.TryParse(template, out var fault) ?? throw new FormatException($"{fault?.Code}");

    private static TemplateValue? ValueOf(TemplateField field) => Story.GetValueOrDefault(field);
}
