using System.Collections.Immutable;
using System.Globalization;
using AiNewsBot.Facts.Learning;

namespace AiNewsBot.Training;

/// <summary>How well rows are read by a classifier that was trained without those of their file, or of their author.</summary>
internal static class HeldOut
{
    /// <summary>Prints the figures of one way of leaving out.</summary>
    public static void Report(
        string name,
        TrainingRow[] rows,
        ImmutableArray<string> labels,
        Func<TrainingRow, string> group,
        AspectCalibration calibration,
        bool lists
    )
    {
        var read = Read(rows, labels, group);
        float Confidence(HeldOutReading one) => one.Calibrate(calibration, labels);
        foreach (var part in read.GroupBy(one => group(one.Row)))
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {part.Key}: {100.0 * part.Count(one => one.IsRight) / part.Count():0.0} % of {part.Count()}"
                )
            );
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"leave one {name} out: {100.0 * read.Count(one => one.IsRight) / read.Length:0.0} % of {read.Length} rows are read right"
            )
        );
        foreach (var sure in (float[])[0.5f, 0.6f, 0.7f, 0.8f, 0.9f, calibration.Threshold])
        {
            var confident = read.Where(one => Confidence(one) >= sure).ToArray();
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  at least {sure:0.000} sure: {100.0 * confident.Length / read.Length:0.0} %, of them wrong "
                        + $"{100.0 * confident.Count(one => !one.IsRight) / Math.Max(1, confident.Length):0.00} %"
                )
            );
        }

        var several = read.Where(one => one.Row.Labels.Length > 1).ToArray();
        if (several.Length > 0)
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  of {several.Length} rows that ask several things "
                        + $"{100.0 * several.Count(one => one.IsWhole) / several.Length:0.0} % are read whole; of the others "
                        + $"{100.0 * read.Count(one => one.Row.Labels.Length == 1 && one.Asked.Length > 1) / read.Length:0.00} % as "
                        + $"several"
                )
            );
        if (lists)
        {
            foreach (var one in read.Where(one => !one.IsRight).OrderByDescending(Confidence))
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"  {Confidence(one):0.00} {one.Label} instead of {string.Join('+', one.Row.Labels)}: {one.Row.Text} "
                            + $"({one.Row.File})"
                    )
                );
            foreach (
                var one in read.Where(one =>
                    one.Row.Labels.Length > 1 && !one.IsWhole || one.Row.Labels.Length == 1 && one.Asked.Length > 1
                )
            )
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"  several: {string.Join('+', one.Asked)} instead of {string.Join('+', one.Row.Labels)}: {one.Row.Text} "
                            + $"({one.Row.File})"
                    )
                );
        }
    }

    /// <summary>Each row as it is read by a classifier that was trained without those of its group.</summary>
    public static HeldOutReading[] Read(TrainingRow[] rows, ImmutableArray<string> labels, Func<TrainingRow, string> group) =>
        [
            .. rows.GroupBy(group)
                .SelectMany(part =>
                {
                    var classifier = AspectClassifier.Read(AspectTrainer.Train([.. rows.Where(row => group(row) != part.Key)], labels));
                    return part.Select(row =>
                    {
                        var scores = classifier.Score(row.Features);
                        var best = Array.IndexOf(scores.First, scores.First.Max());
                        return new HeldOutReading(
                            row,
                            labels[best],
                            scores
                                .First.Where(
                                    (_, index) =>
                                        row.Labels.Length > 1
                                            ? index == best
                                            : AspectChoice.Base(labels[index]) == AspectChoice.Base(labels[best])
                                )
                                .Sum(),
                            [.. AspectChoice.Choose(labels, scores).Asked.Select(index => labels[index])]
                        );
                    });
                }),
        ];
}
