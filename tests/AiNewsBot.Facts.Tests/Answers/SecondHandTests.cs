using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Answers;

/// <summary>An answer says so where what it turns on was not read first-hand.</summary>
public sealed class SecondHandTests
{
    private static readonly Source Press = new("https://example.org/press", "News", "The Paper", SourceKind.Secondary);
    private static readonly Source Index = new("https://example.org/index", "Models", "The Index", SourceKind.Index);

    [Fact]
    public void First_hand_sources_need_no_notice() =>
        Assert.DoesNotContain("first-hand", Ask("one", One(null, null)), StringComparison.Ordinal);

    [Fact]
    public void Licence_known_from_the_press_names_the_paper() =>
        Assert.Contains(
            "Its licence: according to The Paper; no first-hand source was read.",
            Ask("one", One(null, Press)),
            StringComparison.Ordinal
        );

    [Fact]
    public void Weights_known_from_the_press_name_the_paper() =>
        Assert.Contains(
            "Its weights: according to The Index; no first-hand source was read.",
            Ask("one", One(Index, null)),
            StringComparison.Ordinal
        );

    [Fact]
    public void Mirror_does_not_count_as_the_makers_word() =>
        Assert.Contains(
            "Its licence: according to a copy of a page by Maker; no first-hand source was read.",
            Ask(
                "one",
                One(null, new Source("https://example.org/copy", "Card (read in a copy at example.org)", "Maker", SourceKind.Secondary))
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void Licence_and_weights_from_the_press_name_both() =>
        Assert.Contains(
            "According to The Index and The Paper; no first-hand source was read.",
            Ask("one", One(Index, Press)),
            StringComparison.Ordinal
        );

    [Fact]
    public void Closed_model_names_the_source_of_its_closedness_only()
    {
        var closed = FactBuilder.Release("one", FactBuilder.State("one", Components.Weights, "unavailable") with { Sources = [Index] });

        Assert.Contains(
            "Its weights: according to The Index; no first-hand source was read.",
            Ask("one", closed),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Family_notice_names_the_releases() =>
        Assert.Contains("No first-hand source was read for one.", Ask("family", One(Index, Press), Two()), StringComparison.Ordinal);

    [Fact]
    public void Source_of_data_or_code_does_not_affect_the_notice()
    {
        var paper = FactBuilder.State("one", Components.TrainingCode, "unavailable") with { Sources = [Press] };

        Assert.DoesNotContain("first-hand", Ask("one", One(null, null, paper)), StringComparison.Ordinal);
    }

    [Fact]
    public void One_first_hand_source_is_enough()
    {
        var licence = FactBuilder.State("one", Properties.Licence, "Permissive") with { Sources = [Press, FactBuilder.Source] };

        Assert.False(licence.IsSecondHand);
    }

    [Fact]
    public void First_hand_source_wins_over_a_contradicting_one()
    {
        var press = FactBuilder.State("one", Properties.Licence, "Non-Commercial") with { Sources = [Press] };
        var file = FactBuilder.State("one", Properties.Licence, "Permissive");

        Assert.Equal("Permissive", Held(press, file));
        Assert.Equal("Permissive", Held(file, press));
        Assert.Equal("Non-Commercial", Held(file, press with { ValidFrom = FactDate.Parse("2025-01-01") }));
        Assert.Equal("Non-Commercial", Held(file, press with { IsLocal = true }));
        Assert.Equal("Non-Commercial", Held(file, press with { Rank = Rank.Preferred }));
    }

    private static string? Held(params Statement[] statements) =>
        Assert
            .Single(FactBuilder.Facts(FactBuilder.Release("one", statements)).Releases)
            .GetEffective(Properties.Licence, FactBuilder.Today)
            .Value;

    private static Subject One(Source? weights, Source? licence, params Statement[] more) =>
        FactBuilder.Release(
            "one",
            [
                FactBuilder.State("one", Components.Weights, "available", "2024-01-01") with
                {
                    Sources = [weights ?? FactBuilder.Source],
                },
                FactBuilder.State("one", Properties.Licence, "Permissive") with
                {
                    Sources = [licence ?? FactBuilder.Source],
                },
                .. more,
            ]
        );

    private static Subject Two() =>
        FactBuilder.Release(
            "two",
            FactBuilder.State("two", Components.Weights, "available", "2024-01-01"),
            FactBuilder.State("two", Properties.Licence, "Permissive")
        );

    private static string Ask(string id, params Subject[] releases)
    {
        var facts = FactBuilder.Facts(releases);
        return new Answerer(facts).View(facts.Find(id)!, Intent.Openness, FactBuilder.Today).Text;
    }
}
