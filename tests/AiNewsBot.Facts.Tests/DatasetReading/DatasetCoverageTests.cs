using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.Facts.Tests.DatasetReading;

public sealed class DatasetCoverageTests
{
    private static readonly FactBase Facts = ShippedFacts.Base;
    private static readonly FactCoverage Depth = FactCoverage.Measure(Facts, new DateOnly(2026, 11, 26));

    private static readonly string[] KnownGaps =
    [
        "bloomchat/bloomchat-1: paper",
        "ling/ling-2.6-1t: licence",
        "mai/mai-ds-r1: licence",
        "orca-mini-family/orca-mini-v3: licence",
        "pangu/pangu-pro-moe: licence",
        "wizardlm/wizardlm-2: licence",
    ];

    [Fact]
    public void Forty_best_known_families_exist()
    {
        Assert.Equal(40, FactCoverage.BestKnown.Distinct().Count());
        Assert.All(FactCoverage.BestKnown, family => Assert.NotEmpty(Facts.ReleasesOf(Facts.Find(family)!)));
    }

    [Fact]
    public void Releases_of_best_known_families_state_all_components_dates_and_licence() =>
        Assert.True(Depth.BestKnownGaps.IsEmpty, string.Join('\n', Depth.BestKnownGaps.Select(Told)));

    [Fact]
    public void At_most_one_release_in_twenty_is_told_in_brief() =>
        Assert.True(20 * Depth.InBrief.Length <= Facts.Releases.Length, string.Join(' ', Depth.InBrief.Select(release => release.Id)));

    [Fact]
    public void Published_releases_of_best_known_families_have_at_most_a_third_unknown() =>
        // Not tighter: a negative that was not searched for is unknown, and a bound that asks for less unknown asks for guesses.
        Assert.True(3 * Depth.Unknown <= Depth.Cells, $"{Depth.Unknown} of {Depth.Cells}");

    [Fact]
    public void Licence_and_weights_of_150_releases_have_located_first_hand_sources() =>
        Assert.True(Depth.FirstHand >= 150, $"{Depth.FirstHand} releases");

    [Fact]
    public void Data_information_of_every_open_source_candidate_is_judged() => Assert.Empty(Depth.Unjudged.Select(release => release.Id));

    [Fact]
    public void Other_releases_state_the_basics_but_for_the_known_exceptions() =>
        Assert.True(Depth.OtherGaps.All(gap => KnownGaps.Contains(Told(gap))), string.Join('\n', Depth.OtherGaps.Select(Told)));

    [Fact]
    public void Unknown_values_say_why() =>
        Assert.Empty(
            Facts
                .Releases.SelectMany(release => release.Subject.Statements)
                .Where(statement => statement.Value == "unknown" && string.IsNullOrWhiteSpace(statement.Note))
                .Select(statement => $"{statement.Subject} {statement.Property}")
        );

    [Fact]
    public void Sufficient_data_information_by_our_reading_names_its_point() =>
        Assert.Empty(
            Facts
                .Releases.SelectMany(release => release.All(Properties.DataInformation))
                .Where(statement => statement.Value == "sufficient" && string.IsNullOrWhiteSpace(statement.Note))
                .Select(statement => statement.Subject)
        );

    [Fact]
    public void Resolved_conflict_keeps_the_refuted_value_and_answers_without_it()
    {
        var refuted = Facts
            .Releases.SelectMany(release =>
                release
                    .Subject.Statements.Where(statement => statement.Rank == Rank.Deprecated)
                    .Select(statement => (Release: release, Statement: statement))
            )
            .ToArray();

        Assert.NotEmpty(refuted);
        Assert.All(
            refuted,
            pair =>
            {
                Assert.False(
                    string.IsNullOrWhiteSpace(pair.Statement.Note),
                    $"{pair.Statement.Subject} {pair.Statement.Property} has no reason"
                );
                Assert.NotEqual(pair.Statement.Value, pair.Release.GetEffective(pair.Statement.Property, new DateOnly(2026, 11, 26)).Value);
            }
        );
    }

    private static string Told(CoverageGap gap) => $"{gap.Release.Subject.Parent}/{gap.Release.Id}: {string.Join(", ", gap.Missing)}";
}
