using AiNewsBot.Facts.Reading;

namespace AiNewsBot.Facts.Tests.Reading;

public sealed class DatasetDepthTests
{
    private static readonly FactBase Facts = FactBase.Of(DatasetReader.ReadEmbedded().Subjects);
    private static readonly FactDepth Depth = FactDepth.Of(Facts, new DateOnly(2026, 11, 26));

    [Fact]
    public void The_forty_best_known_families_are_forty_and_are_there()
    {
        Assert.Equal(40, FactDepth.BestKnown.Distinct().Count());
        Assert.All(FactDepth.BestKnown, family => Assert.NotEmpty(Facts.ReleasesOf(Facts.Find(family)!)));
    }

    [Fact]
    public void Every_release_of_the_best_known_families_states_all_components_its_dates_and_its_licence() =>
        Assert.Empty(Depth.BestKnownGaps.Select(Told));

    [Fact]
    public void Of_their_published_releases_at_most_a_fifth_of_the_components_is_unknown() =>
        Assert.True(5 * Depth.Unknown <= Depth.Cells, $"{Depth.Unknown} of {Depth.Cells}");

    [Fact]
    public void Licence_and_weights_of_at_least_150_releases_rest_on_first_hand_sources_with_their_place() =>
        Assert.True(Depth.FirstHand >= 150, $"{Depth.FirstHand} releases");

    [Fact]
    public void The_data_information_of_whatever_could_be_open_source_is_judged() =>
        Assert.Empty(Depth.Unjudged.Select(release => release.Id));

    [Fact]
    public void Every_other_release_states_what_people_ask_for_but_for_three_whose_licence_nobody_found() =>
        Assert.Equal(["ltx/ltx-video-13b: licence", "mai/mai-ds-r1: licence", "wizardlm/wizardlm-2: licence"], Depth.OtherGaps.Select(Told).Order(StringComparer.Ordinal));

    [Fact]
    public void Whatever_is_stated_to_be_unknown_says_why() =>
        Assert.Empty(Facts.Releases.SelectMany(release => release.Subject.Statements)
            .Where(statement => statement.Value == "unknown" && string.IsNullOrWhiteSpace(statement.Note))
            .Select(statement => $"{statement.Subject} {statement.Property}"));

    [Fact]
    public void What_is_judged_sufficient_by_our_own_reading_says_by_which_of_the_three_points() =>
        Assert.Empty(Facts.Releases.SelectMany(release => release.All(Properties.DataInformation))
            .Where(statement => statement.Value == "sufficient" && string.IsNullOrWhiteSpace(statement.Note))
            .Select(statement => statement.Subject));

    [Fact]
    public void A_conflict_of_references_keeps_the_value_that_was_refuted_its_source_and_the_reason_and_answers_nothing_by_it()
    {
        var refuted = Facts.Releases.SelectMany(release => release.Subject.Statements.Where(statement => statement.Rank == Rank.Deprecated).Select(statement => (Release: release, Statement: statement))).ToArray();

        Assert.NotEmpty(refuted);
        Assert.All(refuted, pair =>
        {
            Assert.False(string.IsNullOrWhiteSpace(pair.Statement.Note), $"{pair.Statement.Subject} {pair.Statement.Property} has no reason");
            Assert.NotEqual(pair.Statement.Value, pair.Release.On(pair.Statement.Property, new DateOnly(2026, 11, 26)).Value);
        });
    }

    private static string Told(DepthGap gap) => $"{gap.Release.Subject.Parent}/{gap.Release.Id}: {string.Join(", ", gap.Missing)}";
}
