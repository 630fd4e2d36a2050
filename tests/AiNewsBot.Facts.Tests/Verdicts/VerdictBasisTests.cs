using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Tests.Harness;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Facts.Tests.Verdicts;

/// <summary>On which statements a verdict rests, what it says besides its kind, and how several come to one.</summary>
public sealed class VerdictBasisTests
{
    private const string Published = "weights available 2024-01-01";

    [Theory]
    [InlineData("weights unavailable", "weights")]
    [InlineData(Published + "; licence Permissive", "weights licence commercial")]
    [InlineData(Published + "; licence Permissive; weights.licence Capped", "weights weights.licence commercial condition")]
    [InlineData(
        Published
            + "; licence Permissive; training_code unavailable; inference_code available; data_information insufficient; paper available",
        "weights licence commercial training_code inference_code data_information"
    )]
    [InlineData(Published + "; licence Unread", "weights")]
    [InlineData(Published, "weights")]
    [InlineData("weights unknown", "")]
    [InlineData("paper available", "")]
    public void Verdict_rests_on_weights_then_licence_then_its_terms_then_parts(string lines, string properties) =>
        Assert.Equal(properties, string.Join(' ', Judge(lines)!.Because.Select(statement => statement.Property)));

    [Theory]
    [InlineData(Published + "; licence Permissive", Availability.Available, "Permissive", 2)]
    [InlineData("weights gated 2024-01-01; licence Capped", Availability.Gated, "Capped", 2)]
    [InlineData("weights unavailable; licence Capped", Availability.Unavailable, null, 0)]
    [InlineData(Published + "; licence Unread", Availability.Available, null, 0)]
    [InlineData("weights partial 2024-01-01", Availability.Partial, null, 0)]
    [InlineData("licence Permissive", Availability.Unknown, null, 0)]
    public void Verdict_tells_weights_licence_and_definitions(string lines, Availability weights, string? licence, int definitions)
    {
        var verdict = Judge(lines)!;

        Assert.Equal((weights, licence, definitions), (verdict.Weights, verdict.Licence?.Id, verdict.Definitions.Length));
    }

    [Fact]
    public void Restricting_conditions_are_told_and_others_left_out() =>
        Assert.Equal(
            ["non-commercial"],
            Judge(Published + "; licence Non-Commercial")!
                .Because.Where(statement => statement.Property == Properties.Condition)
                .Select(statement => statement.Value)
        );

    // Superseded, disputed and refuted licences, and the day as of which they are asked for.
    [Theory]
    [InlineData("licence Non-Commercial ..2024-06-01; licence Permissive 2024-06-01", "2024-05-31", VerdictKind.NonCommercialWeights)]
    [InlineData("licence Non-Commercial ..2024-06-01; licence Permissive 2024-06-01", "2024-06-01", VerdictKind.OpenWeights)]
    [InlineData("licence Non-Commercial ..2024-06; licence Permissive 2024-06", "2024-06-15", VerdictKind.Unknown)]
    [InlineData("licence Permissive; licence Capped disputed", "2024-06-15", VerdictKind.OpenWeights)]
    [InlineData("licence Capped disputed", "2024-06-15", VerdictKind.RestrictedWeights)]
    [InlineData("licence Capped preferred; licence Permissive 2024-06-01", "2024-06-15", VerdictKind.RestrictedWeights)]
    [InlineData("licence Capped deprecated", "2024-06-15", VerdictKind.Unknown)]
    [InlineData("licence Permissive; weights deprecated", "2024-06-15", VerdictKind.OpenWeights)]
    [InlineData("licence Permissive 2025-01-01", "2024-06-15", VerdictKind.Unknown)]
    public void Licence_of_the_day_decides(string lines, string day, VerdictKind kind) =>
        Assert.Equal(kind, Judge($"{Published}; {lines}", day)!.Kind);

    [Theory]
    [InlineData("2023-12-31", VerdictKind.Closed)]
    [InlineData("2024-01-01", VerdictKind.OpenWeights)]
    [InlineData("2024-07-01", VerdictKind.Closed)]
    public void Weights_that_were_taken_down_are_closed_again(string day, VerdictKind kind) =>
        Assert.Equal(
            kind,
            Judge(
                "announced 2023-06-01; weights available 2024-01-01..2024-07-01; weights unavailable 2024-07-01; licence Permissive",
                day
            )!.Kind
        );

    [Fact]
    public void Release_that_may_have_existed_is_unknown_and_one_that_did_not_has_no_verdict()
    {
        Assert.Equal(VerdictKind.Unknown, Judge("announced 2024-03; weights unavailable", "2024-03-10")!.Kind);
        Assert.Null(Judge("announced 2024-03; weights unavailable", "2024-02-29"));
    }

    [Theory]
    [InlineData("", VerdictKind.Unknown)]
    [InlineData("Closed Closed", VerdictKind.Closed)]
    [InlineData("Unknown Closed Unknown", VerdictKind.Closed)]
    [InlineData("Closed RestrictedWeights", VerdictKind.Mixed)]
    [InlineData("OpenWeights OpenSource", VerdictKind.Mixed)]
    [InlineData("Mixed OpenSource", VerdictKind.Mixed)]
    public void Verdicts_that_differ_are_mixed_and_unknown_ones_yield(string kinds, VerdictKind combined) =>
        Assert.Equal(
            combined,
            VerdictRules.Combine(kinds.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<VerdictKind>))
        );

    // Weights that are out under a licence that is not known are not closed.
    [Theory]
    [InlineData("weights unavailable", "weights unavailable", VerdictKind.Closed)]
    [InlineData("weights unavailable", Published, VerdictKind.Mixed)]
    [InlineData("weights unavailable", "weights unknown", VerdictKind.Closed)]
    [InlineData(Published + "; licence Permissive", Published, VerdictKind.OpenWeights)]
    public void Published_weights_of_unknown_terms_make_closed_ones_mixed(string one, string other, VerdictKind combined) =>
        Assert.Equal(combined, VerdictRules.Combine([Judge(one)!, Judge(other)!]));

    [Theory]
    [InlineData(VerdictKind.Unknown, "unknown")]
    [InlineData(VerdictKind.Closed, "closed")]
    [InlineData(VerdictKind.NonCommercialWeights, "non-commercial-weights")]
    [InlineData(VerdictKind.RestrictedWeights, "restricted-weights")]
    [InlineData(VerdictKind.OpenWeights, "open-weights")]
    [InlineData(VerdictKind.OpenSource, "open-source")]
    [InlineData(VerdictKind.Mixed, "mixed")]
    public void Verdicts_are_read_and_written_as_slugs(VerdictKind kind, string slug)
    {
        Assert.Equal((slug, slug.Replace('-', ' ')), (kind.ToSlug(), kind.ToWords()));
        Assert.Equal(kind, VerdictText.TryParse(slug));
    }

    [Theory]
    [InlineData("open")]
    [InlineData("Open-Weights")]
    [InlineData("")]
    public void Other_slugs_are_no_verdict(string slug) => Assert.Null(VerdictText.TryParse(slug));

    private static Verdict? Judge(string lines, string day = "2026-11-24")
    {
        var facts = FactBuilder.Facts(FactLine.Model("one", lines.Split("; ")));
        return VerdictRules.Judge((Release)facts.Find("one")!, facts.Licence, DateOnly.Parse(day, null));
    }
}
