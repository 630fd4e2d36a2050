using AiNewsBot.Answering.Pictures;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Tests.Answering.Pictures;

public sealed class ReleaseChartTests
{
    [Fact]
    public void Lanes_are_ordered_by_openness_and_time()
    {
        var chart = ReleaseChart.Create(Models.Facts, Models.Create("star"), Models.Today)!;

        Assert.Equal(
            [VerdictKind.OpenWeights, VerdictKind.NonCommercialWeights, VerdictKind.Closed],
            chart.Lanes.Select(lane => lane.Verdict)
        );
        Assert.All(
            chart.Lanes,
            lane => Assert.Equal(lane.Releases.Select(release => release.Date).Order(), lane.Releases.Select(release => release.Date))
        );
        Assert.Equal("star-118", chart.Lanes[0].Releases[^1].Name);
    }

    [Fact]
    public void Release_after_the_day_is_not_on_the_chart()
    {
        var chart = ReleaseChart.Create(Models.Facts, Models.Create("aurora"), new DateOnly(2025, 3, 31))!;

        Assert.Equal(["Boreal 2", "Boreal 1", "Boreal 3"], chart.Lanes.SelectMany(lane => lane.Releases).Select(release => release.Name));
    }

    [Fact]
    public void One_or_two_releases_make_no_chart() =>
        Assert.Null(ReleaseChart.Create(Models.Facts, Models.Create("commons"), Models.Today));

    [Fact]
    public void Chart_has_a_text_alternative_with_the_same_content() =>
        Assert.Equal(
            "Aurora Labs: releases by openness, as of 2026-11-24. open weights (1): Boreal 2 2024-05-14. restricted weights (1): "
                + "Boreal 3 mini (1B and 3B) 2025-06-30. "
                + "non-commercial weights (1): Boreal 1 2023-01-20. closed (1): Boreal 3 2025-03-10.",
            ReleaseChart.Create(Models.Facts, Models.Create("aurora"), Models.Today)!.Description
        );

    [Fact]
    public void Truncated_text_alternative_says_that_there_is_more()
    {
        var description = ReleaseChart.Create(Models.Facts, Models.Create("star"), Models.Today)!.Description;

        Assert.EndsWith("The rest is in the text.", description);
        Assert.InRange(description.Length, 1, Picture.MaxDescriptionLength);
    }

    [Fact]
    public void Weights_that_came_out_after_the_announcement_are_placed_on_their_own_day()
    {
        var facts = ShippedFacts.WithReleases("grok-1", "grok-2", "grok-3").Facts;

        var chart = ReleaseChart.Create(facts, facts.Find("grok")!, new DateOnly(2026, 11, 24))!;

        Assert.Equal("2024-03-17", chart.Lanes.SelectMany(lane => lane.Releases).Single(release => release.Name == "Grok-1").Date.Text);
    }
}
