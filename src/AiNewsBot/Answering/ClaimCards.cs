using System.Collections.Immutable;
using AiNewsBot.Cards;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Answering;

/// <summary>Checked claims as a card: each with its judgement, why, and the source that bears most.</summary>
public static class ClaimCards
{
    private const int RoomForOthers = 200;

    public static Card Of(ImmutableArray<CheckedClaim> claims, bool isShareable)
    {
        var writer = new CardWriter(VerdictStyle.Accent(claims.Length == 1 ? claims[0].Openness.Verdict : null));
        writer.Add(claims.Any(claim => !claim.Claim.IsMention) ? "**What the facts say to this message**" : "**This message claims nothing of the models that it names. What is known of them:**");
        writer.Add([.. claims.Select(Line)], count => $"-# and {count} more", reserve: RoomForOthers);
        if (claims.Select(claim => claim.Openness.Checked).FirstOrDefault(day => day is not null) is { } day)
            writer.Add($"-# {Markdown.Escape(day)}", isApart: true);
        if (isShareable && ClaimCode.Write(claims.Select(claim => claim.Claim)) is { } code)
            writer.AddButton(ButtonId.Of(ButtonId.ShareClaims, code), "Share");
        return writer.ToCard();
    }

    private static string Line(CheckedClaim claim)
    {
        var source = Citation.Of(claim.Openness) is [{ } first, ..] ? $"\n-# {Markdown.Link(first.Label, first.Source.Url)}" : "";
        return $"{Judged(claim)} {VerdictStyle.Symbol(claim.Openness.Verdict)} {Markdown.Escape(claim.Openness.Lead)}{source}";
    }

    private static string Judged(CheckedClaim claim)
    {
        var name = Markdown.Escape(claim.Claim.Subject.Name);
        var said = claim.Claim switch
        {
            { IsMention: true } => "",
            { Licence: { } licence } => $"under {Markdown.Escape(licence.Name)}",
            { Verdict: { } verdict } => Markdown.Escape(verdict.ToWords()),
            _ => "",
        };
        var denied = claim.Claim.IsDenied ? "not " : "";
        return (claim.Claim.IsMention, claim.Judgement) switch
        {
            (true, _) => $"ℹ️ **{name}**:",
            (_, ClaimJudgement.Agrees) => $"✅ **{name} is {denied}{said}**: that is so.",
            (_, ClaimJudgement.Disagrees) => $"❌ **{name} is {denied}{said}**: that is not so.",
            (_, ClaimJudgement.Depends) => $"⚖️ **{name} is {denied}{said}**: that depends.",
            _ => $"❔ **{name} is {denied}{said}**: the facts do not say.",
        };
    }
}
