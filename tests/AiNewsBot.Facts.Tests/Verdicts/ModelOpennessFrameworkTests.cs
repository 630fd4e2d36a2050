using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Tests.Harness;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Facts.Tests.Verdicts;

/// <summary>The classes of the Model Openness Framework, one component and one licence at a time.</summary>
public sealed class ModelOpennessFrameworkTests
{
    private static readonly string[] Model =
    [
        "architecture",
        "weights",
        "model_card",
        "data_card",
        "technical_report",
        "evaluation_results",
    ];
    private static readonly string[] Tooling = ["training_code", "inference_code", "evaluation_code", "evaluation_data"];
    private static readonly string[] Science = ["training_data", "data_preprocessing_code", "intermediate_weights", "paper"];

    public static TheoryData<string> Required => [.. Model.Concat(Tooling).Concat(Science)];

    // Without one component a release reaches the class below that which asks for it; the others are not named.
    [Theory]
    [MemberData(nameof(Required))]
    public void Each_required_component_holds_its_class_up(string component)
    {
        var result = ModelOpennessFramework.Classify(slug => slug != component && slug != (component == "technical_report" ? "paper" : ""));

        var expected =
            Model.Contains(component) ? "none"
            : Tooling.Contains(component) ? "class-3"
            : "class-2";
        Assert.Equal(expected, result.Result);
        Assert.Equal([component], result.Missing);
    }

    [Fact]
    public void Paper_stands_for_the_technical_report_and_not_the_other_way()
    {
        Assert.Equal("class-1", ModelOpennessFramework.Classify(slug => slug != "technical_report").Result);
        Assert.Equal(["paper"], ModelOpennessFramework.Classify(slug => slug != "paper").Missing);
    }

    [Theory]
    [InlineData("sample_outputs")]
    [InlineData("supporting_tools")]
    [InlineData("model_metadata")]
    public void Component_that_no_class_requires_does_not_lower_the_class(string component) =>
        Assert.Equal("class-1", ModelOpennessFramework.Classify(slug => slug != component).Result);

    [Fact]
    public void Release_with_nothing_lacks_the_whole_lowest_class()
    {
        var result = ModelOpennessFramework.Classify(_ => false);

        Assert.Equal(("none", Model.Length), (result.Result, result.Missing.Length));
    }

    // Of the lowest class all is there in the table but the weights, whose state and licence the row gives.
    [Theory]
    [InlineData("weights available; licence Permissive", "class-3")]
    [InlineData("weights gated; licence Permissive", "class-3")]
    [InlineData("weights on-request; licence Permissive", "none")]
    [InlineData("weights partial; licence Permissive", "none")]
    [InlineData("weights unavailable; licence Permissive", "none")]
    [InlineData("weights unknown; licence Permissive", "none")]
    [InlineData("weights available; licence Libre", "class-3")]
    [InlineData("weights available; licence Data", "class-3")]
    [InlineData("weights available; licence Permissive; weights.licence Capped", "none")]
    [InlineData("weights available; licence No-Such", "none")]
    [InlineData("weights available", "none")]
    public void Component_counts_when_it_is_there_under_an_accepted_licence(string lines, string expected)
    {
        var rest = Model.Where(slug => slug != "weights").SelectMany(slug => new[] { $"{slug} available", $"{slug}.licence Permissive" });
        var facts = FactBuilder.Facts(
            FactLine.Terms("Libre", "fsf_libre true"),
            FactLine.Terms("Data", "open_data true"),
            FactLine.Model("one", [.. lines.Split("; "), .. rest])
        );

        var result = ModelOpennessFramework.Judge((Release)facts.Find("one")!, facts.Licence, FactBuilder.Today);

        Assert.Equal((ModelOpennessFramework.Id, expected), (result.Id, result.Result));
    }

    [Fact]
    public void Data_need_a_licence_of_their_own()
    {
        var open = Model.Concat(Tooling).Concat(Science).Select(slug => $"{slug} available").Append("licence Permissive").ToArray();

        Assert.Equal(("class-3", "evaluation_data"), Judge(open));
        Assert.Equal(("class-2", "training_data"), Judge([.. open, "evaluation_data.licence Permissive"]));
        Assert.Equal(("class-1", ""), Judge([.. open, "evaluation_data.licence Permissive", "training_data.licence Permissive"]));

        static (string, string) Judge(string[] lines)
        {
            var facts = FactBuilder.Facts(FactLine.Model("one", lines));
            var result = ModelOpennessFramework.Judge((Release)facts.Find("one")!, facts.Licence, FactBuilder.Today);
            return (result.Result, string.Join(' ', result.Missing));
        }
    }
}
