using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Tests.Harness;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Facts.Tests.Verdicts;

/// <summary>The Open Source AI Definition 1.0: what is surely missing, and what nothing is known of.</summary>
public sealed class OpenSourceDefinitionTests
{
    private const string All = "weights available; training_code available; inference_code available; data_information sufficient";

    [Theory]
    [InlineData("licence Permissive; " + All, "met", "")]
    [InlineData("licence Permissive; weights gated; training_code gated; inference_code gated; data_information sufficient", "met", "")]
    [InlineData("licence Permissive; weights available", "unknown", "training_code inference_code data_information")]
    [InlineData("licence Permissive; weights available; training_code available; inference_code available", "unknown", "data_information")]
    [InlineData("licence Permissive; weights available; training_code unknown", "unknown", "training_code inference_code data_information")]
    [InlineData("licence Permissive; weights available; training_code unavailable", "not-met", "training_code")]
    [InlineData("licence Permissive; weights available; training_code partial", "not-met", "training_code")]
    [InlineData("licence Permissive; weights available; training_code on-request", "not-met", "training_code")]
    [InlineData("licence Permissive; weights available; data_information insufficient", "not-met", "data_information")]
    [InlineData(
        "licence Permissive; weights available; data_information unknown",
        "unknown",
        "training_code inference_code data_information"
    )]
    [InlineData("licence Capped; " + All, "not-met", "weights training_code inference_code")]
    [InlineData("licence Permissive; inference_code.licence Requesting; " + All, "not-met", "inference_code")]
    [InlineData("licence Requesting; training_code.licence Permissive; " + All, "not-met", "weights inference_code")]
    [InlineData("licence No-Such; " + All, "unknown", "weights training_code inference_code")]
    [InlineData(All, "unknown", "weights training_code inference_code")]
    public void Missing_parts_decide_before_unknown_ones(string lines, string result, string missing)
    {
        var definition = Judge(lines, FactBuilder.Today);

        Assert.Equal((OpenSourceDefinition.Id, result), (definition.Id, definition.Result));
        Assert.Equal(missing, string.Join(' ', definition.Missing));
    }

    [Theory]
    [InlineData("2024-01-31", "not-met", "training_code")]
    [InlineData("2024-02-01", "met", "")]
    [InlineData("2024-06-01", "not-met", "data_information")]
    public void Definition_is_judged_as_of_a_day(string day, string result, string missing)
    {
        var definition = Judge(
            "licence Permissive; weights available 2024-01-01; training_code available 2024-02-01; inference_code available; "
                + "data_information sufficient ..2024-06-01; data_information insufficient 2024-06-01",
            DateOnly.Parse(day, null)
        );

        Assert.Equal((result, missing), (definition.Result, string.Join(' ', definition.Missing)));
    }

    private static DefinitionResult Judge(string lines, DateOnly day)
    {
        FactBase facts = FactBuilder.Facts(FactLine.Model("one", lines.Split("; ")));
        return OpenSourceDefinition.Judge((Release)facts.Find("one")!, facts.Licence, day);
    }
}
