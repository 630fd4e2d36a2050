using System.Collections.Immutable;
using System.Numerics;
using AiNewsBot.Facts.Claims;

namespace AiNewsBot.Training;

/// <summary>Trains logistic regressions by plain gradient descent, in a fixed order on one thread. The same examples give the same
/// bytes. AdaGrad would learn each example by heart from its rarest features.</summary>
internal static class LinearTrainer
{
    private const float Rate = 0.02f;
    private const float Slowing = 0.3f;
    private const float Decay = 1e-6f;

    // What was seen less often tells nothing.
    private const int MinCount = 3;

    /// <summary>The model of examples.</summary>
    /// <param name="examples">Features, and the likelihood of each label.</param>
    /// <param name="labels">The labels.</param>
    /// <param name="rounds">How often each example is learned.</param>
    /// <param name="isEach">Whether each label is told for itself.</param>
    public static LinearModel Train(
        IReadOnlyList<(uint[] Features, float[] Target)> examples,
        ImmutableArray<string> labels,
        int rounds,
        bool isEach
    )
    {
        uint[] kept =
        [
            .. examples
                .SelectMany(one => one.Features.Distinct())
                .CountBy(feature => feature)
                .Where(pair => pair.Value >= MinCount)
                .Select(pair => pair.Key)
                .Order(),
        ];
        var indices = kept.Select((feature, index) => (feature, index)).ToDictionary(pair => pair.feature, pair => pair.index);
        int[][] known =
        [
            .. examples.Select(one => (int[])[.. one.Features.Where(indices.ContainsKey).Select(feature => indices[feature])]),
        ];
        var count = labels.Length;
        var width = (count + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        var weights = new float[kept.Length * width];
        var gradient = new float[width];
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var random = 1u;
        for (var round = 0; round < rounds; round++)
        {
            for (var i = order.Length - 1; i > 0; i--)
            {
                random = random * 1664525 + 1013904223;
                var other = (int)((ulong)random * (ulong)(i + 1) >> 32);
                (order[i], order[other]) = (order[other], order[i]);
            }

            var rate = Rate / (1 + round * Slowing);
            foreach (var index in order)
                Step(known[index], examples[index].Target, weights, gradient, count, isEach, rate);
        }

        return Quantise(weights, labels, kept, width);
    }

    private static void Step(int[] features, float[] target, float[] weights, float[] gradient, int count, bool isEach, float rate)
    {
        if (features.Length == 0)
            return;
        var width = gradient.Length;
        Array.Clear(gradient);
        foreach (var feature in features)
        {
            var at = feature * width;
            for (var i = 0; i < width; i += Vector<float>.Count)
                (new Vector<float>(gradient, i) + new Vector<float>(weights, at + i)).CopyTo(gradient, i);
        }

        if (isEach)
        {
            for (var i = 0; i < count; i++)
                gradient[i] = 1 / (1 + MathF.Exp(-gradient[i])) - target[i];
        }
        else
        {
            var (highest, total) = (float.MinValue, 0f);
            for (var i = 0; i < count; i++)
                highest = MathF.Max(highest, gradient[i]);
            for (var i = 0; i < count; i++)
                total += gradient[i] = MathF.Exp(gradient[i] - highest);
            for (var i = 0; i < count; i++)
                gradient[i] = gradient[i] / total - target[i];
        }

        for (var i = count; i < width; i++)
            gradient[i] = 0;
        foreach (var feature in features)
        {
            var at = feature * width;
            for (var i = 0; i < width; i += Vector<float>.Count)
            {
                var weight = new Vector<float>(weights, at + i);
                var slope = new Vector<float>(gradient, i) + Decay * weight;
                (weight - rate * slope).CopyTo(weights, at + i);
            }
        }
    }

    // The largest weights are rare: a finer step for all others is worth cutting them.
    private static LinearModel Quantise(float[] weights, ImmutableArray<string> labels, uint[] features, int width)
    {
        var sizes = weights.Select(MathF.Abs).Where(size => size > 0).Order().ToArray();
        var step = sizes.Length == 0 ? 1 : sizes[(int)(sizes.Length * 0.9995)] / sbyte.MaxValue;
        var small = new sbyte[features.Length * labels.Length];
        for (var bucket = 0; bucket < features.Length; bucket++)
        {
            for (var label = 0; label < labels.Length; label++)
                small[bucket * labels.Length + label] = (sbyte)
                    Math.Clamp(MathF.Round(weights[bucket * width + label] / step), -sbyte.MaxValue, sbyte.MaxValue);
        }

        return new LinearModel(labels, step, features, small);
    }
}
