using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Questions;

/// <summary>What is asked of places, numbers, bases and derivatives, and what is put forward of terms.</summary>
public sealed class AskedTermsTests
{
    private static readonly Answerer Answerer = ShippedFacts.Answerer;

    private static Answer Ask(string question) => Answerer.Ask(question, FactBuilder.Today);

    [Theory]
    [InlineData("may a company in Belgium use HunyuanVideo commercially", "Not there")]
    [InlineData("can i use minimax h3 commercially in the united states", "Not there")]
    [InlineData("We are a German firm. Can we use Llama 3.2 11B commercially?", "Not there")]
    [InlineData("We are a German firm. Can we use Llama 3.2 1B commercially?", "Yes")]
    [InlineData("may a company in Canada use HunyuanVideo commercially", "Yes")]
    public void Holds_the_country_that_is_named_against_the_territory_of_the_licence(string question, string beginning) =>
        Assert.StartsWith(beginning, Ask(question).Lead);

    [Theory]
    [InlineData("can i use hunyuan-large commercially, what about the 100M users", false)]
    [InlineData("can we use hunyuan-large commercially, we have 20 million users", true)]
    [InlineData("can we use hunyuan-large commercially, we passed 100 million users", true)]
    public void Takes_the_number_of_the_licence_for_that_of_who_asks_only_where_it_is_exceeded(string question, bool isTaken) =>
        Assert.Equal(isTaken, Ask(question).Lead.Contains("you ", StringComparison.Ordinal));

    [Theory]
    [InlineData("is StarCoder2 under OpenRAIL-M?")]
    [InlineData("is Stable Diffusion 1.5 under OpenRAIL-M?")]
    public void Affirms_a_kind_of_licence_for_a_licence_of_that_kind(string question) => Assert.StartsWith("Yes", Ask(question).Lead);

    [Fact]
    public void Tells_what_a_model_is_built_on()
    {
        var answer = Ask("what is paligemma 2 based on");

        Assert.Contains("Gemma 2", answer.Lead);
        Assert.Equal(["base"], answer.Aspects.Select(AspectIntents.ToSlug));
    }

    [Theory]
    [InlineData("may i put MIT on my finetune of gemma 3", "stays bound by Gemma Terms of Use")]
    [InlineData("license of a lora trained on flux.1 schnell", "be under other terms")]
    public void Tells_what_binds_that_which_is_built_on_a_model(string question, string told) => Assert.Contains(told, Ask(question).Text);

    [Theory]
    [InlineData("may I train on outputs of qwen2.5-72b", "Under conditions: Qwen License Agreement")]
    [InlineData("are we allowed to train a model on the outputs of qwen2.5-72b", "Under conditions: Qwen License Agreement")]
    [InlineData("can I use llama 3.1 outputs to train another model", "Under conditions: Llama 3.1 Community License")]
    [InlineData("can I train my own model on gemma 3 outputs", "Under conditions: Gemma Terms of Use")]
    [InlineData("does gemma 3 allow training on its outputs", "Under conditions: Gemma Terms of Use")]
    [InlineData("may I use deepseek-v3 outputs to train my model", "Under conditions: DeepSeek License Agreement")]
    [InlineData("can deepseek-v3 outputs be used for training other models", "Under conditions: DeepSeek License Agreement")]
    [InlineData("can I distill llama 3.3", "Under conditions: Llama 3.3 Community License")]
    public void Training_on_outputs_is_told_by_what_the_licence_says_of_outputs(string question, string beginning)
    {
        var answer = Ask(question);

        Assert.StartsWith(beginning, answer.Lead, StringComparison.Ordinal);
        Assert.Single(answer.Rows);
        Assert.NotEqual(false, answer.Proposition?.Holds);
    }

    [Theory]
    [InlineData("can I use llama 2 outputs to train another model", "No")]
    [InlineData("can I use phi-4 outputs to train another model", "Yes")]
    public void Training_on_outputs_is_forbidden_or_free_by_the_licence(string question, string beginning) =>
        Assert.StartsWith(beginning, Ask(question).Lead, StringComparison.Ordinal);

    [Theory]
    [InlineData("who owns gemma 3's outputs", "By Gemma Terms of Use, its maker claims no rights in the outputs of Gemma 3.")]
    [InlineData(
        "who owns the outputs of stable diffusion 1.5",
        "By CreativeML Open RAIL-M, its maker claims no rights in the outputs of Stable Diffusion 1.5."
    )]
    [InlineData("who owns the outputs of command r", "The facts do not say who owns the outputs of Command R.")]
    public void Owner_of_outputs_is_told_where_it_is_known(string question, string lead) => Assert.Equal(lead, Ask(question).Lead);

    [Theory]
    [InlineData("grok-2 licence on 2025-09-01", "I do not know the licence of Grok-2.")]
    [InlineData("phi-4 licence on 2025-09-01", "On 2025-09-01")]
    [InlineData("gpt-2 licence on 2025-09-01", "On 2025-09-01")]
    [InlineData("sdxl licence on 2025-09-01", "On 2025-09-01")]
    [InlineData("sd 3 medium licence on 2025-09-01", "On 2025-09-01")]
    [InlineData("quelle est la licence de phi-4", "Phi-4 est sous")]
    [InlineData("licence de phi-4", "Phi-4 est sous")]
    public void Words_that_english_shares_do_not_choose_another_language(string question, string beginning) =>
        Assert.StartsWith(beginning, Ask(question).Lead, StringComparison.Ordinal);

    [Fact]
    public void Base_under_a_permissive_licence_binds_nothing() =>
        Assert.Contains(
            "It is built on Qwen2.5, whose Apache License 2.0 (Apache-2.0) lets what is built on it be under other terms.",
            Ask("qwen2.5-coder licence").Notes
        );

    [Fact]
    public void Two_licences_of_one_model_are_told_with_both_publishers_and_sources()
    {
        var answer = Ask("llama guard 3 8b licence");

        Assert.Contains(answer.Notes, note => note.StartsWith("Two licences are named for it: Llama 3.1", StringComparison.Ordinal));
        Assert.Equal(
            ["LicenseRef-Llama-3.1", "LicenseRef-Llama-3.2"],
            answer.Facts.Where(fact => fact.Property == AiNewsBot.Facts.Model.Properties.Licence).Select(fact => fact.Value).Order()
        );
    }

    [Fact]
    public void Tells_who_sells_what_is_under_copyleft_that_its_source_goes_along() =>
        Assert.Contains("under the same licence", Ask("can i sell a product with yolov8 in it").Text);

    [Theory]
    [InlineData("does the osi definition require publishing all training data", false)]
    [InlineData("osaid doesn't require the training data to be released, right?", true)]
    [InlineData("open weights and open source mean the same, true?", false)]
    [InlineData("rail licences are open source, correct?", false)]
    public void Agrees_or_disagrees_with_what_is_put_forward_of_a_definition(string question, bool holds)
    {
        var answer = Ask(question);

        Assert.Equal(Intent.Definition, answer.Intent);
        Assert.StartsWith(holds ? "Yes." : "No.", answer.Lead);
    }

    [Fact]
    public void Says_neither_yes_nor_no_to_a_premise_before_a_question() =>
        Assert.DoesNotContain("Yes. MusicGen", Ask("MusicGen is CC-BY-NC, so can I publish my songs for free?").Lead);

    [Theory]
    [InlineData("Pixtral 12B licence? And Pixtral Large?", "pixtral-12b", "pixtral-large")]
    [InlineData("is the licence of flux 2 klein 9b that of klein 4b", "flux.2-klein-9b", "flux.2-klein-4b")]
    [InlineData("licence of deepseek v3.2 and v3.2-exp", "deepseek-v3.2", "deepseek-v3.2-exp")]
    [InlineData("licence of cogvideox-5b and the 2b", "cogvideox-5b", "cogvideox-2b")]
    public void Answers_for_a_second_name_that_is_shortened(string question, params string[] subjects) =>
        Assert.Equal(subjects, Ask(question).Subjects.Select(subject => subject.Id));
}
