namespace AiNewsBot.Facts.Tests.Claims;

/// <summary>Words and names that are written otherwise than they are known, or that only look like names.</summary>
public sealed class SlipClaimTests
{
    [Theory]
    [InlineData("FLUX.1 schnell is noncommerical", "FLUX.1 [schnell] is for non-commercial use only")]
    [InlineData("Gemma 2 has a restricetd licence", "Gemma 2 is restricted")]
    public void Slip_in_what_is_claimed_is_put_right(string message, string said) => Assert.Contains(said, ClaimChecks.Said(message));

    [Theory]
    [InlineData("did the short clip with HunyuanVideo (not licensed for the EU)", "CLIP")]
    [InlineData("the original StarCoder is from may 2023", "SantaCoder")]
    [InlineData("the first Yi-34B had a licence of its own", "Yi Series Models License 1.0 is")]
    public void Other_things_are_not_taken_for_a_name(string message, string name) =>
        Assert.DoesNotContain(ClaimChecks.Said(message), said => said.Contains(name, StringComparison.Ordinal));

    [Theory]
    [InlineData("Granite 3.3 tá sob Apache no hugging face", "Hugging Face")]
    [InlineData("Nemotron is a llama tune, not nvidia from scratch", "made by NVIDIA")]
    [InlineData("> Google open-sources Gemma 3\nno", "Google is")]
    [InlineData("per BFL: FLUX.1 dev is non commercial", "made by Black Forest Labs")]
    [InlineData("Phi-4 is MIT, i have the blog tab open", "Phi-4 is open")]
    [InlineData("Whisper's weights are MIT, it is all in the same repo", "code: public")]
    [InlineData("Pythia's data is open, and DBRX took the 700M users clause from Llama", "Llama,")]
    public void Place_or_owner_is_not_spoken_of(string message, string name) =>
        Assert.DoesNotContain(ClaimChecks.Said(message), said => said.Contains(name, StringComparison.Ordinal));

    [Theory]
    [InlineData("put Magistral Small (apache) on the board, it is mostly wrong", "Magistral Small is under Apache License 2.0")]
    [InlineData("tried Hunyuan-A13B (tencent's licence leaves out the EU)", "the licence of Hunyuan-A13B has a territorial limit")]
    [InlineData("Wan 2.5 is pretty but unlike 2.2 there's no weights for it", "Wan 2.5, weights: not public")]
    [InlineData("BLOOM was BigScience, 2022", "BLOOM is made by BigScience")]
    [InlineData("Codestral 22B, aucun usage commercial autorisé", "Codestral 22B may not be used commercially")]
    [InlineData("Kimi K2 是改过的 MIT", "Kimi K2 is under Modified MIT License (Kimi K2)")]
    [InlineData("StarCoder2 is by meta i think?", "StarCoder2 is made by Meta")]
    [InlineData("oh sure, Llama 4 is open source. no training data at all", "Llama 4, training data: not public")]
    [InlineData("Devstral Small es Apache desde mayo de 2025", "Devstral Small 1 was released mayo de 2025")]
    public void What_is_meant_is_claimed(string message, string said) => Assert.Contains(said, ClaimChecks.Said(message));
}
