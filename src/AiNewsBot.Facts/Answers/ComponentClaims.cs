using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Propositions;

namespace AiNewsBot.Facts.Answers;

/// <summary>Claims on whether a component of a release is public.</summary>
internal static class ComponentClaims
{
    /// <summary>What the facts say; null where the release did not exist then.</summary>
    public static ClaimFinding? Create(AnswerContext context, Release release, Assertion says)
    {
        var day = says.Date?.Day ?? context.Day;
        if (release.ExistedOn(day) is false)
            return null;
        var component = says.Component!;
        var reading = release.Component(component, day);
        var judgement = reading.Availability switch
        {
            Availability.Available or Availability.Gated => ClaimJudgement.Agrees,
            Availability.Partial when says is { Reach: Reach.All, IsDenied: false } => ClaimJudgement.Disagrees,
            Availability.Partial or Availability.OnRequest => ClaimJudgement.Depends,
            Availability.Unavailable => ClaimJudgement.Disagrees,
            _ => ClaimJudgement.Unknown,
        };
        var text = $"{context.Wording.Label(component)} {context.Wording["availability_" + reading.Availability.ToSlug()]}";
        return new ClaimFinding(judgement, text, reading.Because is { } because ? [because] : []);
    }
}
