using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Answering.Pictures;

/// <summary>Which components each of two or three models, families or makers publishes.</summary>
internal sealed record ComponentMatrix(DateOnly Day, ImmutableArray<MatrixColumn> Columns, ImmutableArray<MatrixRow> Rows)
    : Picture(PictureText.Texts["picture.matrix"], Day)
{
    public override string Name => "comparison";

    public override string Description
    {
        get
        {
            // What is public matters most: where not all can be said, that is.
            var whole = Columns.Select((column, index) => Describe(column, index, isWhole: true)).Prepend(Lead).ToArray();
            return Describe(
                whole.Sum(sentence => sentence.Length + 1) <= MaxDescriptionLength
                    ? whole
                    : Columns
                        .Select((column, index) => Describe(column, index, isWhole: false))
                        .Prepend($"{Lead} {PictureText.Texts["picture.matrix_unnamed"]}")
            );
        }
    }

    private string Lead => PictureText.Texts["picture.matrix_lead", ("day", IsoDay.Format(Day))];

    protected override IEnumerable<string> Drawn =>
        Columns
            .Select(column => column.ToString())
            .Concat(Rows.SelectMany(row => row.Cells.Select(cell => cell.ToString()).Prepend(row.Component)));

    /// <summary>The matrix of what is compared; components of which nothing is known anywhere are left out.</summary>
    public static ComponentMatrix Create(FactBase facts, ImmutableArray<SubjectView> subjects, DateOnly day)
    {
        var judged = subjects
            .Select(subject =>
                facts
                    .ReleasesOf(subject)
                    .Select(release => (Release: release, Verdict: facts.Judge(release, day)))
                    .Where(pair => pair.Verdict is not null)
                    .Select(pair => (pair.Release, Verdict: pair.Verdict!))
                    .ToArray()
            )
            .ToArray();
        return new ComponentMatrix(
            day,
            [.. subjects.Zip(judged, (subject, releases) => ColumnOf(subject, [.. releases.Select(pair => pair.Verdict)]))],
            [
                .. Components
                    .All.Select(component => new MatrixRow(
                        PictureText.Label(component),
                        [.. judged.Select(releases => CellOf([.. releases.Select(pair => pair.Release)], component, day))]
                    ))
                    .Where(row => row.Cells.Any(cell => !cell.IsUnknown)),
            ]
        );
    }

    private static MatrixColumn ColumnOf(SubjectView subject, ImmutableArray<Verdict> verdicts)
    {
        var licences = verdicts.Select(verdict => verdict.Licence).OfType<Licence>().Distinct().ToArray();
        return new MatrixColumn(
            LegibleText.From(subject),
            VerdictRules.Combine([.. verdicts]),
            Terms(verdicts.Length, licences),
            verdicts.Length
        );
    }

    private static string Terms(int releases, Licence[] licences) =>
        (releases, licences) switch
        {
            (<= 1, [var only]) => LegibleText.From(only, only.ShortName),
            (<= 1, _) => "",
            (_, []) => PictureText.Texts.Count("picture.releases", releases),
            _ => $"{PictureText.Texts.Count("picture.releases", releases)}\n{PictureText.Texts.Count("picture.licences", licences.Length)}",
        };

    private static MatrixCell CellOf(ImmutableArray<Release> releases, string component, DateOnly day)
    {
        var known = releases
            .Select(release => release.Component(component, day).Availability)
            .Where(availability => availability != Availability.Unknown)
            .ToArray();
        return new MatrixCell(
            releases.Length == 1 && known.Length == 1 ? known[0] : Availability.Unknown,
            known.Count(availability => availability.IsPublished()),
            known.Length,
            releases.Length > 1
        );
    }

    private string Describe(MatrixColumn column, int index, bool isWhole)
    {
        var terms = column.Terms.Length > 0 ? $", {column.Terms.Replace("\n", ", ", StringComparison.Ordinal)}" : "";
        var cells = Rows.Select(row => (row.Component, Cell: row.Cells[index])).Where(pair => isWhole || pair.Cell.Published > 0).ToArray();
        var said =
            column.Releases > 1
                ? cells.Select(pair =>
                    PictureText.Texts[
                        pair.Cell.IsUnknown ? "picture.cell_unknown" : "picture.cell_count",
                        ("component", pair.Component),
                        ("published", $"{pair.Cell.Published}"),
                        ("known", $"{pair.Cell.Known}")
                    ]
                )
                : cells
                    .GroupBy(pair => pair.Cell.Availability)
                    .OrderByDescending(group => group.Key)
                    .Select(group => $"{PictureText.Format(group.Key)}: {string.Join(", ", group.Select(pair => pair.Component))}");
        return $"{column.Name} ({PictureText.FormatLong(column.Verdict)}{terms}): "
            + $"{string.Join("; ", said.DefaultIfEmpty(PictureText.Texts["picture.nothing_public"]))}.";
    }
}
