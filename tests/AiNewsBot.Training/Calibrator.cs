using System.Collections.Immutable;
using AiNewsBot.Facts.Learning;

namespace AiNewsBot.Training;

/// <summary>
/// Learns from readings of rows that were held out how often the classifier is right: for each aspect a line over the log odds, drawn to
/// that of all aspects where there are few rows; and the confidence above which one in a hundred is wrong.
/// </summary>
internal static class Calibrator
{
    private const int Folds = 4;
    private const int Steps = 30;
    private const double Wrong = 0.01;
    private const double Tied = 20;

    /// <summary>The calibration of a classifier that is trained on all rows.</summary>
    public static AspectCalibration Create(TrainingRow[] rows, ImmutableArray<string> labels)
    {
        string[] files = [.. rows.Select(row => row.File).Distinct()];
        var read = HeldOut.Read(rows, labels, row => $"{Array.IndexOf(files, row.File) % Folds}");
        var all = Fit([.. read.Select(one => (one.Likelihood, one.IsRight))], (1, 0));
        var lines = labels
            .Select(AspectChoice.Base)
            .Distinct()
            .ToDictionary(
                aspect => aspect,
                aspect =>
                    Fit([.. read.Where(one => AspectChoice.Base(one.Label) == aspect).Select(one => (one.Likelihood, one.IsRight))], all)
            );
        var calibration = new AspectCalibration([.. labels.Select(label => Line(lines[AspectChoice.Base(label)]))], 0);
        return calibration with { Threshold = Threshold(read.Select(one => (one.Calibrate(calibration, labels), one.IsRight))) };
    }

    private static (float, float) Line((double Slope, double Intercept) line) => ((float)line.Slope, (float)line.Intercept);

    // The least confidence at which those that are at least as sure are right often enough.
    private static float Threshold(IEnumerable<(float Confidence, bool IsRight)> read)
    {
        var sorted = read.OrderByDescending(one => one.Confidence).ToArray();
        var (wrong, threshold) = (0, 1f);
        for (var i = 0; i < sorted.Length; i++)
        {
            wrong += sorted[i].IsRight ? 0 : 1;
            if (wrong <= Wrong * (i + 1) && (i + 1 == sorted.Length || sorted[i + 1].Confidence < sorted[i].Confidence))
                threshold = sorted[i].Confidence;
        }

        return threshold;
    }

    // Newton's method on the log loss, with a tie to the line that is expected.
    private static (double Slope, double Intercept) Fit((float Likelihood, bool IsRight)[] read, (double Slope, double Intercept) expected)
    {
        var (slope, intercept) = expected;
        for (var step = 0; step < Steps; step++)
        {
            var (g0, g1) = (Tied * (slope - expected.Slope), Tied * (intercept - expected.Intercept));
            var (h00, h01, h11) = (Tied, 0.0, Tied);
            foreach (var (likelihood, isRight) in read)
            {
                double odds = AspectCalibration.LogOdds(likelihood);
                var right = 1 / (1 + Math.Exp(-(slope * odds + intercept)));
                var (error, weight) = (right - (isRight ? 1 : 0), right * (1 - right));
                (g0, g1) = (g0 + error * odds, g1 + error);
                (h00, h01, h11) = (h00 + weight * odds * odds, h01 + weight * odds, h11 + weight);
            }

            var determinant = h00 * h11 - h01 * h01;
            slope -= (h11 * g0 - h01 * g1) / determinant;
            intercept -= (h00 * g1 - h01 * g0) / determinant;
        }

        return (Math.Max(0, slope), intercept);
    }
}
