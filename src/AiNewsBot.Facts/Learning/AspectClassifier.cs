using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Learning;

/// <summary>
/// A multinomial logistic regression that says what a question asks, and beside it one for each label that says whether that is asked too.
/// The file: labels, one a line, and an empty line; the scales of both as floats; the calibration; then for each bucket a signed byte for
/// each label of the first, and of the second.
/// </summary>
internal sealed class AspectClassifier
{
    private readonly ReadOnlyMemory<byte> _weights;
    private readonly float _firstScale;
    private readonly float _askedScale;

    private AspectClassifier(
        ImmutableArray<string> labels,
        float firstScale,
        float askedScale,
        AspectCalibration calibration,
        ReadOnlyMemory<byte> weights
    ) => (Labels, _firstScale, _askedScale, Calibration, _weights) = (labels, firstScale, askedScale, calibration, weights);

    /// <summary>The classifier that comes with the program.</summary>
    public static AspectClassifier Shipped => Loaded.Value;

    /// <summary>What can be asked: the slug of an aspect, with a dot and a detail where there is one.</summary>
    public ImmutableArray<string> Labels { get; }

    /// <summary>How sure its readings are.</summary>
    public AspectCalibration Calibration { get; }

    private static readonly Lazy<AspectClassifier> Loaded = new(() =>
        Read(EmbeddedFile.Read(Assembly.GetExecutingAssembly(), "learning/aspects.bin"))
    );

    /// <summary>Reads the file, whose weights stay where they are: they are most of it.</summary>
    public static AspectClassifier Read(ReadOnlyMemory<byte> file)
    {
        var end = file.Span.IndexOf("\n\n"u8);
        ImmutableArray<string> labels = [.. Encoding.UTF8.GetString(file.Span[..end]).Split('\n')];
        var rest = file.Span[(end + 2)..];
        return new AspectClassifier(
            labels,
            BinaryPrimitives.ReadSingleLittleEndian(rest),
            BinaryPrimitives.ReadSingleLittleEndian(rest[4..]),
            AspectCalibration.Read(rest[8..], labels.Length),
            file[(end + 2 + 8 + AspectCalibration.SizeOf(labels.Length))..]
        );
    }

    /// <summary>Writes the file.</summary>
    public static byte[] Write(
        ImmutableArray<string> labels,
        float firstScale,
        float askedScale,
        AspectCalibration calibration,
        sbyte[] weights
    )
    {
        var scales = new byte[8];
        BinaryPrimitives.WriteSingleLittleEndian(scales, firstScale);
        BinaryPrimitives.WriteSingleLittleEndian(scales.AsSpan(4), askedScale);
        return
        [
            .. Encoding.UTF8.GetBytes(string.Join('\n', labels) + "\n\n"),
            .. scales,
            .. calibration.Write(),
            .. MemoryMarshal.AsBytes(weights.AsSpan()),
        ];
    }

    /// <summary>How likely each reading of a masked question is.</summary>
    public AspectScores Score(ReadOnlySpan<MaskedWord> words, ReadOnlySpan<string> marks)
    {
        Span<ushort> buckets = stackalloc ushort[Features.Max];
        return Score(buckets[..Features.Write(words, marks, buckets)]);
    }

    /// <summary>How likely each reading is of a question with these features.</summary>
    public AspectScores Score(ReadOnlySpan<ushort> buckets)
    {
        var count = Labels.Length;
        Span<int> sums = stackalloc int[2 * count];
        sums.Clear();
        var weights = MemoryMarshal.Cast<byte, sbyte>(_weights.Span);
        foreach (var bucket in buckets)
        {
            var row = weights.Slice(bucket * 2 * count, 2 * count);
            for (var i = 0; i < row.Length; i++)
                sums[i] += row[i];
        }

        var scores = new AspectScores(new float[count], new float[count]);
        var length = MathF.Sqrt(Math.Max(1, buckets.Length));
        var highest = float.MinValue;
        for (var i = 0; i < count; i++)
            highest = Math.Max(highest, scores.First[i] = sums[i] * _firstScale / length);
        var total = 0f;
        for (var i = 0; i < count; i++)
            total += scores.First[i] = MathF.Exp(scores.First[i] - highest);
        for (var i = 0; i < count; i++)
        {
            scores.First[i] /= total;
            scores.Asked[i] = 1 / (1 + MathF.Exp(-sums[count + i] * _askedScale / length));
        }

        return scores;
    }
}
