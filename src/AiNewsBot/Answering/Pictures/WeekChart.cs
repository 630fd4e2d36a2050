using System.Collections.Immutable;
using System.Globalization;

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
                .Prepend($"{Title}, by the week from {Mondays[0]:yyyy-MM-dd}, as of {Day:yyyy-MM-dd}.")
        );

    protected override IEnumerable<string> Drawn =>
        Series.Select(series => $"{series.Name} {string.Join(' ', series.Counts)}").Append(string.Join(' ', Mondays));
}
