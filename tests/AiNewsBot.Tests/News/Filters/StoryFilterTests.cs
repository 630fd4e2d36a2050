using AiNewsBot.Chat;
using AiNewsBot.News.Filters;
using FsCheck;
using FsCheck.Fluent;

namespace AiNewsBot.Tests.News.Filters;

/// <summary>What filters let through, how they read in words, and that none can hold up the bot.</summary>
public sealed class StoryFilterTests
{
    private static readonly FilterSubject Story = new(
        "Meta releases Llama 4 under its own licence",
        "The weights are public. A press release says that the model is “open”. 训练数据没有公开。",
        "Jane Doe",
        ["LLMs", "Open source"],
        "en"
    );

    [Theory]
    [InlineData("llama", true)]
    [InlineData("language:en", true)]
    [InlineData("language:pt or language:es", false)]
    [InlineData("LLAMA meta", true)]
    [InlineData("llam", false)]
    [InlineData("llam*", true)]
    [InlineData("llama mistral", false)]
    [InlineData("llama or mistral", true)]
    [InlineData("mistral | llama", true)]
    [InlineData("llama -\"press release\"", false)]
    [InlineData("llama not \"press office\"", true)]
    [InlineData("title:weights", false)]
    [InlineData("text:weights", true)]
    [InlineData("author:jane", true)]
    [InlineData("author:\"jane doe\"", true)]
    [InlineData("category:\"open source\"", true)]
    [InlineData("category:open", true)]
    [InlineData("category:closed", false)]
    [InlineData("jane", false)]
    [InlineData("/llama \\d/", true)]
    [InlineData("title:/^meta/", true)]
    [InlineData("text:/^meta/", false)]
    [InlineData("-(mistral or grok) llama", true)]
    [InlineData("(llama or grok) and (licence or license)", true)]
    [InlineData("llama and not (weights and public)", false)]
    [InlineData("数据", true)]
    [InlineData("数字", false)]
    [InlineData("“own licence”", true)]
    public void Filter_lets_through_what_it_says(string filter, bool passes) =>
        Assert.Equal(passes, StoryFilter.TryParse(filter, out _)!.Matches(Story));

    [Theory]
    [InlineData("llama -\"press release\"", "“llama” and not “press release”")]
    [InlineData("title:llama or author:jane", "“llama” in the title or “jane” as the author")]
    [InlineData("meta (llama or /gr.k/) -category:law", "“meta” and (“llama” or /gr.k/) and not “law” as a category")]
    [InlineData("language:pt", "“pt” as the language")]
    [InlineData("-(a or b)", "not (“a” or “b”)")]
    public void Filter_reads_in_words(string filter, string words) => Assert.Equal(words, StoryFilter.TryParse(filter, out _)!.Description);

    [Theory]
    [InlineData("LLAMA -\"press release\"", "+LLAMA -\"press release\"")]
    [InlineData("title:llama or author:jane", "+(title:llama or author:jane)")]
    [InlineData("meta and (licen* or /gr.k/) not category:law", "+meta +(licen* or /gr.k/) -category:law")]
    [InlineData("-(a b)", "-(a b)")]
    [InlineData("meta (a b) c", "+meta +(a b) +c")]
    public void Filter_is_shown_term_by_term(string filter, string chips) =>
        Assert.Equal(chips, string.Join(' ', StoryFilter.TryParse(filter, out _)!.Chips));

    [Theory]
    [InlineData("", "1 to 400 characters")]
    [InlineData("(llama", "not closed")]
    [InlineData("llama)", "bracket too many")]
    [InlineData("\"llama", "quotation mark is not closed")]
    [InlineData("llama or", "Something is missing")]
    [InlineData("or llama", "Something is missing")]
    [InlineData("()", "Something is missing")]
    [InlineData("title:", "Nothing follows the colon")]
    [InlineData("llama -", "Nothing follows the last")]
    [InlineData("/a(/", "is no regular expression")]
    [InlineData("/(a)\\1/", "could take too long")]
    [InlineData("/(?=a)b/", "could take too long")]
    [InlineData("/(a{100}){100}/", "repeats its parts")]
    [InlineData("/abc", "ends with a slash")]
    [InlineData("***", "no word to look for")]
    [InlineData("((((((((((((a))))))))))))", "within each other")]
    public void Text_that_is_not_a_filter_is_refused_with_a_reason(string text, string reason)
    {
        Assert.Null(StoryFilter.TryParse(text, out var fault));
        Assert.Contains(reason, RefusalText.Reason(fault!), StringComparison.Ordinal);
    }

    [Fact]
    public void Filter_of_too_many_terms_is_refused()
    {
        Assert.Null(StoryFilter.TryParse(string.Join(' ', Enumerable.Repeat("a", 41)), out var fault));
        Assert.Equal((RefusalCode.FilterTooMany, "40"), (fault?.Code, fault?.Parameters[0]));
    }

    [Theory]
    [InlineData("/(a+)+$/", true)]
    [InlineData("/(a|aa)+b/", false)]
    [InlineData("/(.*)*x/", false)]
    [InlineData("/([a-z]+)*[0-9]/", false)]
    public void No_expression_takes_more_than_its_turn(string filter, bool passes)
    {
        // An expression that goes back over its text would never come to an end with this one.
        var story = Story with
        {
            Title = new string('a', 300),
            Text = new string('a', 4000) + "!",
        };

        Assert.Equal(passes, StoryFilter.TryParse(filter, out _)!.Matches(story));
    }

    [Fact]
    public void Any_text_is_a_filter_or_is_refused_and_reads_the_same_once_kept()
    {
        var piece = Gen.Elements(
            "llama",
            "or",
            "and",
            "not",
            "-",
            "(",
            ")",
            "\"",
            "|",
            "/",
            "title:",
            "author:",
            "*",
            "a{9}",
            "\\",
            "[",
            " ",
            "  ",
            "数据",
            "“",
            "”",
            "\uD83D"
        );
        var texts = Gen.ListOf(piece).Select(pieces => string.Concat(pieces));

        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(2000),
            Prop.ForAll(
                texts.ToArbitrary(),
                (string text) =>
                {
                    var filter = StoryFilter.TryParse(text, out var fault);
                    Assert.Equal(filter is null, fault is not null);
                    if (filter is null)
                        return;
                    Assert.Equal(filter.Matches(Story), StoryFilter.From(filter.Text)!.Matches(Story));
                    var chips = string.Join(' ', filter.Chips.Select(chip => chip.TrimStart('+')));
                    Assert.Equal(filter.Description, StoryFilter.TryParse(chips, out _)?.Description);
                }
            )
        );
    }
}
