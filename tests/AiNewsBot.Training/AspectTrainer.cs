using System.Collections.Immutable;
using System.Numerics;
using AiNewsBot.Facts.Learning;

namespace AiNewsBot.Training;

/// <summary>
/// Trains the classifier: for what is asked first a multinomial, for what is asked at all a binary logistic regression per label, by
/// AdaGrad, in a fixed order on one thread. The same rows give the same bytes.
/// </summary>
internal static class AspectTrainer
{
    private const int Rounds = 14;
    private const float Rate = 0.6f;
    private const float Decay = 1e-6f;

    /// <summary>The file of a classifier trained on rows.</summary>
    /// <param name="rows">The rows, with their features.</param>
    /// <param name="labels">All labels.</param>
    /// <param name="calibration">How sure its readings are; null where that is not known yet.</param>
    public static byte[] Train(IReadOnlyList<TrainingRow> rows, ImmutableArray<string> labels, AspectCalibration? calibration = null)
    {
        var count = labels.Length;
        var weights = new float[Features.Buckets * 2 * count];
        var squares = new float[weights.Length];
        var targets = rows.Select(row => row.Labels.Select(label => labels.IndexOf(label)).ToArray()).ToArray();
        var order = Enumerable.Range(0, rows.Count).ToArray();
        var gradient = new float[2 * count];
        var random = 1u;
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = order.Length - 1; i > 0; i--)
            {
                random = random * 1664525 + 1013904223;
                var other = (int)((ulong)random * (ulong)(i + 1) >> 32);
                (order[i], order[other]) = (order[other], order[i]);
            }

            foreach (var index in order)
                Step(rows[index].Features, targets[index], weights, squares, gradient, count);
        }

        return AspectClassifier.Write(
            labels,
            Scale(weights, 0, count, out var first),
            Scale(weights, count, count, out var asked),
            calibration ?? AspectCalibration.None(count),
            Quantise(weights, count, first, asked)
        );
    }

    private static void Step(ushort[] features, int[] targets, float[] weights, float[] squares, float[] gradient, int count)
    {
        if (features.Length == 0)
            return;
        var value = 1 / MathF.Sqrt(features.Length);
        Array.Clear(gradient);
        foreach (var feature in features)
        {
            var row = weights.AsSpan(feature * 2 * count, 2 * count);
            Add(gradient, row);
        }

        var highest = float.MinValue;
        for (var i = 0; i < count; i++)
            highest = MathF.Max(highest, gradient[i] * value);
        var total = 0f;
        for (var i = 0; i < count; i++)
            total += gradient[i] = MathF.Exp(gradient[i] * value - highest);
        for (var i = 0; i < count; i++)
            gradient[i] /= total;
        for (var i = count; i < 2 * count; i++)
            gradient[i] = 1 / (1 + MathF.Exp(-gradient[i] * value));

        // What is asked besides is as good a first as the first: the likelihood is shared among them.
        foreach (var target in targets)
        {
            gradient[target] -= 1f / targets.Length;
            gradient[count + target] -= 1;
        }

        foreach (var feature in features)
        {
            var at = feature * 2 * count;
            var i = Adjust(gradient, value, weights.AsSpan(at, gradient.Length), squares.AsSpan(at, gradient.Length));
            for (; i < gradient.Length; i++)
            {
                var slope = gradient[i] * value + Decay * weights[at + i];
                squares[at + i] += slope * slope;
                weights[at + i] -= Rate * slope / (MathF.Sqrt(squares[at + i]) + 1e-3f);
            }
        }
    }

    // Element by element, so that the sums are the same however wide the machine's vectors are.
    private static void Add(Span<float> sums, ReadOnlySpan<float> row)
    {
        var i = 0;
        for (; i + Vector<float>.Count <= sums.Length; i += Vector<float>.Count)
            (new Vector<float>(sums[i..]) + new Vector<float>(row[i..])).CopyTo(sums[i..]);
        for (; i < sums.Length; i++)
            sums[i] += row[i];
    }

    private static int Adjust(ReadOnlySpan<float> gradient, float value, Span<float> weights, Span<float> squares)
    {
        var i = 0;
        for (; i + Vector<float>.Count <= gradient.Length; i += Vector<float>.Count)
        {
            var weight = new Vector<float>(weights[i..]);
            var slope = new Vector<float>(gradient[i..]) * value + Decay * weight;
            var square = new Vector<float>(squares[i..]) + slope * slope;
            square.CopyTo(squares[i..]);
            (weight - Rate * slope / (Vector.SquareRoot(square) + new Vector<float>(1e-3f))).CopyTo(weights[i..]);
        }

        return i;
    }

    // The largest weights are rare: a step a hundredth of a percent finer for all others is worth cutting them.
    private static float Scale(float[] weights, int from, int count, out float step)
    {
        var sizes = weights
            .Where((_, index) => index % (2 * count) >= from && index % (2 * count) < from + count)
            .Select(MathF.Abs)
            .Where(size => size > 0)
            .Order()
            .ToArray();
        step = sizes.Length == 0 ? 1 : sizes[(int)(sizes.Length * 0.9999)] / sbyte.MaxValue;
        return step;
    }

    private static sbyte[] Quantise(float[] weights, int count, float first, float asked)
    {
        var small = new sbyte[weights.Length];
        for (var i = 0; i < weights.Length; i++)
            small[i] = (sbyte)
                Math.Clamp(MathF.Round(weights[i] / (i % (2 * count) < count ? first : asked)), -sbyte.MaxValue, sbyte.MaxValue);
        return small;
    }
}
