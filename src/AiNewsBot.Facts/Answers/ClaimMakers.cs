using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Propositions;

namespace AiNewsBot.Facts.Answers;

/// <summary>Claims on who made something; a partner of its maker made it in part.</summary>
internal static class ClaimMakers
{
    /// <summary>What the facts say.</summary>
    public static ClaimFinding Create(AnswerContext context, SubjectView subject, Assertion says) =>
        DateClaims.ForMaker(context, subject, says) is { Judgement: ClaimJudgement.Disagrees } finding
        && says.Maker is { } asked
        && IsPartner(subject, asked)
        && context.Facts.MakerOf(subject) is { } maker
            ? finding with
            {
                Judgement = ClaimJudgement.Depends,
                Text = context.Wording["claim_made_with", ("maker", maker.Name), ("other", asked.Name)],
            }
            : DateClaims.ForMaker(context, subject, says);

    // What is told of it says so: "Made with NVIDIA."
    private static bool IsPartner(SubjectView subject, SubjectView asked) =>
        subject.Subject.About is { } about && about.Contains($"ade with {asked.Name}", StringComparison.Ordinal);
}
