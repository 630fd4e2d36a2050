using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Tests.Harness;
using FsCheck.Xunit;

namespace AiNewsBot.Facts.Tests.Questions;

public sealed class AnyInputTests
{
    private static readonly Answerer Answerer = ShippedFacts.Answerer;
    private static readonly string[] Asked = [.. AskedQuestion.ReadAll().Select(row => row.Text)];

    private static readonly string[] Words =
    [
        "is",
        "grok",
        "llama",
        "3",
        "9.9",
        "open",
        "source",
        "licence",
        "in",
        "2024",
        "march",
        "before",
        "compare",
        "and",
        "\u200B",
        "<@1>",
        "🤖",
        "```",
        "«",
        "が",
        "the",
        "which",
        "mit",
        "\n",
    ];

    [Property(MaxTest = 500)]
    public void Any_text_is_answered_without_throwing(string? text) => Assert.NotEmpty(Answerer.Ask(text ?? "", FactBuilder.Today).Text);

    [Property(MaxTest = 500)]
    public void Any_characters_are_answered_without_throwing(char[] characters) =>
        Assert.NotEmpty(Answerer.Ask(new string(characters), FactBuilder.Today).Text);

    [Property(MaxTest = 1000)]
    public void Any_mixture_of_known_words_is_answered_without_throwing(byte[] picks) =>
        Assert.NotEmpty(Answerer.Ask(string.Join(' ', picks.Select(pick => Words[pick % Words.Length])), FactBuilder.Today).Text);

    [Property(MaxTest = 1000)]
    public void Any_two_half_questions_are_answered_without_throwing(ushort first, ushort second, byte cut) =>
        Assert.NotEmpty(
            Answerer.Ask(Start(Asked[first % Asked.Length], cut) + End(Asked[second % Asked.Length], cut), FactBuilder.Today).Text
        );

    [Theory]
    [InlineData("\uD800")]
    [InlineData("is grok\uDC00 open source")]
    [InlineData("\uFFFF\uFFFE")]
    [InlineData("年月日")]
    [InlineData("2024年99月99日")]
    public void Invalid_text_is_refused_or_ignored(string text) => Assert.NotEmpty(Answerer.Ask(text, FactBuilder.Today).Text);

    private static string Start(string text, byte cut) => text[..(cut % (text.Length + 1))];

    private static string End(string text, byte cut) => text[(cut % (text.Length + 1))..];
}
