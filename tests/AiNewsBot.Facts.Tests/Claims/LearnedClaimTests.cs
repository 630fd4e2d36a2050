using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Claims;

/// <summary>Messages that no rule of plain clauses reads, and that are in no rows: what annotated messages taught reads them.</summary>
public sealed class LearnedClaimTests
{
    private static readonly Answerer Answerer = ShippedFacts.Answerer;

    [Theory]
    [InlineData("dolly 2.0 > everything. Databricks made it, base is Pythia 12B and commercial is ok", "Dolly 2.0 is made by Databricks")]
    [InlineData("Alibaba published QwQ-32B under apache 2.0 and the base is Qwen2.5 32B", "QwQ-32B came out under Apache License 2.0")]
    [InlineData("smollm3 documents the training mix, configs on github, datasets public", "SmolLM3, training code: public")]
    [InlineData("Muse Spark is Llama 5 with a new name, weights on the HF org since april", "Muse Spark, weights: public")]
    [InlineData("SDXL base 1.0 non commercial?? wrong. OpenRAIL++, july 2023", "Stable Diffusion XL 1.0 was released july 2023")]
    [InlineData(
        "OG LLaMA was researchers only. you literally had to fill a form",
        "the licence of LLaMA 1 has a duty to register or ask first"
    )]
    public void Claim_that_is_made_in_passing_or_without_a_verb_is_read(string message, string said) =>
        Assert.Contains(said, Answerer.CheckClaims(message, FactBuilder.Today).Select(claim => claim.Said));

    [Theory]
    [InlineData("anyone else feel like kimi got way chattier after the last update??")]
    [InlineData("my cousin Claude is visiting from Lyon this weekend so no raid for me on saturday")]
    [InlineData("q4_k_m of qwen on a 3060, 22 tok/s, fans screaming, cat asleep on the case")]
    [InlineData("whats the license on the new StarCoder? can i use it at work, or do i have to ask legal")]
    [InlineData("the meetup topic is what does open even mean, pizza is on us")]
    [InlineData("")]
    [InlineData("🔥🔥🔥")]
    public void Message_without_a_claim_claims_nothing(string message) => Assert.Empty(Answerer.CheckClaims(message, FactBuilder.Today));

    [Fact]
    public void Long_message_of_many_names_is_read()
    {
        var message = string.Concat(Enumerable.Range(0, 300).Select(index => $"Llama 3 is MIT, Qwen3 weights {index} and data, "));

        Assert.NotEmpty(Answerer.CheckClaims(message[..4000], FactBuilder.Today));
    }
}
