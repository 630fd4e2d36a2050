using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Claims;

/// <summary>Messages as people write them, with all that each puts forward and whether it is so. What is not in a row must not be read into
/// its message.</summary>
public sealed class MessageClaimTests
{
    private static readonly Answerer Answerer = ShippedFacts.Answerer;
    private static readonly Dictionary<string, string> Rows = File.ReadLines(
            Path.Combine(AppContext.BaseDirectory, "Claims", "messages.txt")
        )
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split(" => "))
        .ToDictionary(cells => cells[0], cells => cells[1]);

    public static TheoryData<string> Messages => [.. Rows.Keys];

    [Theory]
    [MemberData(nameof(Messages))]
    public void A_message_claims_what_its_clauses_say_and_each_claim_is_judged(string message)
    {
        var claims = Answerer.CheckClaims(message.Replace("\\n", "\n", StringComparison.Ordinal), FactBuilder.Today);

        Assert.Equal(Rows[message], claims.IsEmpty ? "-" : string.Join("; ", claims.Select(Told)));
    }

    private static string Told(CheckedClaim claim)
    {
        var judgement = claim.Judgement switch
        {
            ClaimJudgement.Agrees => "yes",
            ClaimJudgement.Disagrees => "no",
            ClaimJudgement.Depends => "partly",
            _ => "?",
        };
        return $"{judgement} {(claim.Claim.Speaker is { } speaker ? speaker + ": " : "")}{claim.Said}";
    }
}
