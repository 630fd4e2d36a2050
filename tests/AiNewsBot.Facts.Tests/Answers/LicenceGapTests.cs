using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Answers;

/// <summary>Between two dated states of a licence the answer names both, and joins a date to none of them.</summary>
public sealed class LicenceGapTests
{
    private const string Gap = "2024-03-01/2024-05-01";
    private static readonly DateOnly Within = new(2024, 4, 1);

    private static readonly FactBase Facts = FactBuilder.Facts(
        FactBuilder.Release(
            "one",
            FactBuilder.State("one", Components.Weights, "available", "2024-01-01"),
            FactBuilder.State("one", Properties.Licence, "Non-Commercial", until: Gap),
            FactBuilder.State("one", Properties.Licence, "Permissive", Gap)
        )
    );

    [Theory]
    [InlineData(nameof(Aspect.Licence))]
    [InlineData(nameof(Aspect.Openness))]
    [InlineData(nameof(Aspect.CommercialUse))]
    public void Answer_within_the_gap_names_both_candidates(string aspect)
    {
        var answer = Ask(Enum.Parse<Aspect>(aspect), Within);

        Assert.Equal(AnswerStatus.NoFact, answer.Status);
        Assert.Contains(
            "Non-Commercial or Permissive since a day between 2024-03-01 and 2024-05-01.",
            answer.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Licence_within_the_gap_cites_both_statements() =>
        Assert.Equal(["Non-Commercial", "Permissive"], Ask(Aspect.Licence, Within).Facts.Select(fact => fact.Value));

    [Theory]
    [InlineData(2024, 2, "Non-Commercial")]
    [InlineData(2024, 6, "Permissive")]
    public void Answer_outside_the_gap_names_the_one_that_held(int year, int month, string licence) =>
        Assert.StartsWith($"one is under {licence}", Ask(Aspect.Licence, new DateOnly(year, month, 1)).Lead, StringComparison.Ordinal);

    [Fact]
    public void Openness_is_dated_by_the_later_of_weights_and_licence() =>
        Assert.Contains(
            "since a day between 2024-03-01 and 2024-05-01",
            Ask(Aspect.Openness, FactBuilder.Today).Text,
            StringComparison.Ordinal
        );

    private static Answer Ask(Aspect aspect, DateOnly day) => new Answerer(Facts).View(Facts.Find("one")!, aspect, day);
}
