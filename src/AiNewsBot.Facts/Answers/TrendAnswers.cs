using System.Globalization;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Lists;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Text;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Facts.Answers;

/// <summary>How openness went over time: a release under another licence than before, or a
/// successor that is more or less open than what it follows.</summary>
internal static class TrendAnswers
{
    private const int MaxRows = 25;

    public static Answer Create(AnswerContext context, OpennessTrend trend, ListFilter filter)
    {
        if (trend == OpennessTrend.Stopped)
            return StoppedAnswers.Create(context, filter);
        var releases = context.Facts.Releases.Where(release => release.Whole is null && IsOf(context, release, filter)).ToArray();
        var changes = releases
            .SelectMany(release => OfOne(context, release))
            .Concat(Successors(context, releases))
            .Where(change => filter.During is not { } period || change.Date.Earliest >= period.First && change.Date.Latest <= period.Last)
            .Where(change =>
                trend switch
                {
                    OpennessTrend.Less => change.After.Kind < change.Before.Kind,
                    OpennessTrend.More => change.After.Kind > change.Before.Kind,
                    _ => change.After.Licence != change.Before.Licence && change is { After.Licence: not null, Before.Licence: not null },
                }
            )
            .OrderByDescending(change => change.Date)
            .ToArray();
        var when = ("when", context.Question.Date is { Period: not null } date ? $" ({date.Typed})" : "");
        var key = trend.ToString().ToLowerInvariant();
        if (changes.Length == 0)
            return context.Refuse(AnswerStatus.NoFact, context.Wording["trend_none_" + key, when]);
        var shown = changes.Take(MaxRows).ToArray();
        return context.Answer(
            [],
            context.Wording["trend_" + key, when],
            shown.SelectMany(change => change.Before.Because.Concat(change.After.Because))
        ) with
        {
            Rows = [.. shown.Select(change => Row(context, change))],
            Notes =
                changes.Length > shown.Length
                    ?
                    [
                        context.Wording["list_more", ("count", (changes.Length - shown.Length).ToString(CultureInfo.InvariantCulture))]
                            + ".",
                    ]
                    : [],
        };
    }

    private static bool IsOf(AnswerContext context, Release release, ListFilter filter) =>
        filter.Of.IsEmpty || filter.Of.Any(of => of == context.Facts.FamilyOf(release) || of == context.Facts.MakerOf(release));

    // A release that was put under another licence.
    private static IEnumerable<Change> OfOne(AnswerContext context, Release release)
    {
        foreach (var statement in Timeline.Licences(release).Skip(1))
        {
            if (
                statement.ValidFrom is { } date
                && date.Latest <= context.Day
                && context.Facts.Judge(release, date.Earliest.AddDays(-1)) is { Kind: not VerdictKind.Unknown } before
                && context.Facts.Judge(release, date.Latest) is { Kind: not VerdictKind.Unknown } after
            )
                yield return new Change(date, release, before, release, after);
        }
    }

    // GLM-5.3 behind GLM-5.2: names that differ in nothing but numbers are of one line.
    private static IEnumerable<Change> Successors(AnswerContext context, IEnumerable<Release> releases)
    {
        foreach (var line in releases.GroupBy(release => (context.Facts.FamilyOf(release), LineOf(release.Name))))
        {
            (Release Release, Verdict Verdict)? last = null;
            foreach (var release in line.OrderBy(release => release.Known))
            {
                if (
                    context.Facts.Judge(release, context.Day) is not { Kind: not VerdictKind.Unknown } verdict
                    || (release.WeightsOut ?? release.Announced) is not { } date
                )
                    continue;
                if (last is { } before)
                    yield return new Change(date, before.Release, before.Verdict, release, verdict);
                last = (release, verdict);
            }
        }
    }

    private static string LineOf(string name) =>
        string.Join(
            ' ',
            Tokenizer.Split(name).Where(token => !char.IsAsciiDigit(token.Text[0])).Select(token => token.Text.TrimEnd([.. "0123456789."]))
        );

    private static AnswerRow Row(AnswerContext context, Change change) =>
        new(
            $"{DateText.Write(change.Date)}, {change.Release.Name}",
            context.Wording[
                "trend_row",
                ("after", Describe(context, change.After)),
                ("before", Describe(context, change.Before)),
                ("name", change.Earlier == change.Release ? "" : $"{change.Earlier.Name}: ")
            ],
            change.After.Kind
        );

    private static string Describe(AnswerContext context, Verdict verdict) =>
        OpennessAnswers.Describe(context, verdict.Kind, verdict.Licence is { } licence ? LicenceFormatter.GetShortName(licence) : null);

    private sealed record Change(FactDate Date, Release Earlier, Verdict Before, Release Release, Verdict After);
}
