using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Answering.Pictures;

/// <summary>The releases of a maker or family over time, a lane for each way in which they are open, the most open on top.</summary>
/// <param name="Undated">How many releases have no date, and so no place.</param>
internal sealed record ReleaseChart(string Title, DateOnly Day, ImmutableArray<ChartLane> Lanes, int Undated) : Picture(Title, Day)
{
    /// <summary>One or two are told sooner than drawn.</summary>
    private const int MinCount = 3;

    public override string Name => "releases";

    public override string Description =>
        Describe(
            Lanes
                .Select(Describe)
                .Prepend(PictureText.Texts["picture.dated", ("title", Title), ("day", IsoDay.Format(Day))])
                .Concat(Undated > 0 ? [PictureText.Texts["picture.chart_undated", ("count", $"{Undated}")]] : [])
        );

    protected override IEnumerable<string> Drawn =>
        Lanes.SelectMany(lane => lane.Releases.Select(release => release.ToString()).Prepend($"{lane.Verdict}")).Append($"{Undated}");

    /// <summary>The chart of a maker or family; null where there are too few releases for one.</summary>
    public static ReleaseChart? Create(FactBase facts, SubjectView subject, DateOnly day)
    {
        var judged = facts
            .ReleasesOf(subject)
            .Select(release => (Release: release, Verdict: facts.Judge(release, day)?.Kind))
            .Select(one => (one.Release, one.Verdict, Date: DateOf(one.Release, one.Verdict)))
            .Where(one => one.Verdict is not null)
            .ToArray();
        var lanes = judged
            .Where(one => one.Date is not null)
            .GroupBy(one => one.Verdict!.Value)
            .OrderByDescending(group => group.Key)
            .Select(group => new ChartLane(
                group.Key,
                [
                    .. group
                        .Select(one => new ChartRelease(LegibleText.From(one.Release), one.Date!.Value))
                        .OrderBy(one => one.Date)
                        .ThenBy(one => one.Name, StringComparer.Ordinal),
                ]
            ))
            .ToImmutableArray();
        return lanes.Sum(lane => lane.Releases.Length) < MinCount
            ? null
            : new ReleaseChart(
                PictureText.Texts["picture.chart", ("name", LegibleText.From(subject))],
                day,
                lanes,
                judged.Count(one => one.Date is null)
            );
    }

    // Open weights are open from the day they came out, which may be long after the announcement.
    private static FactDate? DateOf(Release release, VerdictKind? verdict) =>
        verdict is VerdictKind.Closed or VerdictKind.Unknown
            ? release.Announced ?? release.WeightsOut
            : release.WeightsOut ?? release.Announced;

    private static string Describe(ChartLane lane) =>
        $"{PictureText.FormatLong(lane.Verdict)} ({lane.Releases.Length}): "
        + $"{string.Join(", ", lane.Releases.Reverse().Select(release => $"{release.Name} {release.Date.Text}"))}.";
}
