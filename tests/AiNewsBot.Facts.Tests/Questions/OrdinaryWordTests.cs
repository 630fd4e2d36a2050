using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Questions;

/// <summary>Words of the language, amounts and technical words beside a known name are no names of their own.</summary>
public sealed class OrdinaryWordTests
{
    private static readonly Answerer Answerer = ShippedFacts.Answerer;

    [Theory]
    [InlineData("may my tiny bakery use gemma 3 commercially", "gemma-3")]
    [InlineData("licence of qwen3-8b, we have about 9k customers", "qwen3")]
    [InlineData("a GGUF of phi-4 in our paid product, allowed?", "phi-4")]
    [InlineData("quick q: what licence has whisper", "whisper")]
    [InlineData("is whisper open source? (openai speech thing)", "whisper")]
    [InlineData("puedo usar mistral 7b en una tienda", "mistral-7b")]
    public void Answers_for_the_known_name_beside_ordinary_words(string question, string subject)
    {
        var answer = Answerer.Ask(question, FactBuilder.Today);

        Assert.Equal(AnswerStatus.Answered, answer.Status);
        Assert.Contains(answer.Subjects, view => view.Id.StartsWith(subject, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("is florbix open source")]
    [InlineData("licence of zorblax-7b please")]
    [InlineData("can i use whisper-florbix at work")]
    public void Refuses_a_name_of_which_nothing_is_known(string question) =>
        Assert.Equal(AnswerStatus.UnknownSubject, Answerer.Ask(question, FactBuilder.Today).Status);

    [Fact]
    public void Says_that_a_name_behind_the_known_one_is_unknown_and_answers_for_the_known_one()
    {
        var answer = Answerer.Ask("is pythia open source even though zorblax is not public", FactBuilder.Today);

        Assert.Equal(AnswerStatus.Answered, answer.Status);
        Assert.Equal("pythia", Assert.Single(answer.Subjects).Id);
        Assert.Contains("zorblax", answer.Text);
    }
}
