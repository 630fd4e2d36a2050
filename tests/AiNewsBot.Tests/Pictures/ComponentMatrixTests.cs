using AiNewsBot.Facts;
using AiNewsBot.Pictures;

namespace AiNewsBot.Tests.Pictures;

public sealed class ComponentMatrixTests
{
    [Fact]
    public void A_component_of_which_nothing_is_known_anywhere_has_no_row()
    {
        var matrix = Of("boreal-1", "boreal-2");

        Assert.Equal(["weights", "inference code", "training code", "training data", "paper"], matrix.Rows.Select(row => row.Component));
    }

    [Fact]
    public void A_family_counts_its_releases()
    {
        var matrix = Of("boreal", "meadow-1");

        Assert.Equal(new MatrixCell(Availability.Unknown, 3, 4, IsCount: true), matrix.Rows.Single(row => row.Component == "weights").Cells[0]);
        Assert.Equal(new MatrixCell(Availability.Available, 1, 1, IsCount: false), matrix.Rows.Single(row => row.Component == "weights").Cells[1]);
        Assert.Equal("4 releases\n3 licences", matrix.Columns[0].Terms);
    }

    [Fact]
    public void A_maker_of_one_release_stands_for_it() => Assert.Equal(Of("meadow-1", "boreal-1").Rows.Select(row => row.Cells[0]), Of("commons", "boreal-1").Rows.Select(row => row.Cells[0]));

    [Fact]
    public void It_is_as_of_its_day()
    {
        var before = ComponentMatrix.Of(Models.Facts, [Models.Of("boreal-2"), Models.Of("boreal-1")], new DateOnly(2024, 5, 13));

        Assert.Equal(Availability.Unavailable, before.Rows.Single(row => row.Component == "weights").Cells[0].Availability);
    }

    [Fact]
    public void Those_who_do_not_see_it_are_told_the_same() => Assert.Equal(
        "Which components are public, as of 2026-11-24. "
        + "Boreal 1 (non-commercial weights, CC-BY-NC-4.0): public: weights, paper; not public: training code, training data; not known: inference code. "
        + "Boreal 2 (open weights, Apache-2.0): public: weights, inference code, paper; in part: training data; not public: training code.",
        Of("boreal-1", "boreal-2").Description);

    [Fact]
    public void Where_that_would_be_too_long_they_are_told_what_is_public()
    {
        var long1 = Of("boreal-1", "boreal-2") with
        {
            Rows = [.. Enumerable.Range(0, 30).Select(i => new MatrixRow($"some component {i}", [new MatrixCell(i < 3 ? Availability.Available : Availability.Unavailable, i < 3 ? 1 : 0, 1, false), new MatrixCell(Availability.Available, 1, 1, false)]))],
        };

        Assert.Contains("What is not named is not public or not known.", long1.Description);
        Assert.Contains("public: some component 0, some component 1, some component 2.", long1.Description);
        Assert.InRange(long1.Description.Length, 1, Picture.LongestDescription);
    }

    private static ComponentMatrix Of(string first, string second) => ComponentMatrix.Of(Models.Facts, [Models.Of(first), Models.Of(second)], Models.Today);
}
