using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Claims;

/// <summary>What the claims of messages are told to be, by the facts that come with the program.</summary>
internal static class ClaimChecks
{
    private static readonly Answerer Answerer = ShippedFacts.Answerer;

    /// <summary>What a message says, each claim in a sentence.</summary>
    public static string[] Said(string message) => [.. Answerer.CheckClaims(message, FactBuilder.Today).Select(claim => claim.Said)];

    /// <summary>The same, each behind its judgement.</summary>
    public static string[] Judged(string message) =>
        [.. Answerer.CheckClaims(message, FactBuilder.Today).Select(claim => $"{claim.Judgement} {claim.Said}")];
}
