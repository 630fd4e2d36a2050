using AiNewsBot.Answering.Pictures;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Tests.Answering.Pictures;

public sealed class ComponentMatrixTests
{
    [Fact]
    public void Component_unknown_everywhere_has_no_row()
    {
        var matrix = Create("boreal-1", "boreal-2");

        Assert.Equal(["weights", "inference code", "training code", "training data", "paper"], matrix.Rows.Select(row => row.Component));
    }

    [Fact]
    public void Family_column_counts_its_releases()
    {
        var matrix = Create("boreal", "meadow-1");

        Assert.Equal(
            new MatrixCell(Availability.Unknown, 3, 4, IsCount: true),
            matrix.Rows.Single(row => row.Component == "weights").Cells[0]
        );
        Assert.Equal(
            new MatrixCell(Availability.Available, 1, 1, IsCount: false),
            matrix.Rows.Single(row => row.Component == "weights").Cells[1]
        );
        Assert.Equal("4 releases\n3 licences", matrix.Columns[0].Terms);
    }

    [Fact]
    public void Maker_of_one_release_is_shown_as_that_release() =>
        Assert.Equal(
            Create("meadow-1", "boreal-1").Rows.Select(row => row.Cells[0]),
            Create("commons", "boreal-1").Rows.Select(row => row.Cells[0])
        );

    [Fact]
    public void Matrix_is_as_of_its_day()
    {
        var before = ComponentMatrix.Create(
            Models.Facts,
            [Models.Create("boreal-2"), Models.Create("boreal-1")],
            new DateOnly(2024, 5, 13)
        );

        Assert.Equal(Availability.Unavailable, before.Rows.Single(row => row.Component == "weights").Cells[0].Availability);
    }

    [Fact]
    public void Matrix_has_a_text_alternative_with_the_same_content() =>
        Assert.Equal(
            "Which components are public, as of 2026-11-24. "
                + "Boreal 1 (non-commercial weights, CC-BY-NC-4.0): public: weights, paper; not public: training code, training data; "
                + "not known: inference code. "
                + "Boreal 2 (open weights, Apache-2.0): public: weights, inference code, paper; in part: training data; not public: "
                + "training code.",
            Create("boreal-1", "boreal-2").Description
        );

    [Fact]
    public void Long_matrix_text_alternative_lists_public_components()
    {
        var long1 = Create("boreal-1", "boreal-2") with
        {
            Rows =
            [
                .. Enumerable
                    .Range(0, 30)
                    .Select(i => new MatrixRow(
                        $"some component {i}",
                        [
                            new MatrixCell(i < 3 ? Availability.Available : Availability.Unavailable, i < 3 ? 1 : 0, 1, false),
                            new MatrixCell(Availability.Available, 1, 1, false),
                        ]
                    )),
            ],
        };

        Assert.Contains("What is not named is not public or not known.", long1.Description);
        Assert.Contains("public: some component 0, some component 1, some component 2.", long1.Description);
        Assert.InRange(long1.Description.Length, 1, Picture.MaxDescriptionLength);
    }

    private static ComponentMatrix Create(string first, string second) =>
        ComponentMatrix.Create(Models.Facts, [Models.Create(first), Models.Create(second)], Models.Today);
}
