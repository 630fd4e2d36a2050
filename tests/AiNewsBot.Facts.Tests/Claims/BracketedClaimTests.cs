namespace AiNewsBot.Facts.Tests.Claims;

/// <summary>What is in brackets is said of the name before them; a name in brackets is no subject of what is outside them.</summary>
public sealed class BracketedClaimTests
{
    [Theory]
    [InlineData("i fine tuned Falcon 180B (which is plain apache 2.0 btw) on rented boxes", "Falcon-180B is under Apache License 2.0")]
    [InlineData(
        "we use aya 101 in the thesis (cc-by-nc weights so no shop)",
        "Aya 101 is under Creative Commons Attribution Non Commercial 4.0"
    )]
    [InlineData("OLMo 2 (from ai2, training data public) vs Llama 3.1 (training data secret)", "Llama 3.1, training data: not public")]
    [InlineData("had phi-4 (MIT) and Command R+ (cc-by-nc) in the same pipeline", "Phi-4 is under MIT License")]
    [InlineData("Whisper (code and weights mit, dataset never published) is all we run", "Whisper, training data: not public")]
    public void Words_in_brackets_are_said_of_the_name_before_them(string message, string said) =>
        Assert.Contains(said, ClaimChecks.Said(message));

    [Theory]
    [InlineData(
        "gpt-oss (august 2025, apache) is open source under the OSI definition since apache is OSI approved",
        "gpt-oss is open source"
    )]
    [InlineData("Zephyr 7B beta (mistral 7b underneath) is under MIT", "Zephyr-7B is under MIT License")]
    public void Predicate_behind_brackets_is_said_of_the_name_before_them(string message, string said) =>
        Assert.Contains(said, ClaimChecks.Said(message));

    [Theory]
    [InlineData(
        "gpt-oss (august 2025, apache) is open source under the OSI definition since apache is OSI approved",
        "Apache License 2.0 is open source"
    )]
    [InlineData("Zephyr 7B beta (mistral 7b underneath) is under MIT", "Mistral 7B is under MIT License")]
    [InlineData("Tülu 3 (llama 3.1 base) has a licence of its own, i think", "Llama 3.1 is under a licence of its own")]
    [InlineData("OLMo 2 (from ai2, training data public) vs Llama 3.1 (training data secret)", "OLMo 2, training data: not public")]
    public void Nothing_is_said_of_a_name_on_the_other_side_of_a_bracket(string message, string said) =>
        Assert.DoesNotContain(said, ClaimChecks.Said(message));
}
