using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Tests.Harness;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Facts.Tests.Snapshots;

/// <summary>A snapshot of facts: who belongs to whom, and what an edit changes and leaves.</summary>
public sealed class FactBaseTests
{
    private const string Out = "weights available 2024-01-01; ";

    [Fact]
    public void Releases_are_told_newest_first_and_belong_to_family_and_maker()
    {
        var facts = Asked.Facts("a = announced 2024-01-01", "b = announced 2025-01-01", "c = announced 2024-01-01", "d = paper available");

        Assert.Equal(["b", "a", "c", "d"], facts.Releases.Select(release => release.Id));
        Assert.Equal(["b", "a", "c", "d"], facts.ReleasesOf(facts.Find("family")!).Select(release => release.Id));
        Assert.Equal(["b", "a", "c", "d"], facts.ReleasesOf(facts.Find("maker")!).Select(release => release.Id));
        Assert.Equal(["a"], facts.ReleasesOf(facts.Find("a")!).Select(release => release.Id));
        Assert.Empty(facts.ReleasesOf(facts.Find("Permissive")!));
        Assert.Equal(["family"], facts.FamiliesOf(facts.Find("maker")!).Select(family => family.Id));
    }

    [Theory]
    [InlineData("a", "family", "maker")]
    [InlineData("family", "family", "maker")]
    [InlineData("maker", null, "maker")]
    [InlineData("Permissive", null, null)]
    [InlineData("orphan", null, null)]
    public void Family_and_maker_of_a_subject(string id, string? family, string? maker)
    {
        var facts = Asked.Facts([FactLine.Model("orphan") with { Parent = null }], "a = paper available");

        Assert.Equal((family, maker), (facts.FamilyOf(facts.Find(id)!)?.Id, facts.MakerOf(facts.Find(id)!)?.Id));
    }

    [Theory]
    [InlineData("permissive", "Permissive")]
    [InlineData("Apache License, 2.0", "Apache-2.0")]
    [InlineData("apache 2", "Apache-2.0")]
    [InlineData("MIT", null)]
    [InlineData("?!", null)]
    public void Licence_is_found_by_any_of_its_names(string name, string? id)
    {
        var facts = Asked.Facts([FactLine.Terms("Apache-2.0") with { Name = "Apache License 2.0", Aliases = ["Apache 2"] }]);

        Assert.Equal(id, facts.FindLicence(name)?.Id);
    }

    [Fact]
    public void Two_subjects_of_one_id_are_refused() =>
        Assert.Throws<ArgumentException>(() => FactBase.Create([FactLine.Model("one"), FactLine.Model("ONE")]));

    [Fact]
    public void Subject_is_found_by_id_in_any_case_and_by_its_folded_name()
    {
        var facts = FactBase.Create([FactLine.Model("grok-1") with { Name = "Grök" }]);

        Assert.Equal(("grok-1", "grok-1"), (facts.Find("GROK-1")?.Id, facts.FindByName("grok")?.Id));
        Assert.Null(facts.Find("grok"));
        Assert.Null(facts.FindByName("Grök"));
    }

    [Fact]
    public void Edit_changes_a_subject_and_leaves_the_snapshot_before()
    {
        var before = Asked.Facts("a = announced 2024-01-01", "b = announced 2025-01-01");

        var after = before.With([FactLine.Model("a", "announced 2026-01-01", "licence Permissive")]);
        var later = after.With([FactLine.Model("b", "announced 2027-01-01")]);

        Assert.Equal(["b", "a"], before.Releases.Select(release => release.Id));
        Assert.Equal(["a", "b"], after.Releases.Select(release => release.Id));
        Assert.Equal(["b", "a"], later.Releases.Select(release => release.Id));
        Assert.Equal("2026-01-01", ((Release)later.Find("a")!).Announced?.Text);
        Assert.Equal("2026-01-01", later.ReleasesOf(later.Find("family")!)[1].Announced?.Text);
        Assert.Contains(after.All, view => view is Release { Announced.Text: "2026-01-01" });
        Assert.Equal("2024-01-01", ((Release)before.Find("a")!).Announced?.Text);
    }

    [Theory]
    [InlineData("family")]
    [InlineData("maker")]
    [InlineData("Permissive")]
    [InlineData("rain")]
    [InlineData("tool")]
    public void Edit_of_any_kind_is_seen_where_subjects_of_its_kind_are_listed(string id)
    {
        var before = Asked.Facts([FactLine.Subject(SubjectKind.Topic, "rain"), FactLine.Subject(SubjectKind.Software, "tool")]);

        var after = before.With([before.Find(id)!.Subject with { Name = "Edited" }]);

        Assert.Equal("Edited", Assert.Single(Lists(after), view => view.Id == id).Name);
        Assert.NotEqual("Edited", Assert.Single(Lists(before), view => view.Id == id).Name);

        static IEnumerable<SubjectView> Lists(FactBase facts) =>
            [.. facts.Families, .. facts.Organizations, .. facts.Licences, .. facts.Topics, .. facts.Software];
    }

    // Makers and models may be added beside those that are known, and nothing else.
    [Theory]
    [InlineData(SubjectKind.Topic)]
    [InlineData(SubjectKind.Software)]
    [InlineData(SubjectKind.Licence)]
    [InlineData(SubjectKind.Family)]
    public void Edit_of_what_is_not_known_is_refused(SubjectKind kind) =>
        Assert.Contains(
            "'ghost'",
            Assert.Throws<ArgumentException>(() => Asked.Facts().With([FactLine.Subject(kind, "ghost")])).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Model_that_is_not_known_is_added()
    {
        var before = Asked.Facts();

        var after = before.With([FactLine.Model("ghost", "weights available")]);

        Assert.Equal("ghost", Assert.IsType<Release>(after.Find("ghost")).Id);
        Assert.Null(before.Find("ghost"));
    }

    [Fact]
    public void Edited_variant_keeps_reading_its_release()
    {
        var small = FactLine.Model("small", "paper available");
        var facts = Asked.Facts(
            [small with { Details = small.Details.Add(DetailNames.VariantOf, "one") }],
            "one = " + Out + "licence Permissive"
        );

        var edited = facts.With([facts.Find("one")!.Subject with { Statements = [FactLine.Parse("one", "licence Capped")] }]);
        var both = edited.With([facts.Find("small")!.Subject with { Name = "Tiny" }]);

        Assert.Equal("Capped", ((Release)both.Find("small")!).GetLicence(Components.Weights, FactBuilder.Today).Value);
        Assert.Equal("Tiny", Assert.Single(both.VariantsOf((Release)both.Find("one")!)).Name);
        Assert.DoesNotContain(both.Releases, release => release.Id == "small");
    }

    [Fact]
    public void Verdicts_of_a_day_hold_variants_that_differ_and_leave_out_what_did_not_exist()
    {
        var small = FactLine.Model("small", "licence Capped");
        var same = FactLine.Model("same", "paper available");
        var facts = Asked.Facts(
            [
                small with
                {
                    Details = small.Details.Add(DetailNames.VariantOf, "one"),
                },
                same with
                {
                    Details = same.Details.Add(DetailNames.VariantOf, "one"),
                },
            ],
            "one = " + Out + "licence Permissive",
            "later = announced 2025-01-01; weights unavailable"
        );

        Assert.Equal(["one", "small"], facts.JudgeAll(new DateOnly(2024, 6, 1)).Releases.Select(judged => judged.Release.Id));
        Assert.Equal(["later", "one", "small"], facts.JudgeAll(FactBuilder.Today).Releases.Select(judged => judged.Release.Id));
    }

    [Fact]
    public void Latest_days_are_kept_so_that_the_past_does_not_slow_today()
    {
        var facts = Asked.Facts("one = " + Out + "licence Permissive");
        var today = facts.JudgeAll(FactBuilder.Today);

        foreach (var year in Enumerable.Range(2010, 10))
            facts.JudgeAll(new DateOnly(year, 1, 1));

        Assert.Same(today, facts.JudgeAll(FactBuilder.Today));
    }

    [Fact]
    public void Judgement_of_another_day_is_made_again()
    {
        var facts = Asked.Facts("one = announced 2023-01-01; " + Out + "licence Permissive");
        var release = (Release)facts.Find("one")!;

        Assert.Equal(VerdictKind.OpenWeights, facts.Judge(release, FactBuilder.Today)!.Kind);
        Assert.Equal(VerdictKind.Closed, facts.Judge(release, new DateOnly(2023, 6, 1))!.Kind);
        Assert.Null(facts.Judge(release, new DateOnly(2022, 6, 1)));
        Assert.Same(facts.Judge(release, FactBuilder.Today), facts.Judge(release, FactBuilder.Today));
    }

    [Fact]
    public void Facts_are_counted_by_their_kinds()
    {
        var small = FactLine.Model("small", "paper unknown");
        Subject[] subjects =
        [
            .. Asked
                .Facts("one = announced 2024-01-01; weights available 2024-02-01; licence Permissive press")
                .All.Select(view => view.Subject),
            small with
            {
                Details = small.Details.Add(DetailNames.VariantOf, "one"),
            },
            FactLine.Subject(SubjectKind.Topic, "rain", "says It rained. 2024-03-01"),
        ];
        var statements = subjects.SelectMany(subject => subject.Statements).ToArray();

        var stats = FactStats.Count(subjects, FactBuilder.Today.AddDays(100), 90);

        Assert.Equal((1, 1, 1, 1, 3), (stats.Releases, stats.Variants, stats.Organizations, stats.Topics, stats.Events));
        Assert.Equal((statements.Length - 1, statements.Length, FactBuilder.Today), (stats.Claims, stats.Stale, stats.OldestCheck));
        Assert.Equal(2, stats.Sources);
        Assert.Equal(0, FactStats.Count(subjects, FactBuilder.Today.AddDays(90), 90).Stale);
        Assert.Equal(
            ["releases", "variants", "organizations", "licences", "events", "topics", "claims", "sources", "stale"],
            stats.ByName.Select(pair => pair.Key)
        );
        Assert.Null(FactStats.Count([], FactBuilder.Today, 90).OldestCheck);
    }
}
