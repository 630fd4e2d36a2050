using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Questions;

/// <summary>Names that are understood only beside another: sizes of a line, and a line that is named in passing.</summary>
public sealed class PassingNameTests
{
    private static readonly Answerer Answerer = new(ShippedFacts.Base);

    [Theory]
    [InlineData("Qwen1.5 README says one thing about commercial use. so can i ship the 0.5B?", "qwen1.5-0.5b")]
    [InlineData("Llama 3.2 is what we use, may the 3B be sold?", "llama-3.2-3b")]
    [InlineData("qwen2.5 is apache. Is that also so for the 3B and the 72B?", "qwen2.5-3b,qwen2.5-72b")]
    [InlineData("CogVideoX: is it Apache for both 2B and 5B?", "cogvideox-2b,cogvideox-5b")]
    [InlineData("Depth Anything V2: may I sell an app with the small one?", "depth-anything-v2-small")]
    public void A_size_behind_its_line_is_asked_about(string question, string ids)
    {
        var answer = Answerer.Ask(question, FactBuilder.Today);

        Assert.Equal(ids.Split(','), answer.Subjects.Select(subject => subject.Id).Order());
    }

    [Theory]
    [InlineData("the small companies around Mistral 7B: may they sell it?", "mistral-7b")]
    [InlineData("Qwen3 runs on the 24GB card, may I sell it?", "qwen3")]
    public void A_size_of_something_else_is_none(string question, string id) =>
        Assert.Equal(id, Assert.Single(Answerer.Ask(question, FactBuilder.Today).Subjects, subject => subject.IsModel).Id);

    [Fact]
    public void A_line_that_another_is_built_on_is_read_as_that_release()
    {
        var answer = Answerer.Ask(
            "gpt4all-lora is GPL 3, yet it is built by fine-tuning Llama which prohibits it. can i use it commercially?",
            FactBuilder.Today
        );

        Assert.DoesNotContain("Llama 4", answer.Text);
        Assert.Contains("LLaMA 1", answer.Text);
    }

    [Fact]
    public void A_line_is_read_as_those_of_its_releases_that_are_named()
    {
        var answer = Answerer.Ask(
            "All DeepSeek-R1 models are listed as MIT. but some are derived from Llama3.1 and Llama3.3, no? "
                + "do the apache / llama licenses still apply?",
            FactBuilder.Today
        );

        Assert.Contains("Llama 3.1 Community License", answer.Text);
        Assert.Contains("Llama 3.3 Community License", answer.Text);
        Assert.DoesNotContain("Llama 4", answer.Text);
    }

    [Fact]
    public void A_line_that_is_only_compared_with_is_told_in_a_line()
    {
        var answer = Answerer.Ask(
            "DeepSeek R1 isn't open source, it's another free to download black box like Llama. Agree?",
            FactBuilder.Today
        );

        Assert.Contains("How open Llama is differs by release", answer.Text);
        Assert.DoesNotContain("Llama 4 Community License", answer.Text);
    }
}
