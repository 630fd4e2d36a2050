using System.Buffers.Binary;
using System.Collections.Immutable;

namespace AiNewsBot.Facts.Learning;

/// <summary>
/// How often a reading of which the classifier is so sure is right, as rows that it was not trained on show: for each label a straight line
/// over the log odds. In the file: slope and intercept of each label, then the threshold, as floats.
/// </summary>
/// <param name="Lines">By label, slope and intercept.</param>
/// <param name="Threshold">The confidence from which on at most one of a hundred held-out readings was wrong.</param>
internal sealed record AspectCalibration(ImmutableArray<(float Slope, float Intercept)> Lines, float Threshold)
{
    private const float MinLikelihood = 1e-4f;

    /// <summary>One that leaves likelihoods as they are.</summary>
    public static AspectCalibration None(int labels) => new([.. Enumerable.Repeat((1f, 0f), labels)], 0);

    /// <summary>How many bytes one has.</summary>
    public static int SizeOf(int labels) => (2 * labels + 1) * sizeof(float);

    /// <summary>The likelihood that a reading is right.</summary>
    /// <param name="label">Index of the label that was read.</param>
    /// <param name="likelihood">What the classifier makes of it.</param>
    public float Apply(int label, float likelihood)
    {
        var (slope, intercept) = Lines[label];
        return 1 / (1 + MathF.Exp(-(slope * LogOdds(likelihood) + intercept)));
    }

    /// <summary>The log odds of a likelihood, of none or all those of nearly none or all.</summary>
    public static float LogOdds(float likelihood)
    {
        var bounded = Math.Clamp(likelihood, MinLikelihood, 1 - MinLikelihood);
        return MathF.Log(bounded / (1 - bounded));
    }

    /// <summary>Reads one from the beginning of bytes.</summary>
    public static AspectCalibration Read(ReadOnlySpan<byte> bytes, int labels)
    {
        var lines = ImmutableArray.CreateBuilder<(float, float)>(labels);
        for (var i = 0; i < labels; i++)
            lines.Add((FloatAt(bytes, 2 * i), FloatAt(bytes, 2 * i + 1)));
        return new AspectCalibration(lines.MoveToImmutable(), FloatAt(bytes, 2 * labels));
    }

    /// <summary>The bytes of it.</summary>
    public byte[] Write()
    {
        var bytes = new byte[SizeOf(Lines.Length)];
        float[] floats = [.. Lines.SelectMany(line => new[] { line.Slope, line.Intercept }), Threshold];
        for (var i = 0; i < floats.Length; i++)
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * sizeof(float)), floats[i]);
        return bytes;
    }

    private static float FloatAt(ReadOnlySpan<byte> bytes, int index) =>
        BinaryPrimitives.ReadSingleLittleEndian(bytes[(index * sizeof(float))..]);
}
