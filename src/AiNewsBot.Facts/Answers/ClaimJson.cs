using System.Collections.Immutable;
using System.Text.Json;
using AiNewsBot.Facts.Questions;

namespace AiNewsBot.Facts.Answers;

/// <summary>Writes what was checked in a message as the one JSON object that other programs read.</summary>
public static class ClaimJson
{
    /// <summary>Writes the object.</summary>
    public static void Write(Utf8JsonWriter json, string message, ImmutableArray<CheckedClaim> claims)
    {
        json.WriteStartObject();
        json.WriteString("message", message);
        json.WriteStartArray("claims");
        foreach (var claim in claims)
            WriteClaim(json, claim);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteClaim(Utf8JsonWriter json, CheckedClaim claim)
    {
        json.WriteStartObject();
        json.WriteStartArray("subjects");
        AnswerJson.WriteSubject(json, claim.Claim.Subject);
        json.WriteEndArray();
        json.WriteString("aspect", claim.Claim.Aspect.ToSlug());
        json.WriteString("said", claim.Said);
        AnswerJson.WriteText(json, "speaker", claim.Claim.Speaker);
        json.WriteString(
            "verdict",
            claim.Judgement switch
            {
                ClaimJudgement.Agrees => "true",
                ClaimJudgement.Disagrees => "false",
                ClaimJudgement.Depends => "half",
                _ => "unknown",
            }
        );
        json.WriteString("why", claim.Reason);
        AnswerJson.WriteFacts(json, claim.Facts);
        json.WriteEndObject();
    }
}
