using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Questions;

/// <summary>What is asked of a model's size and kind, in the words of those who ask.</summary>
public sealed class AskedDetailTests
{
    private static Answer Ask(string question) => ShippedFacts.Answerer.Ask(question, FactBuilder.Today);

    [Theory]
    [InlineData("how big is mixtral 8x7b", "Mixtral 8x7B has 47B parameters.")]
    [InlineData("how large is the grok-1 model", "Grok-1 has 314B parameters.")]
    [InlineData("how many parameters does grok-1 have", "Grok-1 has 314B parameters.")]
    [InlineData("what is the size of llama 3.1", "Llama 3.1 has 8B, 70B or 405B parameters.")]
    [InlineData("the size of llama 3.1", "Llama 3.1 has 8B, 70B or 405B parameters.")]
    public void Size_is_told_in_parameters(string question, string lead) => Assert.Equal(lead, Ask(question).Lead);

    [Fact]
    public void Sizes_of_a_family_are_told_by_release()
    {
        var answer = Ask("how big is phi");

        Assert.Equal("The sizes of Phi, in parameters:", answer.Lead);
        Assert.Contains(answer.Rows, row => row is { Label: "Phi-4", Value: "14B" });
    }

    [Theory]
    [InlineData("how big is the context window of llama 3.1")]
    [InlineData("how large is the training dataset of llama 3.1")]
    [InlineData("is the licence the same for every size of llama 3.1")]
    public void Size_of_another_thing_is_no_number_of_parameters(string question) =>
        Assert.DoesNotContain("parameters", Ask(question).Lead, StringComparison.Ordinal);

    [Theory]
    [InlineData("is llama 4 multimodal", "Yes: Llama 4 is a multimodal model")]
    [InlineData("is whisper a speech model", "Yes: Whisper is a model for sound.")]
    [InlineData("is whisper an image model", "No: Whisper is a model for sound.")]
    [InlineData("is gpt-oss multimodal", "No: gpt-oss is a text model.")]
    [InlineData("is llama 4 a vision model", "Llama 4 is a multimodal model")]
    [InlineData("what kind of model is musicgen", "MusicGen is a model for sound.")]
    [InlineData("what modality is whisper", "Whisper is a model for sound.")]
    [InlineData("what can llama 4 take as input", "Llama 4 is a multimodal model")]
    public void Kind_is_told_from_the_modality(string question, string beginning) =>
        Assert.StartsWith(beginning, Ask(question).Lead, StringComparison.Ordinal);

    [Fact]
    public void Kinds_that_differ_by_size_are_told_one_by_one()
    {
        var answer = Ask("is gemma 3 a vision model");

        Assert.Contains(answer.Rows, row => row.Label == "Gemma 3" && row.Value.StartsWith("a multimodal model", StringComparison.Ordinal));
        Assert.Contains(answer.Rows, row => row.Label.StartsWith("Gemma 3 1B", StringComparison.Ordinal) && row.Value == "a text model");
    }

    [Theory]
    [InlineData("is llama 4 an open multimodal model")]
    [InlineData("is whisper a free speech model")]
    public void Openness_is_asked_for_still_where_the_kind_is_named_beside_it(string question) =>
        Assert.DoesNotContain("is a model for", Ask(question).Lead, StringComparison.Ordinal);
}
