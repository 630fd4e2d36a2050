using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Snapshots;

/// <summary>What follows from dated facts, and what the facts tell in their own words instead.</summary>
public sealed class TimelineTests
{
    [Theory]
    [InlineData("announced 2024-01-01", "2024-01-01 Announced")]
    [InlineData("weights partial 2024-01; weights available 2024-06-01", "2024-01 WeightsOut")]
    [InlineData("weights unavailable 2024-01-01", "")]
    [InlineData("licence A ..2024-06-01; licence B 2024-06-01", "2024-06-01 LicenceChanged")]
    [InlineData("licence A 2024-01-01", "")]
    [InlineData("licence A ..2024-06-01; licence A 2024-06-01", "")]
    [InlineData("licence A; licence B", "")]
    [InlineData("event It leaked. 2024-03-01; event Undated.", "2024-03-01 Told")]
    [InlineData("promise open it 2024-01-01 | fulfilled: 2024-05-01", "2024-01-01 Promised, 2024-05-01 Kept")]
    [InlineData("promise open it", "")]
    [InlineData(
        "weights available 2024-03-01; announced 2024-03-01; event So. 2024-03-01",
        "2024-03-01 Announced, 2024-03-01 WeightsOut, 2024-03-01 Told"
    )]
    [InlineData("weights available 2024-03; announced 2024-03-17", "2024-03 WeightsOut, 2024-03-17 Announced")]
    public void Release_has_what_follows_from_its_facts(string lines, string entries) =>
        Assert.Equal(entries, Write(Timeline.CreateAll(Asked.Facts($"one = {lines}"))));

    // An event of a release that the facts tell in words replaces what follows by rule for that day.
    [Theory]
    [InlineData("release", "one", "2024-03-01 Told")]
    [InlineData("announcement", "one", "2024-03-01 Told")]
    [InlineData("leak", "one", "2024-03-01 WeightsOut, 2024-03-01 Told")]
    [InlineData("release", "two", "2024-03-01 WeightsOut, 2024-03-01 Told")]
    public void Event_told_in_words_replaces_the_one_that_follows(string kind, string about, string entries) =>
        Assert.Equal(
            entries,
            Write(
                Timeline.CreateAll(
                    WithFamily(
                        Asked.Facts("one = weights available 2024-03-01"),
                        $"event The weights came out. 2024-03-01 | kind: {kind} | about: {about}"
                    )
                )
            )
        );

    [Fact]
    public void Event_that_tells_of_a_kept_promise_or_of_a_topics_day_stands_for_them()
    {
        var facts = WithFamily(
            Asked.Facts([
                FactLine.Subject(SubjectKind.Topic, "rain", "says It came out. 2024-03-01", "says Later. 2024-04-01") with
                {
                    Related = ["family"],
                },
            ]),
            "event It came out. 2024-03-01 | kind: release | about: one",
            "promise open it 2023-01-01 | fulfilled: 2024-03-01 | about: one"
        );

        Assert.Equal("2023-01-01 Promised, 2024-03-01 Told, 2024-04-01 Told", Write(Timeline.CreateAll(facts)));
    }

    [Theory]
    [InlineData("one", "2024-01-01 Announced, 2024-02-01 Told")]
    [InlineData("two", "2024-01-02 Announced, 2024-03-01 Told")]
    [InlineData("family", "2024-01-01 Announced, 2024-01-02 Announced, 2024-02-01 Told, 2024-04-01 Told")]
    [InlineData("maker", "2024-01-01 Announced, 2024-01-02 Announced, 2024-02-01 Told, 2024-04-01 Told, 2024-05-01 Told")]
    [InlineData("rain", "2024-03-01 Told")]
    public void Timeline_of_a_subject_has_what_concerns_it(string id, string entries)
    {
        var facts = WithFamily(
                Asked.Facts(
                    [FactLine.Subject(SubjectKind.Topic, "rain", "says It rained. 2024-03-01") with { Related = ["two"] }],
                    "one = announced 2024-01-01",
                    "two = announced 2024-01-02"
                ),
                "event Of one. 2024-02-01 | about: one",
                "event Of all. 2024-04-01"
            )
            .With([FactLine.Subject(SubjectKind.Organization, "maker", "event Of the maker. 2024-05-01")]);

        Assert.Equal(entries, Write(Timeline.Create(facts, facts.Find(id)!)));
    }

    [Fact]
    public void Change_of_licence_names_the_one_before()
    {
        var change = Assert.Single(Timeline.CreateAll(Asked.Facts("one = licence A ..2024; licence B 2024")));

        Assert.Equal(("A", "B"), (change.Before?.Value, change.Statement.Value));
    }

    [Fact]
    public void Coverage_tells_what_is_not_stated_of_the_best_known_families_and_of_others()
    {
        var facts = Asked.Facts(
            [
                FactLine.Subject(SubjectKind.Family, "grok") with
                {
                    Parent = "maker",
                },
                Of(
                    "full",
                    [
                        .. Components.All.Select(slug => $"{slug} {(slug == "paper" ? "unknown" : "available 2024-01-01")}"),
                        "announced 2024-01-01",
                        "licence Permissive",
                    ]
                ),
                Of("brief", ["weights available 2024-01-01", "licence Permissive"]),
                Of("closed", ["announced 2024-01-01", "weights unavailable"]),
                Of("bare", []),
            ],
            "known = announced 2024-01-01; weights available 2024-01-01; licence Permissive; training_data unknown; "
                + "training_code available; inference_code available",
            "undated = weights available 2024-01-01; training_data available; training_code unavailable; "
                + "inference_code available; paper available"
        );

        var coverage = FactCoverage.Measure(facts, FactBuilder.Today);

        Assert.Equal((17, 1), (coverage.Cells, coverage.Unknown));
        Assert.Equal(["brief"], coverage.InBrief.Select(release => release.Id));
        Assert.Equal(["bare: weights announced"], coverage.BestKnownGaps.Select(Gap));
        Assert.Equal(["known: paper", "undated: announced licence"], coverage.OtherGaps.Select(Gap).Order());
        Assert.Equal(["full", "known"], coverage.Unjudged.Select(release => release.Id).Order());

        static string Gap(CoverageGap gap) => $"{gap.Release.Id}: {string.Join(' ', gap.Missing)}";
        static Subject Of(string id, string[] lines) => FactLine.Model(id, lines) with { Parent = "grok" };
    }

    [Theory]
    [InlineData("https://example.org/card", null, 0)]
    [InlineData("https://example.org/card", "README", 1)]
    [InlineData("https://example.org/blob/main/LICENSE", null, 1)]
    [InlineData("https://example.org/raw/main/LICENSE", null, 1)]
    [InlineData("https://example.org/resolve/main/LICENSE", null, 1)]
    [InlineData("https://example.org/commit/abc", null, 1)]
    public void First_hand_source_counts_where_it_names_the_place(string url, string? locator, int count)
    {
        var model = FactLine.Model("one", "weights available 2024-01-01", "licence Permissive");
        var source = FactBuilder.Source with { Url = url, Locator = locator };

        var facts = FactBuilder.Facts(
            model with
            {
                Statements = [.. model.Statements.Select(statement => statement with { Sources = [source] })],
            }
        );
        var second = FactBuilder.Facts(
            model with
            {
                Statements =
                [
                    .. model.Statements.Select(statement => statement with { Sources = [source with { Kind = SourceKind.Index }] }),
                ],
            }
        );

        Assert.Equal(count, FactCoverage.Measure(facts, FactBuilder.Today).FirstHand);
        Assert.Equal(0, FactCoverage.Measure(second, FactBuilder.Today).FirstHand);
    }

    private static FactBase WithFamily(FactBase facts, params string[] lines) =>
        facts.With([FactLine.Subject(SubjectKind.Family, "family", lines) with { Name = "Family", Parent = "maker" }]);

    private static string Write(IEnumerable<TimelineEntry> entries) =>
        string.Join(", ", entries.Select(entry => $"{entry.Date.Text} {entry.Kind}"));
}
