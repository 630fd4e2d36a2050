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
        float temperature,
        bool lists
    )
    {
        var read = Read(rows, labels, group, temperature);
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
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  likeliest temperature {Temperature(rows, labels, group):0.00}"));
        foreach (var sure in (float[])[0.4f, 0.5f, 0.6f, 0.7f, 0.8f, 0.9f])
        {
            var confident = read.Where(one => one.Confidence >= sure).ToArray();
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  at least {sure:0.0} sure: {100.0 * confident.Length / read.Length:0.0} %, of them wrong "
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
            foreach (var one in read.Where(one => !one.IsRight).OrderByDescending(one => one.Confidence))
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"  {one.Confidence:0.00} {one.Label} instead of {string.Join('+', one.Row.Labels)}: {one.Row.Text} "
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

    private static (TrainingRow Row, string Label, float Confidence, bool IsRight, bool IsWhole, string[] Asked)[] Read(
        TrainingRow[] rows,
        ImmutableArray<string> labels,
        Func<TrainingRow, string> group,
        float temperature
    ) =>
        [
            .. rows.GroupBy(group)
                .SelectMany(part =>
                {
                    var classifier = AspectClassifier.Read(
                        AspectTrainer.Train([.. rows.Where(row => group(row) != part.Key)], labels, temperature)
                    );
                    return part.Select(row =>
                    {
                        var scores = classifier.Score(row.Features);
                        var best = Array.IndexOf(scores.First, scores.First.Max());
                        var asked = AspectChoice.Choose(labels, scores).Asked.Select(index => labels[index]).ToArray();
                        return (
                            row,
                            labels[best],
                            scores
                                .First.Where(
                                    (_, index) => row.Labels.Length > 1 ? index == best : Base(labels[index]) == Base(labels[best])
                                )
                                .Sum(),
                            row.Allows(labels[best]),
                            asked.Select(Base).Order().SequenceEqual(row.Labels.Select(Base).Order()),
                            asked
                        );
                    });
                }),
        ];

    // The temperature at which what was held out is likeliest.
    private static float Temperature(TrainingRow[] rows, ImmutableArray<string> labels, Func<TrainingRow, string> group)
    {
        var read = rows.Where(row => row.Labels.Length == 1)
            .GroupBy(group)
            .SelectMany(part =>
            {
                var classifier = AspectClassifier.Read(AspectTrainer.Train([.. rows.Where(row => group(row) != part.Key)], labels));
                return part.Where(row => row.Labels.Length == 1).Select(row => (row, classifier.Score(row.Features).First)).ToArray();
            })
            .ToArray();
        return Enumerable
            .Range(5, 36)
            .Select(step => step / 10f)
            .MinBy(temperature =>
                read.Sum(one =>
                {
                    var powers = one.First.Select(likelihood => MathF.Pow(MathF.Max(likelihood, 1e-9f), 1 / temperature)).ToArray();
                    return -MathF.Log(MathF.Max(1e-9f, powers.Where((_, index) => one.row.Allows(labels[index])).Sum() / powers.Sum()));
                })
            );
    }

    private static string Base(string label) => label.Split('.')[0];
}
