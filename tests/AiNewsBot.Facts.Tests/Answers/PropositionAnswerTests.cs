using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Answers;

/// <summary>Yes and no answer what was put forward, and only that.</summary>
public sealed class PropositionAnswerTests
{
    private static readonly Answerer Answerer = ShippedFacts.Answerer;

    [Theory]
    [InlineData("has Phi-2 always been MIT?", "No.", false)]
    [InlineData("my boss says Llama 3 is open source, is he right?", "No.", false)]
    [InlineData("fact check: Mistral 7B is under MIT", "That is not so.", false)]
    [InlineData("Grok-1 is open source, right?", "That is not so. Grok-1 is open weights, not open source.", false)]
    [InlineData("is Whisper made by Google?", "No.", false)]
    [InlineData("Llama 2 is available for commercial use, LLaMA 1 is not. true?", "All of that is so:", true)]
    [InlineData("MiniMax M1 was FLOSS, MiniMax M2 and MiniMax M3 aren't", "All of that is so:", true)]
    [InlineData("OpenAI has never released open weights, right?", "That is not so.", false)]
    [InlineData(
        "can I use llama 3 commercially with 800 million users",
        "No, not without a licence from Meta: you have more than 700 million users.",
        false
    )]
    public void Assertion_is_judged_first(string question, string opening, bool holds)
    {
        var answer = Answerer.Ask(question, FactBuilder.Today);

        Assert.Equal(AnswerStatus.Answered, answer.Status);
        Assert.StartsWith(opening, answer.Lead);
        Assert.Equal(holds, answer.Proposition?.Holds);
    }

    [Theory]
    [InlineData("which licence does Grok-1 have")]
    [InlineData("how open is Llama 3")]
    [InlineData("would be nice if Llama 3 was MIT")]
    public void A_question_that_puts_nothing_forward_gets_no_yes_and_no_no(string question)
    {
        var answer = Answerer.Ask(question, FactBuilder.Today);

        Assert.Null(answer.Proposition);
        Assert.DoesNotMatch("^(Yes|No|That is)[.,:]", answer.Lead);
    }

    [Fact]
    public void Several_parts_are_answered_in_the_order_asked()
    {
        var answer = Answerer.Ask("weights, training data and paper of OLMo 2", FactBuilder.Today);

        Assert.Equal(["weights", "training data", "paper"], answer.Rows.Select(row => row.Label));
        Assert.All(answer.Rows, row => Assert.Contains("OLMo 2", row.Value));
    }

    [Fact]
    public void Outputs_are_answered_apart_from_the_model()
    {
        var sold = Answerer.Ask("can I sell images made with FLUX.1 dev", FactBuilder.Today);
        var unknown = Answerer.Ask("are MusicGen outputs usable commercially?", FactBuilder.Today);

        Assert.StartsWith("Yes: FLUX.1 [dev] Non-Commercial License lets the outputs", sold.Lead);
        Assert.Equal(AnswerStatus.NoFact, unknown.Status);
        Assert.Contains("The model itself", unknown.Text);
    }

    [Fact]
    public void A_comparison_of_equals_says_how_they_differ()
    {
        var answer = Answerer.Ask("compare Llama 4 and DeepSeek V3", FactBuilder.Today);

        Assert.Contains("alike in kind, restricted weights", answer.Lead);
        Assert.Contains("of 17 components public", answer.Lead);
    }

    [Fact]
    public void A_split_says_since_when()
    {
        var answer = Answerer.Ask("is grok open source", FactBuilder.Today);

        Assert.Contains(answer.Rows, row => row is { Label: "Grok-1", Value: "open weights since 2024-03-17, Apache-2.0" });
    }

    // Yi's weights came out under another licence: only since then do both hold.
    [Fact]
    public void A_licence_and_a_date_are_joined_only_where_they_overlap()
    {
        var answer = Answerer.Ask("is yi 34b open source", FactBuilder.Today);

        Assert.Contains("public since 2023-11-02, under Apache License 2.0 (Apache-2.0) since 2024-05-30", answer.Text);
    }

    [Fact]
    public void Assertion_before_a_question_of_another_kind_is_not_answered()
    {
        var answer = Answerer.Ask("xtts is licensed by coqui, does that bind the audio i generate?", FactBuilder.Today);

        Assert.Equal(Intent.CommercialUse, answer.Intent);
        Assert.DoesNotContain("made by", answer.Lead);
    }

    [Theory]
    [InlineData("DeepSeek is not open source by any metric like OSAID or MOF, agree?")]
    [InlineData("is Llama 3 open source by OSAID or the MOF?")]
    public void A_definition_by_which_a_model_is_judged_is_not_what_is_asked(string question) =>
        Assert.Equal(Intent.Openness, Answerer.Ask(question, FactBuilder.Today).Intent);

    [Fact]
    public void A_change_asked_of_an_unknown_name_is_not_answered_for_its_maker() =>
        Assert.Equal(AnswerStatus.UnknownSubject, Answerer.Ask("would nvidia switch PixelDiT to apache or MIT?", FactBuilder.Today).Status);

    [Fact]
    public void A_territory_asked_of_an_unknown_name_is_told_of_the_base()
    {
        var answer = Answerer.Ask("can users from EU use zorvreels v1 or does the hunyuan territory still apply", FactBuilder.Today);

        Assert.Equal(AnswerStatus.UnknownSubject, answer.Status);
        Assert.Contains("zorvreels v1", answer.Lead);
        Assert.Contains("South Korea", answer.Text);
    }

    [Fact]
    public void Of_a_piece_of_a_model_it_is_said_that_nothing_is_known_beside_what_holds_for_the_whole()
    {
        var answer = Answerer.Ask("is the flux.1 dev vae ok for commercial use", FactBuilder.Today);

        Assert.StartsWith("Commercial use of FLUX.1 [dev] is not allowed", answer.Lead);
        Assert.StartsWith("I know nothing of the autoencoder", answer.Notes[0]);
    }

    [Fact]
    public void Question_on_a_promise_that_was_not_made_tells_how_open_the_model_is() =>
        Assert.Contains("closed", Answerer.Ask("will anthropic open the weights of claude", FactBuilder.Today).Text);
}
