using AiNewsBot.Facts.Comparing;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Comparing;

/// <summary>What indexes of models say, in their words, beside a few facts.</summary>
public sealed class ReferenceTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Theory]
    [InlineData("open", true)]
    [InlineData("Open weights (restricted use)", true)]
    [InlineData("partial", true)]
    [InlineData("closed", false)]
    [InlineData("Closed", false)]
    [InlineData("API access", false)]
    [InlineData("Hosted access (no API)", false)]
    [InlineData("Unreleased", false)]
    [InlineData("open_weights=False", false)]
    [InlineData("open_weights=true", true)]
    [InlineData("preprint:partial", true)]
    [InlineData("included", true)]
    [InlineData("unlicensed", true)]
    [InlineData("listed (commercially usable weights)", true)]
    [InlineData("arXiv.org perpetual non-exclusive license 1.0", true)]
    [InlineData("Component not included but listed sources", false)]
    [InlineData("Component Component not included", false)]
    [InlineData("Undisclosed", null)]
    [InlineData("Unclear", null)]
    [InlineData("maybe", null)]
    [InlineData("opened", null)]
    [InlineData("", null)]
    public void Word_of_an_index_says_public_or_not_or_nothing(string said, bool? isPublic) =>
        Assert.Equal(isPublic, ReferenceValues.IsPublic(said));

    [Theory]
    [InlineData("weights", "open", "", "", "", true)]
    [InlineData("weights", "closed", "", "", "", false)]
    [InlineData("training_code", "", "open", "", "", true)]
    [InlineData("training_data", "", "", "open", "", false)]
    [InlineData("paper", "", "", "", "open", false)]
    public void Component_agrees_where_both_are_public_or_neither(
        string property,
        string weights,
        string code,
        string data,
        string paper,
        bool agrees
    )
    {
        var comparison = Compare(
            new ReferenceClaim
            {
                Source = "index",
                Model = "Zebra 1",
                Weights = weights,
                TrainingCode = code,
                TrainingData = data,
                Paper = paper,
            },
            "weights: {is: available, since: 2024-03-17, source: maker}",
            "training_code: {is: partial, source: maker}",
            "training_data: {is: unavailable, source: maker}",
            "paper: {is: unavailable, source: maker}"
        );

        Assert.Equal([new Agreement("index", property, 1, agrees ? 1 : 0)], comparison.Agreements);
        Assert.Equal(agrees, comparison.Differences.IsEmpty);
    }

    [Theory]
    [InlineData("Apache-2.0", 1)]
    [InlineData("maybe", 0)]
    [InlineData("Unheard-of License", 0)]
    public void Component_under_a_known_licence_is_public_and_an_unclear_one_is_not_compared(string said, int compared)
    {
        var comparison = Compare(
            new ReferenceClaim
            {
                Source = "index",
                Model = "Zebra 1",
                TrainingCode = said,
            },
            "training_code: {is: available, source: maker}"
        );

        Assert.Equal((compared, compared), (comparison.Agreements.Sum(one => one.Compared), comparison.Agreements.Sum(one => one.Agreed)));
    }

    [Fact]
    public void Model_that_is_not_known_here_is_not_compared() =>
        Assert.Empty(
            Compare(
                new ReferenceClaim
                {
                    Source = "index",
                    Model = "Zebra 1",
                    Weights = "open",
                    Licence = "MIT",
                    Date = "2024",
                }
            ).Agreements
        );

    [Theory]
    [InlineData("2024-03", true, "")]
    [InlineData("2024/03/17", true, "")]
    [InlineData("2024-05-01", true, "")]
    [InlineData("2024-06", false, "announced 2024-03-17, weights 2024-05-01")]
    [InlineData("soon", null, "")]
    public void Date_agrees_with_the_announcement_or_the_weights(string date, bool? agrees, string ours)
    {
        var comparison = Compare(
            new ReferenceClaim
            {
                Source = "index",
                Model = "Zebra 1",
                Date = date,
            },
            "announced: {on: 2024-03-17, source: maker}",
            "weights: {is: available, since: 2024-05-01, source: maker}"
        );

        Assert.Equal(agrees, comparison.Agreements.IsEmpty ? null : comparison.Agreements[0].Agreed == 1);
        Assert.Equal(ours, string.Join(' ', comparison.Differences.Select(difference => difference.Ours)));
    }

    [Theory]
    [InlineData("Apache 2.0", true, "")]
    [InlineData("MIT", false, "MIT, then Apache-2.0")]
    [InlineData("Unheard-of License", null, "")]
    public void Licence_is_compared_with_that_of_today(string licence, bool? agrees, string ours)
    {
        var comparison = Compare(
            new ReferenceClaim
            {
                Source = "index",
                Model = "Zebra 1 7B Instruct",
                Licence = licence,
            },
            "licence: [{is: MIT, until: 2025, source: maker}, {is: Apache-2.0, since: 2025, source: maker}]"
        );

        Assert.Equal(agrees, comparison.Agreements.IsEmpty ? null : comparison.Agreements[0].Agreed == 1);
        Assert.Equal(ours, string.Join(' ', comparison.Differences.Select(difference => difference.Ours)));
    }

    [Theory]
    [InlineData("Zebra 1", true)]
    [InlineData("zebra-1-chat-hf", true)]
    [InlineData("Zebra 1 Deluxe", false)]
    [InlineData("The Zebra 1", false)]
    [InlineData("Zebra", false)]
    [InlineData("Zebra 9", false)]
    [InlineData("", false)]
    public void Model_is_matched_where_nothing_could_make_it_another(string model, bool isMatched)
    {
        var comparison = Compare(
            new ReferenceClaim
            {
                Source = "index",
                Model = model,
                Weights = "closed",
            },
            "weights: {is: unavailable, source: maker}"
        );

        Assert.Equal([("index", isMatched ? 0 : 1, 1)], comparison.Unknown);
    }

    private static Comparison Compare(ReferenceClaim claim, params string[] lines) =>
        Comparison.Create(
            YamlFacts.Create(
                """
                organizations:
                  - {id: zoo, name: Zoological Society}
                licences:
                  - {id: MIT, name: MIT License}
                  - {id: Apache-2.0, name: Apache License 2.0}
                family: {id: zebra, name: Zebra, organization: zoo}
                releases:
                  - id: zebra-1
                    name: Zebra 1
                """ + string.Concat(lines.Select(line => $"\n    {line}"))
            ),
            [claim],
            Today
        );
}
