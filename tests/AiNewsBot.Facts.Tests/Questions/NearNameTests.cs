using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Questions;

/// <summary>Unknown names that hold the whole name of a known model: what is known of that is told, and that they may differ.</summary>
public sealed class NearNameTests
{
    private static readonly Answerer Answerer = new(ShippedFacts.Base);

    [Theory]
    [InlineData(
        "HunyuanVideo-Zorb: so according to license i am not allowed to use this in EU?",
        "HunyuanVideo-Zorb",
        "HunyuanVideo",
        "no one in the European Union"
    )]
    [InlineData("can i ship grok 2 mini in a product", "grok 2 mini", "Grok-2", "xAI Community License")]
    [InlineData("What license is whisper-zorb under?", "whisper-zorb", "Whisper", "MIT License")]
    [InlineData(
        "gemma-3-27b-it-zorbed: may I use commercially?",
        "gemma-3-27b-it-zorbed",
        "Gemma 3 27B",
        "Gemma Terms of Use allows commercial use of Gemma 3 27B under conditions."
    )]
    [InlineData("Is Grok 77 under an open licence?", "Grok 77", "Grok", "")]
    public void What_is_known_of_the_name_within_is_told_as_of_that_alone(string question, string unknown, string known, string told)
    {
        var answer = Answerer.Ask(question, FactBuilder.Today);

        Assert.Equal(AnswerStatus.UnknownSubject, answer.Status);
        Assert.StartsWith($"I don't know {unknown}. The closest I know is {known}", answer.Lead);
        Assert.Contains($" On {known}", answer.Lead);
        Assert.Contains(told, answer.Text);
        Assert.Contains($"{unknown} may differ.", answer.Text);
        Assert.Null(answer.Verdict);
    }

    [Fact]
    public void Of_several_names_that_are_held_each_is_told()
    {
        var answer = Answerer.Ask("is Llama-3.3-Swoop-70B or Grok-2-Swoop ok for commercial use", FactBuilder.Today);

        Assert.Equal(AnswerStatus.UnknownSubject, answer.Status);
        Assert.Contains("The closest I know is Llama 3.3 and Grok-2.", answer.Lead);
        Assert.Contains("- Grok-2: xAI Community License allows commercial use of Grok-2 under conditions.", answer.Text);
        Assert.Contains("may differ", answer.Text);
        Assert.DoesNotContain("Yes", answer.Text);
    }

    [Theory]
    [InlineData("can I use MiniMax Zorb commercially", "a maker's name")]
    [InlineData("can I use Step-Zorb-EditX commercially", "a short word of the language")]
    [InlineData("is jean-claude zorbel ok for commercial use", "a name that another begins before")]
    [InlineData("when was HunyuanVideo-Zorb released", "a matter that no other model tells")]
    [InlineData("who made HunyuanVideo-Zorb", "a matter that no other model tells")]
    public void Nothing_is_told_by(string question, string why)
    {
        var answer = Answerer.Ask(question, FactBuilder.Today);

        Assert.Equal(AnswerStatus.UnknownSubject, answer.Status);
        Assert.False(answer.Text.Contains("may differ", StringComparison.Ordinal), why);
    }

    [Theory]
    [InlineData("Darf ich HunyuanVideo-Zorb kommerziell nutzen?", "HunyuanVideo-Zorb kann anderes gelten")]
    [InlineData("¿Puedo usar HunyuanVideo-Zorb comercialmente?", "HunyuanVideo-Zorb puede ser distinto")]
    public void It_is_told_in_the_language_of_the_question(string question, string says) =>
        Assert.Contains(says, Answerer.Ask(question, FactBuilder.Today).Text);
}
