using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Tests.Harness;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Facts.Tests.Verdicts;

/// <summary>The rules as a table: one row a rule.</summary>
public sealed class VerdictRuleTests
{
    [Theory]
    [InlineData("available", "Permissive", "", "", "", VerdictKind.OpenWeights)]
    [InlineData("gated", "Permissive", "", "", "", VerdictKind.OpenWeights)]
    [InlineData("partial", "Permissive", "", "", "", VerdictKind.OpenWeights)]
    [InlineData("on-request", "Permissive", "", "", "", VerdictKind.OpenWeights)]
    [InlineData("available", "Requesting", "", "", "", VerdictKind.OpenWeights)]
    [InlineData("available", "Capped", "available", "available", "sufficient", VerdictKind.RestrictedWeights)]
    [InlineData("available", "Non-Commercial", "available", "available", "sufficient", VerdictKind.NonCommercialWeights)]
    [InlineData("unavailable", "Permissive", "available", "available", "sufficient", VerdictKind.Closed)]
    [InlineData("unknown", "Permissive", "", "", "", VerdictKind.Unknown)]
    [InlineData("available", "Unread", "", "", "", VerdictKind.Unknown)]
    [InlineData("available", "", "", "", "", VerdictKind.Unknown)]
    [InlineData("available", "Permissive", "available", "available", "sufficient", VerdictKind.OpenSource)]
    [InlineData("available", "Permissive", "available", "available", "insufficient", VerdictKind.OpenWeights)]
    [InlineData("available", "Permissive", "available", "available", "", VerdictKind.OpenWeights)]
    [InlineData("available", "Permissive", "unavailable", "available", "sufficient", VerdictKind.OpenWeights)]
    [InlineData("available", "Permissive", "available", "partial", "sufficient", VerdictKind.OpenWeights)]
    public void Release_is_judged_by_its_facts(
        string weights,
        string licence,
        string training,
        string inference,
        string data,
        VerdictKind expected
    )
    {
        var statements = new List<Statement>
        {
            FactBuilder.State("r", Components.Weights, weights, weights is "unavailable" or "unknown" ? null : "2024-01-01"),
        };
        Add(Properties.Licence, licence);
        Add(Components.TrainingCode, training);
        Add(Components.InferenceCode, inference);
        Add(Properties.DataInformation, data);
        var facts = FactBuilder.Facts(FactBuilder.Release("r", [.. statements]));

        var verdict = facts.Judge((Release)facts.Find("r")!, FactBuilder.Today);

        Assert.Equal(expected, verdict!.Kind);

        void Add(string property, string value)
        {
            if (value.Length > 0)
                statements.Add(FactBuilder.State("r", property, value));
        }
    }

    [Fact]
    public void Release_did_not_exist_before_its_announcement()
    {
        var facts = FactBuilder.Facts(FactBuilder.Release("r", FactBuilder.State("r", Components.Weights, "unavailable")));

        Assert.Null(facts.Judge((Release)facts.Find("r")!, new DateOnly(2023, 12, 31)));
    }

    [Fact]
    public void Release_is_closed_until_its_weights_are_out()
    {
        var facts = FactBuilder.Facts(
            FactBuilder.Release(
                "r",
                FactBuilder.State("r", Components.Weights, "available", "2024-03-17"),
                FactBuilder.State("r", Properties.Licence, "Permissive")
            )
        );
        var release = (Release)facts.Find("r")!;

        Assert.Equal(VerdictKind.Closed, facts.Judge(release, new DateOnly(2024, 3, 16))!.Kind);
        Assert.Equal(VerdictKind.OpenWeights, facts.Judge(release, new DateOnly(2024, 3, 17))!.Kind);
    }

    [Fact]
    public void Rule_abstains_within_an_uncertain_span()
    {
        var facts = FactBuilder.Facts(
            FactBuilder.Release(
                "r",
                FactBuilder.State("r", Components.Weights, "available", "2024-03-11/2024-03-17"),
                FactBuilder.State("r", Properties.Licence, "Permissive")
            )
        );

        Assert.Equal(VerdictKind.Unknown, facts.Judge((Release)facts.Find("r")!, new DateOnly(2024, 3, 14))!.Kind);
    }

    // A source that names no more than the month of the day on which it was read says that it is so on that day.
    [Theory]
    [InlineData("2026")]
    [InlineData("2026-11")]
    public void Rule_does_not_abstain_on_the_day_of_the_check_within_the_month_or_year_since_which_a_fact_holds(string since)
    {
        var release = FactBuilder.Release(
            "r",
            FactBuilder.State("r", Components.Weights, "available", since),
            FactBuilder.State("r", Properties.Licence, "Permissive", since)
        );
        var facts = FactBuilder.Facts(
            release with
            {
                Statements = [FactBuilder.State("r", Properties.Announced, since, since), .. release.Statements.Skip(1)],
            }
        );
        var view = (Release)facts.Find("r")!;

        Assert.Equal(VerdictKind.OpenWeights, facts.Judge(view, FactBuilder.Today)!.Kind);
        Assert.Equal(VerdictKind.Unknown, facts.Judge(view, FactBuilder.Today.AddDays(-1))!.Kind);
    }

    [Fact]
    public void Changed_licence_applies_from_its_day()
    {
        var facts = FactBuilder.Facts(
            FactBuilder.Release(
                "r",
                FactBuilder.State("r", Components.Weights, "available", "2024-01-01"),
                FactBuilder.State("r", Properties.Licence, "Non-Commercial", until: "2024-06-01"),
                FactBuilder.State("r", Properties.Licence, "Permissive", since: "2024-06-01")
            )
        );
        var release = (Release)facts.Find("r")!;

        Assert.Equal(VerdictKind.NonCommercialWeights, facts.Judge(release, new DateOnly(2024, 5, 31))!.Kind);
        Assert.Equal(VerdictKind.OpenWeights, facts.Judge(release, new DateOnly(2024, 6, 1))!.Kind);
    }

    [Fact]
    public void Disputed_statement_yields_and_a_deprecated_one_is_never_used()
    {
        var facts = FactBuilder.Facts(
            FactBuilder.Release(
                "r",
                FactBuilder.State("r", Components.Weights, "available", "2024-01-01"),
                FactBuilder.State("r", Properties.Licence, "Permissive"),
                FactBuilder.State("r", Properties.Licence, "Non-Commercial", rank: Rank.Disputed),
                FactBuilder.State("r", Properties.Licence, "Capped", rank: Rank.Deprecated)
            )
        );

        Assert.Equal("Permissive", facts.Judge((Release)facts.Find("r")!, FactBuilder.Today)!.Licence!.Id);
    }

    [Theory]
    [InlineData(new[] { VerdictKind.Closed, VerdictKind.Closed }, VerdictKind.Closed)]
    [InlineData(new[] { VerdictKind.Closed, VerdictKind.OpenWeights }, VerdictKind.Mixed)]
    [InlineData(new[] { VerdictKind.Unknown, VerdictKind.OpenWeights }, VerdictKind.OpenWeights)]
    [InlineData(new[] { VerdictKind.Unknown }, VerdictKind.Unknown)]
    public void Family_verdict_combines_its_releases(VerdictKind[] releases, VerdictKind expected) =>
        Assert.Equal(expected, VerdictRules.Combine(releases));

    [Theory]
    [InlineData(new string[0], "none")]
    [InlineData(new[] { "architecture", "weights", "model_card", "data_card", "technical_report", "evaluation_results" }, "class-3")]
    [InlineData(new[] { "architecture", "weights", "model_card", "data_card", "paper", "evaluation_results" }, "class-3")]
    [InlineData(
        new[]
        {
            "architecture",
            "weights",
            "model_card",
            "data_card",
            "paper",
            "evaluation_results",
            "training_code",
            "inference_code",
            "evaluation_code",
            "evaluation_data",
        },
        "class-2"
    )]
    [InlineData(
        new[]
        {
            "architecture",
            "weights",
            "model_card",
            "data_card",
            "paper",
            "evaluation_results",
            "training_code",
            "inference_code",
            "evaluation_code",
            "evaluation_data",
            "training_data",
            "data_preprocessing_code",
            "intermediate_weights",
        },
        "class-1"
    )]
    public void Framework_gives_the_complete_class(string[] open, string expected) =>
        Assert.Equal(expected, ModelOpennessFramework.Classify(open.Contains).Result);
}
