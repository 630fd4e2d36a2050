using System.Text.RegularExpressions;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Dates;
using AiNewsBot.Facts.Questions.Propositions;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Answers;

/// <summary>Claims on when something came out and on who made it.</summary>
internal static partial class DateClaims
{
    public static ClaimFinding Create(AnswerContext context, SubjectView subject, Assertion says)
    {
        // A family came out with the first of its releases.
        var release = context
            .Facts.ReleasesOf(subject)
            .Where(one => one.Announced is not null || one.WeightsOut is not null)
            .MinBy(one => one.Known);
        if (release is null)
            return new ClaimFinding(ClaimJudgement.Unknown, context.Wording["claim_nothing_known"], []);
        var announced = says.Component is null ? Judge(release.Announced, says.Date!) : null;
        var weights = Judge(release.WeightsOut, says.Date!);
        var judgement = (announced, weights) switch
        {
            (null, null) when says.Component is not null && IsClosed(context, release) => ClaimJudgement.Disagrees,
            (null, null) => ClaimJudgement.Unknown,
            ({ } only, null) => only,
            (null, { } only) => only,
            ({ } first, _) when says.IsAnnouncement => first,
            (_, ClaimJudgement.Agrees) => ClaimJudgement.Agrees,
            (ClaimJudgement.Agrees, _) => ClaimJudgement.Depends,
            ({ } first, { } second) => first == second ? first : ClaimJudgement.Unknown,
        };
        var name = release == subject ? "" : $"{release.Name} ";
        var text = ReleaseDates.Create(release, DayText.Write) switch
        {
            { Both: { } both } => context.Wording["date_row_same", ("weights", both)],
            { Announced: { } day, Weights: { } later } => context.Wording["date_row_both", ("announced", day), ("weights", later)],
            { Announced: { } day } => context.Wording["claim_announced", ("announced", day)],
            var dates => context.Wording["date_row_weights", ("weights", dates.Weights!)],
        };
        return new ClaimFinding(
            judgement,
            name + text,
            [.. release.All(Properties.Announced), .. release.FirstWeights is { } out1 ? [out1] : Array.Empty<Statement>()]
        );
    }

    private static bool IsClosed(AnswerContext context, Release release) =>
        release.Component(Components.Weights, context.Day).Availability == Availability.Unavailable;

    public static ClaimFinding ForMaker(AnswerContext context, SubjectView subject, Assertion says)
    {
        if (context.Facts.MakerOf(subject) is not { } maker)
            return new ClaimFinding(ClaimJudgement.Unknown, context.Wording["claim_nothing_known"], []);
        var facts = !maker.Subject.Statements.IsEmpty
            ? maker.Subject.Statements.Take(1)
            : context.Facts.ReleasesOf(subject).SelectMany(release => release.All(Properties.Announced)).Take(1);
        if (says.IsPublication && PublisherOf(context, subject) is { } publisher)
            return new ClaimFinding(
                publisher == says.Maker ? ClaimJudgement.Agrees : ClaimJudgement.Disagrees,
                context.Wording["claim_published_by", ("publisher", publisher.Name)],
                [.. facts]
            );
        return new ClaimFinding(
            maker == says.Maker ? ClaimJudgement.Agrees : ClaimJudgement.Disagrees,
            context.Wording[
                maker == says.Maker ? "claim_made_by" : "claim_not_made_by",
                ("maker", maker.Name),
                ("asked", says.Maker!.Name)
            ],
            [.. facts]
        );
    }

    // Another than its maker may have put it out: "Published by Runway."
    private static SubjectView? PublisherOf(AnswerContext context, SubjectView subject) =>
        subject.Subject.About is { } about && Publication().Match(about) is { Success: true } match
            ? context.Facts.FindByName(Tokenizer.Fold(match.Groups["name"].Value))
            : null;

    [GeneratedRegex(@"^Published by (?<name>[^.,]+)\.")]
    private static partial Regex Publication();

    private static ClaimJudgement? Judge(FactDate? known, DatePhrase claimed)
    {
        if (known is not { } date || claimed.Period is not { } period)
            return null;
        if (claimed.Day < period.First)
            return date.Latest < period.First ? ClaimJudgement.Agrees
                : date.Earliest >= period.First ? ClaimJudgement.Disagrees
                : ClaimJudgement.Unknown;
        if (claimed.Day > period.Last)
            return date.Earliest > period.Last ? ClaimJudgement.Agrees
                : date.Latest <= period.Last ? ClaimJudgement.Disagrees
                : ClaimJudgement.Unknown;
        return date.Earliest > period.Last || date.Latest < period.First ? ClaimJudgement.Disagrees
            : date.Earliest >= period.First && date.Latest <= period.Last
            || period.First >= date.Earliest && period.Last <= date.Latest && !date.IsExact && period.First != period.Last
                ? ClaimJudgement.Agrees
            : ClaimJudgement.Unknown;
    }
}
