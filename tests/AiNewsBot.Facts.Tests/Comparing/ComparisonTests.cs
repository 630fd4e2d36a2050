using AiNewsBot.Facts.Comparing;
using AiNewsBot.Facts.Reading;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Comparing;

public sealed class ComparisonTests
{
    private static readonly FactBase Facts = FactBase.Of(DatasetReader.ReadEmbedded().Subjects);

    [Fact]
    public void What_both_say_alike_agrees()
    {
        var comparison = Compare(new ReferenceClaim { Source = "index", Model = "Grok-1", Date = "2024-03", Licence = "apache 2.0", Weights = "Open weights (unrestricted)" });

        Assert.Empty(comparison.Differences);
        Assert.Equal(["weights", "licence", "date"], comparison.Agreements.Select(agreement => agreement.Property));
    }

    [Theory]
    [InlineData("API access", "", "", "weights")]
    [InlineData("", "MIT", "", "licence")]
    [InlineData("", "", "2025-05-22", "date")]
    public void What_differs_is_listed_with_both_values(string weights, string licence, string date, string property)
    {
        var comparison = Compare(new ReferenceClaim { Source = "index", Model = "Grok-1", Date = date, Licence = licence, Weights = weights });

        var difference = Assert.Single(comparison.Differences);
        Assert.Equal((property, "grok-1"), (difference.Property, difference.Release.Id));
        Assert.Equal(weights + licence + date, difference.Theirs);
    }

    [Theory]
    [InlineData("Llama 3.1 405B Instruct", "llama-3.1")]
    [InlineData("gemma-3-27b-it", "gemma-3")]
    public void Sizes_and_variants_are_the_release_that_they_are_of(string model, string release)
    {
        var comparison = Compare(new ReferenceClaim { Source = "index", Model = model, Weights = "closed" });

        Assert.Equal(release, Assert.Single(comparison.Differences).Release.Id);
    }

    [Theory]
    [InlineData("Grok-1 Turbo Vision")]
    [InlineData("WombatLM")]
    [InlineData("")]
    public void A_model_that_could_be_another_one_is_not_compared(string model)
    {
        var comparison = Compare(new ReferenceClaim { Source = "index", Model = model, Weights = "closed" });

        Assert.Empty(comparison.Agreements);
        Assert.Equal([("index", 1, 1)], comparison.Unknown);
    }

    [Theory]
    [InlineData("ChatGLM-6B", "chatglm-6b")]
    [InlineData("ChatGLM3-6B", "chatglm3-6b")]
    [InlineData("Qwen-72B-Chat", "qwen-72b")]
    [InlineData("Qwen2-72B-Instruct", "qwen2-72b")]
    [InlineData("Qwen2.5-72B", "qwen2.5-72b")]
    public void A_size_that_several_versions_share_is_that_of_the_version_that_is_named(string model, string release)
    {
        var comparison = Compare(new ReferenceClaim { Source = "index", Model = model, Weights = "closed" });

        Assert.Equal(release, Assert.Single(comparison.Differences).Release.Id);
    }

    [Fact]
    public void A_size_alone_does_not_make_a_model_a_release_of_another_version() =>
        Assert.Empty(Compare(new ReferenceClaim { Source = "index", Model = "Llama 405B", Weights = "closed" }).Agreements);

    private static Comparison Compare(params ReferenceClaim[] claims) => Comparison.Of(Facts, claims, Build.Today);
}
