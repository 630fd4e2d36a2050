namespace AiNewsBot.Facts.Tests.Claims;

/// <summary>Which part of a model, and which of its variants, a claim is on.</summary>
public sealed class PartClaimTests
{
    [Theory]
    [InlineData("F5-TTS is MIT code but cc-by-nc weights", "F5-TTS, inference code: under MIT License")]
    [InlineData("AudioGen: code mit, weights cc-by-nc", "AudioGen, inference code: under MIT License")]
    public void Component_beside_a_licence_is_under_it(string message, string said) => Assert.Contains(said, ClaimChecks.Said(message));

    [Theory]
    [InlineData("MPT-7B is apache")]
    [InlineData("MPT-7B base is apache, MPT-7B-Chat isn't")]
    [InlineData("Qwen2.5-Coder 7B is apache")]
    public void Size_or_base_is_not_mixed_with_its_variants(string message) => Assert.StartsWith("Agrees", ClaimChecks.Judged(message)[0]);

    [Theory]
    [InlineData("Qwen2.5-Coder is apache", "Depends Qwen2.5-Coder is under Apache License 2.0")]
    [InlineData("Llama 3.2 1B can be used in Europe", "Agrees the licence of Llama 3.2 1B does not have a territorial limit")]
    [InlineData("DeepSeek-R1-Distill-Llama-70B carries the llama license", "Agrees DeepSeek-R1-Distill-Llama-70B is under Llama")]
    [InlineData(
        "above 100M users Kimi K2 wants its name in the UI, a limit at 100 million users",
        "Agrees the licence of Kimi K2 has a limit on users"
    )]
    public void Claim_is_judged_by_what_binds_it(string message, string judged) => Assert.Contains(judged, ClaimChecks.Judged(message));

    [Theory]
    [InlineData("R1-Distill-Qwen-32B is built on Qwen2.5-32B which is apache", "Qwen2.5-32B is under Apache License 2.0")]
    [InlineData("SmolVLM: apache, SmolLM2 inside", "SmolVLM is built on SmolLM2")]
    [InlineData("running Hermes 3 (Llama 3.1 underneath) at home", "Hermes 3 is built on Llama 3.1")]
    [InlineData(
        "R1 distills: the 70b is built on Llama 3.3, and the 32b is on Qwen2.5",
        "DeepSeek-R1-Distill-Qwen-32B is built on Qwen2.5"
    )]
    public void Model_inside_another_is_its_base(string message, string said) => Assert.Contains(said, ClaimChecks.Said(message));
}
