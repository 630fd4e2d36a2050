using System.Collections.Immutable;
using AiNewsBot.Facts;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Answering;

/// <summary>Claims as a button carries them: "grok-1=open-source,!phi-2=MIT,llama". What the button shares is checked anew when it is pressed.</summary>
public static class ClaimCode
{
    private const int Longest = 80;

    /// <summary>The claims in short; null when they are too many for a button.</summary>
    public static string? Write(IEnumerable<Claim> claims)
    {
        var code = string.Join(',', claims.Select(Write));
        return code.Length <= Longest ? code : null;
    }

    /// <summary>The claims; those of which nothing is known any more are left out.</summary>
    public static ImmutableArray<Claim> Read(string code, FactBase facts) => [.. code.Split(',').Select(part => ReadOne(part, facts)).OfType<Claim>()];

    private static string Write(Claim claim)
    {
        var said = claim.Licence?.Id ?? claim.Verdict?.ToSlug();
        return (claim.IsDenied ? "!" : "") + claim.Subject.Id + (said is null ? "" : "=" + said);
    }

    private static Claim? ReadOne(string part, FactBase facts)
    {
        var isDenied = part.StartsWith('!');
        var pair = part.TrimStart('!').Split('=', 2);
        if (facts.Find(pair[0]) is not { } view)
            return null;
        if (pair.Length == 1)
            return new Claim(view);
        return VerdictText.TryParse(pair[1]) is { } verdict ? new Claim(view, verdict, IsDenied: isDenied)
            : facts.Licence(pair[1]) is { } licence ? new Claim(view, Licence: licence, IsDenied: isDenied)
            : null;
    }
}
