using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Reading;
using AiNewsBot.Facts.Tests.Harness;
using FsCheck.Xunit;

namespace AiNewsBot.Facts.Tests.Questions;

public sealed class AnyInputTests
{
    private static readonly Answerer Answerer = new(FactBase.Of(DatasetReader.ReadEmbedded().Subjects));
    private static readonly string[] Asked = [.. AskedQuestion.ReadAll().Select(row => row.Text)];

    private static readonly string[] Words =
        ["is", "grok", "llama", "3", "9.9", "open", "source", "licence", "in", "2024", "march", "before", "compare", "and", "\u200B", "<@1>", "🤖", "```", "«", "が", "the", "which", "mit", "\n"];

    [Property(MaxTest = 500)]
    public void No_text_throws(string? text) => Assert.NotEmpty(Answerer.Ask(text ?? "", Build.Today).Text);

    [Property(MaxTest = 500)]
    public void No_row_of_characters_throws_though_it_is_no_text(char[] characters) => Assert.NotEmpty(Answerer.Ask(new string(characters), Build.Today).Text);

    [Property(MaxTest = 1000)]
    public void No_mixture_of_known_words_throws(byte[] picks) =>
        Assert.NotEmpty(Answerer.Ask(string.Join(' ', picks.Select(pick => Words[pick % Words.Length])), Build.Today).Text);

    [Property(MaxTest = 1000)]
    public void No_half_of_a_question_before_half_of_another_throws(ushort first, ushort second, byte cut) =>
        Assert.NotEmpty(Answerer.Ask(Start(Asked[first % Asked.Length], cut) + End(Asked[second % Asked.Length], cut), Build.Today).Text);

    [Theory]
    [InlineData("\uD800")]
    [InlineData("is grok\uDC00 open source")]
    [InlineData("\uFFFF\uFFFE")]
    [InlineData("年月日")]
    [InlineData("2024年99月99日")]
    public void What_is_no_text_is_refused_or_read_without_it(string text) => Assert.NotEmpty(Answerer.Ask(text, Build.Today).Text);

    private static string Start(string text, byte cut) => text[..(cut % (text.Length + 1))];

    private static string End(string text, byte cut) => text[(cut % (text.Length + 1))..];
}
