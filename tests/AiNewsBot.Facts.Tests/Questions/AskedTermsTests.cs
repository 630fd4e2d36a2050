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
