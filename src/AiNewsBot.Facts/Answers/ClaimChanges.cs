using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Dates;
using AiNewsBot.Facts.Questions.Propositions;

namespace AiNewsBot.Facts.Answers;

/// <summary>Claims on a day on which a model did not come out first, but the whole of it, or under another licence: "GPT-2, all 1.5B of it,
/// came out in November 2019".</summary>
internal static class ClaimChanges
{
    /// <summary>What the facts say to a day of release; a later step of the release is told, and makes it partly so.</summary>
    public static ClaimFinding Create(AnswerContext context, SubjectView subject, Assertion says)
    {
        var finding = DateClaims.Create(context, subject, says);
        return
            finding.Judgement == ClaimJudgement.Disagrees
            && subject is Release release
            && says.Date is { Period: { } period } date
            && date.Day >= period.First
            && date.Day <= period.Last
            && StepIn(release, period, says.Component) is { } step
            && Told(context, step) is { } told
            ? finding with
            {
                Judgement = ClaimJudgement.Depends,
                Text = $"{finding.Text}{context.Wording["claim_then"]}{told} ({step.ValidFrom!.Value.Text})",
                Facts = [.. finding.Facts, step],
            }
            : finding;
    }

    private static Statement? StepIn(Release release, Period period, string? component) =>
        release
            .All(Components.Weights)
            .Concat(release.All(Properties.LicenceOf(Components.Weights)))
            .Concat(release.All(Properties.Licence))
            .FirstOrDefault(statement =>
                statement is { Rank: not Rank.Deprecated, ValidFrom: { } from }
                && from.Earliest <= period.Last
                && from.Latest >= period.First
                && (component is null || statement.Property == component)
            );

    private static string? Told(AnswerContext context, Statement step) =>
        step.Property == Components.Weights ? $"{context.Wording.Label(Components.Weights)} {context.Wording["availability_" + step.Value]}"
        : context.Facts.Find(step.Value) is Licence licence
            ? context.Wording["claim_under", ("licence", LicenceFormatter.GetFullName(licence))]
        : null;
}
