using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Claims;

/// <summary>What is to come is no fact; whether it was promised is one.</summary>
public sealed class PromisedClaimTests
{
    [Theory]
    [InlineData("musk, last year: \"Grok 3 will be open source in half a year\"", "it was promised that Grok 3 will be opened")]
    [InlineData("Qwen3-Max will be open weights soon", "Qwen3-Max will be opened")]
    public void Promise_is_told_as_one(string message, string said) => Assert.Contains(said, ClaimChecks.Said(message));

    [Fact]
    public void Nothing_is_known_of_what_was_not_promised() =>
        Assert.Equal(
            ClaimJudgement.Unknown,
            Assert.Single(ShippedFacts.Answerer.CheckClaims("Qwen3-Max will be open weights soon", FactBuilder.Today)).Judgement
        );

    [Theory]
    [InlineData("if Grok 3 will ever be open source i eat my hat")]
    [InlineData("i hope Qwen3-Max will be open weights soon")]
    [InlineData("we will open source our finetune of Qwen3 next week")]
    [InlineData("calling it now: Grok 3 will be open source next month")]
    public void Hope_and_bets_promise_nothing(string message) => Assert.Empty(ClaimChecks.Said(message));
}
