using System.Collections.Immutable;
using System.Globalization;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Answering.Pictures;

/// <summary>Numbers by the week: a row of bars for each kind.</summary>
internal sealed record WeekChart(string Title, DateOnly Day, ImmutableArray<DateOnly> Mondays, ImmutableArray<WeekSeries> Series)
    : Picture(Title, Day)
{
    public override string Name => "weeks";

    public override string Description =>
        Describe(
            Series
                .Select(series =>
                    $"{series.Name}: {string.Join(", ", series.Counts.Select(count => count.ToString(CultureInfo.InvariantCulture)))}."
                )
                .Prepend(
                    PictureText.Texts[
                        "picture.weeks_lead",
                        ("title", Title),
                        ("monday", IsoDay.Format(Mondays[0])),
                        ("day", IsoDay.Format(Day))
                    ]
                )
        );

    protected override IEnumerable<string> Drawn =>
        Series.Select(series => $"{series.Name} {string.Join(' ', series.Counts)}").Append(string.Join(' ', Mondays));
}
