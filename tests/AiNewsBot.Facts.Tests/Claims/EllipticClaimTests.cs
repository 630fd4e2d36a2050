namespace AiNewsBot.Facts.Tests.Claims;

/// <summary>What is said of one model and left out of what is said of the next: "only X is", "Y isn't either".</summary>
public sealed class EllipticClaimTests
{
    [Theory]
    [InlineData("Pixtral Large isnt apache folks. only Pixtral 12B is", "Pixtral 12B is under Apache License 2.0")]
    [InlineData("\"Falcon 180B is Apache\" well the 40B yes", "Falcon-40B is under Apache License 2.0")]
    [InlineData("Phi-4 is MIT. Gemma 2 no", "Gemma 2 is not under MIT License")]
    [InlineData("Gemma 2 no es open source, Llama 3.3 tampoco", "Llama 3.3 is not open source")]
    [InlineData("1. Gemma 2 isnt open source (google can forbid uses)\n2. Llama 4 isnt either", "Llama 4 is not open source")]
    [InlineData("DeepSeek-V2 wasn't MIT, only its code", "DeepSeek-V2, inference code: under MIT License")]
    public void Predicate_of_the_clause_before_is_continued(string message, string said) =>
        Assert.Contains(said, ClaimChecks.Said(message));

    [Theory]
    [InlineData("Falcon 180B isn't apache like Falcon 40B was", "Falcon-40B is under Apache License 2.0")]
    [InlineData("Grok 2 isn't apache like Grok-1 was", "Grok-1 is under Apache License 2.0")]
    public void Model_that_another_is_not_like_is_what_the_other_is_not(string message, string said) =>
        Assert.Contains(said, ClaimChecks.Said(message));

    [Theory]
    [InlineData("Falcon 180B isn't apache like Falcon 40B was", "Falcon-40B is not under Apache License 2.0")]
    [InlineData("1. Gemma 2 isnt open source (google can forbid uses)\n2. Llama 4 isnt either", "Llama 2 is not open source")]
    public void Nothing_is_turned_round_or_counted(string message, string said) => Assert.DoesNotContain(said, ClaimChecks.Said(message));

    [Theory]
    [InlineData("MiniMax-01: open weights yes, open source no", "MiniMax-01 is not open source")]
    [InlineData(
        "Llama 2 forbade training other models on outputs, 3.1 doesnt anymore",
        "the licence of Llama 3.1 does not have a ban on training other models"
    )]
    public void Predicate_is_denied_behind_it(string message, string said) => Assert.Contains(said, ClaimChecks.Said(message));

    [Theory]
    [InlineData("Pixtral Large is MRL. Mistral Large 2 has the same license", "Mistral Large 2 is under Mistral AI Research License")]
    public void Same_licence_is_the_one_that_was_named_last(string message, string said) =>
        Assert.Contains(said, ClaimChecks.Said(message));
}
