using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Reading;
using AiNewsBot.Facts.Tests.Harness;
using FsCheck.Xunit;

namespace AiNewsBot.Facts.Tests.Questions;

public sealed class AnyInputTests
{
    private static readonly Answerer Answerer = new(FactBase.Of(DatasetReader.ReadEmbedded().Subjects));

    private static readonly string[] Words =
        ["is", "grok", "llama", "3", "9.9", "open", "source", "licence", "in", "2024", "march", "before", "compare", "and", "\u200B", "<@1>", "🤖", "```", "«", "が", "the", "which", "mit", "\n"];

    [Property(MaxTest = 500)]
    public void No_text_throws(string? text) => Assert.NotEmpty(Answerer.Ask(text ?? "", Build.Today).Text);

    [Property(MaxTest = 1000)]
    public void No_mixture_of_known_words_throws(byte[] picks) =>
        Assert.NotEmpty(Answerer.Ask(string.Join(' ', picks.Select(pick => Words[pick % Words.Length])), Build.Today).Text);

    [Property(MaxTest = 200)]
    public void As_of_today_is_the_answer_of_today(byte pick)
    {
        var name = Answerer.Facts.Releases[pick % Answerer.Facts.Releases.Length].Name;

        var now = Answerer.Ask($"is {name} open source", Build.Today);
        var dated = Answerer.Ask($"is {name} open source", Build.Today, Build.Today);

        Assert.Equal(now.Verdict, dated.Verdict);
        Assert.Equal(now.Facts, dated.Facts);
    }
}
