namespace AiNewsBot.Facts.Tests.Claims;

/// <summary>What a message says beside its first claim.</summary>
public sealed class SideClaimTests
{
    [Theory]
    [InlineData("our stack is 100% open source: DeepSeek-V3, Gemma 3 and Command A", "Gemma 3 is open source")]
    [InlineData("gpt-oss: apache, august 2025, weights only", "gpt-oss is open weights")]
    [InlineData("SD 1.5 was released by Stability in october 2022", "Stable Diffusion 1.5 was published by Stability AI")]
    [InlineData(
        "Qwen2.5 72B is apache just like the rest of them. Pixtral Large: research licence",
        "Pixtral Large is for non-commercial use only"
    )]
    [InlineData("BLOOM is under RAIL, which comes with use restrictions", "the licence of BLOOM has a limited field of use")]
    [InlineData("Falcon 180B: gated licence but the weights are up", "Falcon-180B, weights: public")]
    [InlineData("gemma-2-27b-it | Gemma license\nyi-1.5-34b-chat | Apache-2.0", "Gemma 2 27B is under Gemma Terms of Use")]
    public void Side_claim_is_read(string message, string said) => Assert.Contains(said, ClaimChecks.Said(message));

    [Fact]
    public void Claim_is_told_once() =>
        Assert.Single(
            ClaimChecks.Said("granite 4 (apache 2) is so dull that everybody loves it"),
            "Granite 4.0 is under Apache License 2.0"
        );

    [Theory]
    [InlineData("gpt-oss (both sizes): apache 2.0, august 2025, weights only", "gpt-oss was open weights (august 2025)")]
    [InlineData("Grok-1: March 2024, apache, no training data", "Grok-1, training data: not public (March 2024)")]
    public void Day_in_a_list_is_not_the_day_of_all_that_follows(string message, string said) =>
        Assert.DoesNotContain(said, ClaimChecks.Said(message));
}
