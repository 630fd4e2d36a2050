using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Answers;

/// <summary>An answer says so where what it turns on was not read first-hand.</summary>
public sealed class SecondHandTests
{
    private static readonly Source Press = new("https://example.org/press", "News", "The Paper", SourceKind.Secondary);
    private static readonly Source Index = new("https://example.org/index", "Models", "The Index", SourceKind.Index);

    [Fact]
    public void Nothing_is_said_of_first_hand_sources() =>
        Assert.DoesNotContain("first-hand", Ask("one", One(null, null)), StringComparison.Ordinal);

    [Fact]
    public void Of_a_licence_known_from_the_press_the_paper_is_named() =>
        Assert.Contains("Its licence: according to The Paper; no first-hand source was read.", Ask("one", One(null, Press)), StringComparison.Ordinal);

    [Fact]
    public void So_are_the_sources_of_weights() =>
        Assert.Contains("Its weights: according to The Index; no first-hand source was read.", Ask("one", One(Index, null)), StringComparison.Ordinal);

    [Fact]
    public void A_copy_is_not_told_for_the_makers_word() =>
        Assert.Contains(
            "Its licence: according to a copy of a page by Maker; no first-hand source was read.",
            Ask("one", One(null, new Source("https://example.org/copy", "Card (read in a copy at example.org)", "Maker", SourceKind.Secondary))), StringComparison.Ordinal);

    [Fact]
    public void And_those_of_both() =>
        Assert.Contains("According to The Index and The Paper; no first-hand source was read.", Ask("one", One(Index, Press)), StringComparison.Ordinal);

    [Fact]
    public void Of_a_closed_model_the_source_of_that_is_named_though_others_told_the_rest()
    {
        var closed = Build.Release("one", Build.Say("one", Components.Weights, "unavailable") with { Sources = [Index] });

        Assert.Contains("Its weights: according to The Index; no first-hand source was read.", Ask("one", closed), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_family_the_releases_are_named() =>
        Assert.Contains("No first-hand source was read for one.", Ask("family", One(Index, Press), Two()), StringComparison.Ordinal);

    [Fact]
    public void A_source_of_data_or_code_is_not_what_a_verdict_turns_on()
    {
        var paper = Build.Say("one", Components.TrainingCode, "unavailable") with { Sources = [Press] };

        Assert.DoesNotContain("first-hand", Ask("one", One(null, null, paper)), StringComparison.Ordinal);
    }

    [Fact]
    public void One_first_hand_source_among_others_is_enough()
    {
        var licence = Build.Say("one", Properties.Licence, "Permissive") with { Sources = [Press, Build.Source] };

        Assert.False(licence.IsSecondHand);
    }

    [Fact]
    public void Where_two_say_otherwise_of_the_same_time_the_first_hand_one_counts()
    {
        var press = Build.Say("one", Properties.Licence, "Non-Commercial") with { Sources = [Press] };
        var file = Build.Say("one", Properties.Licence, "Permissive");

        Assert.Equal("Permissive", Held(press, file));
        Assert.Equal("Permissive", Held(file, press));
        Assert.Equal("Non-Commercial", Held(file, press with { ValidFrom = FactDate.Parse("2025-01-01") }));
        Assert.Equal("Non-Commercial", Held(file, press with { IsLocal = true }));
        Assert.Equal("Non-Commercial", Held(file, press with { Rank = Rank.Preferred }));
    }

    private static string? Held(params Statement[] statements) =>
        Assert.Single(Build.Facts(Build.Release("one", statements)).Releases).On(Properties.Licence, Build.Today).Value;

    private static Subject One(Source? weights, Source? licence, params Statement[] more) => Build.Release("one",
    [
        Build.Say("one", Components.Weights, "available", "2024-01-01") with { Sources = [weights ?? Build.Source] },
        Build.Say("one", Properties.Licence, "Permissive") with { Sources = [licence ?? Build.Source] },
        .. more,
    ]);

    private static Subject Two() =>
        Build.Release("two", Build.Say("two", Components.Weights, "available", "2024-01-01"), Build.Say("two", Properties.Licence, "Permissive"));

    private static string Ask(string id, params Subject[] releases)
    {
        var facts = Build.Facts(releases);
        return new Answerer(facts).View(facts.Find(id)!, Intent.Openness, Build.Today).Text;
    }
}
