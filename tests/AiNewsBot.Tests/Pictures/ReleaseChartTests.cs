using AiNewsBot.Facts.Verdicts;
using AiNewsBot.Pictures;

namespace AiNewsBot.Tests.Pictures;

public sealed class ReleaseChartTests
{
    [Fact]
    public void The_most_open_lane_is_on_top_and_each_runs_with_time()
    {
        var chart = ReleaseChart.Of(Models.Facts, Models.Of("star"), Models.Today)!;

        Assert.Equal([VerdictKind.OpenWeights, VerdictKind.NonCommercialWeights, VerdictKind.Closed], chart.Lanes.Select(lane => lane.Verdict));
        Assert.All(chart.Lanes, lane => Assert.Equal(lane.Releases.Select(release => release.Date).Order(), lane.Releases.Select(release => release.Date)));
        Assert.Equal("star-118", chart.Lanes[0].Releases[^1].Name);
    }

    [Fact]
    public void What_was_not_there_on_the_day_is_not_in_it()
    {
        var chart = ReleaseChart.Of(Models.Facts, Models.Of("aurora"), new DateOnly(2025, 3, 31))!;

        Assert.Equal(["Boreal 2", "Boreal 1", "Boreal 3"], chart.Lanes.SelectMany(lane => lane.Releases).Select(release => release.Name));
    }

    [Fact]
    public void One_or_two_releases_are_no_chart() => Assert.Null(ReleaseChart.Of(Models.Facts, Models.Of("commons"), Models.Today));

    [Fact]
    public void Those_who_do_not_see_it_are_told_the_same() => Assert.Equal(
        "Aurora Labs: releases by openness, as of 2026-11-24. open weights (1): Boreal 2 2023-05-02. restricted weights (1): Boreal 3 mini (1B and 3B) 2025-04/2025-06. "
        + "non-commercial weights (1): Boreal 1 2023-01-20. closed (1): Boreal 3 2025-03-10.", ReleaseChart.Of(Models.Facts, Models.Of("aurora"), Models.Today)!.Description);

    [Fact]
    public void A_long_text_alternative_says_that_there_is_more()
    {
        var description = ReleaseChart.Of(Models.Facts, Models.Of("star"), Models.Today)!.Description;

        Assert.EndsWith("The rest is in the text.", description);
        Assert.InRange(description.Length, 1, Picture.LongestDescription);
    }
}
