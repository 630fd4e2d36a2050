using AiNewsBot.Facts.Comparing;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Comparing;

public sealed class ComparisonTests
{
    private static readonly FactBase Facts = ShippedFacts.Base;

    [Fact]
    public void Equal_values_agree()
    {
        var comparison = Compare(
            new ReferenceClaim
            {
                Source = "index",
                Model = "Grok-1",
                Date = "2024-03",
                Licence = "apache 2.0",
                Weights = "Open weights (unrestricted)",
            }
        );

        Assert.Empty(comparison.Differences);
        Assert.Equal(["weights", "licence", "date"], comparison.Agreements.Select(agreement => agreement.Property));
    }

    [Theory]
    [InlineData("API access", "", "", "weights")]
    [InlineData("", "MIT", "", "licence")]
    [InlineData("", "", "2025-05-22", "date")]
    public void Differing_values_are_listed_with_both_sides(string weights, string licence, string date, string property)
    {
        var comparison = Compare(
            new ReferenceClaim
            {
                Source = "index",
                Model = "Grok-1",
                Date = date,
                Licence = licence,
                Weights = weights,
            }
        );

        var difference = Assert.Single(comparison.Differences);
        Assert.Equal((property, "grok-1"), (difference.Property, difference.Release.Id));
        Assert.Equal(weights + licence + date, difference.Theirs);
    }

    [Theory]
    [InlineData("Llama 3.1 405B Instruct", "llama-3.1-405b")]
    [InlineData("gemma-3-27b-it", "gemma-3-27b")]
    public void Sizes_and_variants_are_matched_to_their_release(string model, string release)
    {
        var comparison = CompareClosed(model);

        Assert.Equal(release, Assert.Single(comparison.Differences).Release.Id);
    }

    [Theory]
    [InlineData("Grok-1 Turbo Vision")]
    [InlineData("WombatLM")]
    [InlineData("")]
    public void Ambiguous_model_is_not_compared(string model)
    {
        var comparison = CompareClosed(model);

        Assert.Empty(comparison.Agreements);
        Assert.Equal([("index", 1, 1)], comparison.Unknown);
    }

    [Theory]
    [InlineData("ChatGLM-6B", "chatglm-6b")]
    [InlineData("ChatGLM3-6B", "chatglm3-6b")]
    [InlineData("Qwen-72B-Chat", "qwen-72b")]
    [InlineData("Qwen2-72B-Instruct", "qwen2-72b")]
    [InlineData("Qwen2.5-72B", "qwen2.5-72b")]
    public void Size_shared_by_several_versions_is_matched_to_the_named_version(string model, string release)
    {
        var comparison = CompareClosed(model);

        Assert.Equal(release, Assert.Single(comparison.Differences).Release.Id);
    }

    [Fact]
    public void Size_alone_does_not_match_another_version() =>
        Assert.Empty(
            Compare(
                new ReferenceClaim
                {
                    Source = "index",
                    Model = "Llama 405B",
                    Weights = "closed",
                }
            ).Agreements
        );

    // An index says that it has no weights.
    private static Comparison CompareClosed(string model) =>
        Compare(
            new ReferenceClaim
            {
                Source = "index",
                Model = model,
                Weights = "closed",
            }
        );

    private static Comparison Compare(params ReferenceClaim[] claims) => Comparison.Create(Facts, claims, FactBuilder.Today);
}
