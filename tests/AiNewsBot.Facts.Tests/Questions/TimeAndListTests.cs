using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Tests.Harness;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Tests.Questions;

/// <summary>Licences at launch, lists narrowed by lines, places and approval, and several names in one question.</summary>
public sealed class TimeAndListTests
{
    private static readonly Answerer Answerer = ShippedFacts.Answerer;

    [Theory]
    [InlineData("what licence did phi-2 have at launch", "Microsoft Research License")]
    [InlineData("phi-4 license when it was launched", "Microsoft Research License")]
    public void Tells_the_licence_of_the_first_day_to_those_who_ask_for_it(string question, string licence) =>
        Assert.Contains(licence, Answerer.Ask(question, FactBuilder.Today).Text);

    [Fact]
    public void Lists_the_releases_of_a_line_by_its_name()
    {
        var answer = Answerer.Ask("which qwen3 models are proprietary", FactBuilder.Today);

        Assert.Contains("Qwen3-Max", answer.Text);
        Assert.DoesNotContain("Qwen2", answer.Text);
    }

    [Fact]
    public void Lists_models_whose_licence_leaves_a_place_out()
    {
        var answer = Answerer.Ask("what models ban the eu in their terms", FactBuilder.Today);

        Assert.Contains("HunyuanVideo", answer.Text);
        Assert.DoesNotContain("Mistral", answer.Text);
    }

    [Fact]
    public void Lists_models_under_approved_licences_alone()
    {
        var answer = Answerer.Ask("which google models have an osi approved licence", FactBuilder.Today);

        Assert.Contains("Gemma 4", answer.Text);
        Assert.DoesNotContain("Gemma Terms", answer.Text);
    }

    [Fact]
    public void Tells_each_licence_where_those_of_two_are_asked_for()
    {
        var answer = Answerer.Ask("how does the licence of gemma 3 differ from that of gemma 4", FactBuilder.Today);

        Assert.Contains("Gemma Terms of Use", answer.Text);
        Assert.Contains("Apache", answer.Text);
    }

    [Theory]
    [InlineData("people say mistral 7b needs a fee for firms, is that so")]
    [InlineData("kimi k2 wants a paid contract from everyone, correct?")]
    public void Says_no_yes_to_what_was_not_understood(string question) =>
        Assert.DoesNotContain("Yes", Answerer.Ask(question, FactBuilder.Today).Lead);

    [Theory]
    [InlineData("Musk v. OpenAI", 0)]
    [InlineData("It is open. What licence", 1)]
    public void A_single_letter_before_a_dot_ends_no_sentence(string text, int last) =>
        Assert.Equal(last, Tokenizer.Split(text)[^1].Sentence);
}
