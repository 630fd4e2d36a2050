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
    public void A_release_is_judged_by_its_facts(string weights, string licence, string training, string inference, string data, VerdictKind expected)
    {
        var statements = new List<Statement> { Build.Say("r", Components.Weights, weights, weights is "unavailable" or "unknown" ? null : "2024-01-01") };
        Add(Properties.Licence, licence);
        Add(Components.TrainingCode, training);
        Add(Components.InferenceCode, inference);
        Add(Properties.DataInformation, data);
        var facts = Build.Facts(Build.Release("r", [.. statements]));

        var verdict = facts.Judge((Release)facts.Find("r")!, Build.Today);

        Assert.Equal(expected, verdict!.Kind);

        void Add(string property, string value)
        {
            if (value.Length > 0)
                statements.Add(Build.Say("r", property, value));
        }
    }

    [Fact]
    public void A_release_did_not_exist_before_it_was_announced()
    {
        var facts = Build.Facts(Build.Release("r", Build.Say("r", Components.Weights, "unavailable")));

        Assert.Null(facts.Judge((Release)facts.Find("r")!, new DateOnly(2023, 12, 31)));
    }

    [Fact]
    public void Weights_that_came_later_were_closed_until_then()
    {
        var facts = Build.Facts(Build.Release("r", Build.Say("r", Components.Weights, "available", "2024-03-17"), Build.Say("r", Properties.Licence, "Permissive")));
        var release = (Release)facts.Find("r")!;

        Assert.Equal(VerdictKind.Closed, facts.Judge(release, new DateOnly(2024, 3, 16))!.Kind);
        Assert.Equal(VerdictKind.OpenWeights, facts.Judge(release, new DateOnly(2024, 3, 17))!.Kind);
    }

    [Fact]
    public void Within_an_uncertain_span_the_rule_abstains()
    {
        var facts = Build.Facts(Build.Release("r", Build.Say("r", Components.Weights, "available", "2024-03-11/2024-03-17"), Build.Say("r", Properties.Licence, "Permissive")));

        Assert.Equal(VerdictKind.Unknown, facts.Judge((Release)facts.Find("r")!, new DateOnly(2024, 3, 14))!.Kind);
    }

    [Fact]
    public void A_licence_that_changed_holds_from_its_day_on()
    {
        var facts = Build.Facts(Build.Release("r",
            Build.Say("r", Components.Weights, "available", "2024-01-01"),
            Build.Say("r", Properties.Licence, "Non-Commercial", until: "2024-06-01"),
            Build.Say("r", Properties.Licence, "Permissive", since: "2024-06-01")));
        var release = (Release)facts.Find("r")!;

        Assert.Equal(VerdictKind.NonCommercialWeights, facts.Judge(release, new DateOnly(2024, 5, 31))!.Kind);
        Assert.Equal(VerdictKind.OpenWeights, facts.Judge(release, new DateOnly(2024, 6, 1))!.Kind);
    }

    [Fact]
    public void A_disputed_statement_yields_to_a_better_one_and_a_deprecated_one_is_never_used()
    {
        var facts = Build.Facts(Build.Release("r",
            Build.Say("r", Components.Weights, "available", "2024-01-01"),
            Build.Say("r", Properties.Licence, "Permissive"),
            Build.Say("r", Properties.Licence, "Non-Commercial", rank: Rank.Disputed),
            Build.Say("r", Properties.Licence, "Capped", rank: Rank.Deprecated)));

        Assert.Equal("Permissive", facts.Judge((Release)facts.Find("r")!, Build.Today)!.Licence!.Id);
    }

    [Theory]
    [InlineData(new[] { VerdictKind.Closed, VerdictKind.Closed }, VerdictKind.Closed)]
    [InlineData(new[] { VerdictKind.Closed, VerdictKind.OpenWeights }, VerdictKind.Mixed)]
    [InlineData(new[] { VerdictKind.Unknown, VerdictKind.OpenWeights }, VerdictKind.OpenWeights)]
    [InlineData(new[] { VerdictKind.Unknown }, VerdictKind.Unknown)]
    public void A_family_is_what_its_releases_come_to(VerdictKind[] releases, VerdictKind expected) => Assert.Equal(expected, VerdictRules.Combine(releases));

    [Theory]
    [InlineData(new string[0], "none")]
    [InlineData(new[] { "architecture", "weights", "model_card", "data_card", "technical_report", "evaluation_results" }, "class-3")]
    [InlineData(new[] { "architecture", "weights", "model_card", "data_card", "paper", "evaluation_results" }, "class-3")]
    [InlineData(new[] { "architecture", "weights", "model_card", "data_card", "paper", "evaluation_results", "training_code", "inference_code", "evaluation_code", "evaluation_data" }, "class-2")]
    [InlineData(new[] { "architecture", "weights", "model_card", "data_card", "paper", "evaluation_results", "training_code", "inference_code", "evaluation_code", "evaluation_data", "training_data", "data_preprocessing_code", "intermediate_weights" }, "class-1")]
    public void The_framework_gives_the_class_that_is_complete(string[] open, string expected) =>
        Assert.Equal(expected, ModelOpennessFramework.Classify(open.Contains).Result);
}
