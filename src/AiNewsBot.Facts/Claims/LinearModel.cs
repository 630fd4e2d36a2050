using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace AiNewsBot.Facts.Claims;

/// <summary>
/// A logistic regression over features that are told apart by their hashes; those that were not learned count for nothing. In a file: the
/// labels, one a line, and an empty line; how many features there are; the scale; the hash of each; then of each a signed byte for each
/// label.
/// </summary>
internal sealed class LinearModel
{
    private readonly uint[] _features;
    private readonly sbyte[] _weights;
    private readonly float _scale;

    // Where a feature stands, by its hash: one more than its index, 0 for none.
    private readonly int[] _slots;

    public LinearModel(ImmutableArray<string> labels, float scale, uint[] features, sbyte[] weights)
    {
        (Labels, _scale, _features, _weights) = (labels, scale, features, weights);
        _slots = new int[BitOperations.RoundUpToPowerOf2((uint)features.Length * 2 + 2)];
        for (var i = 0; i < features.Length; i++)
        {
            var slot = (int)features[i] & _slots.Length - 1;
            while (_slots[slot] != 0)
                slot = slot + 1 & _slots.Length - 1;
            _slots[slot] = i + 1;
        }
    }

    /// <summary>What it tells apart.</summary>
    public ImmutableArray<string> Labels { get; }

    /// <summary>The likelihood of each label, each for itself.</summary>
    public void ScoreEach(ReadOnlySpan<uint> features, Span<float> likelihoods)
    {
        Sum(features, likelihoods);
        foreach (ref var one in likelihoods)
            one = 1 / (1 + MathF.Exp(-one));
    }

    /// <summary>The likelihood of each label, all of which add up to 1.</summary>
    public void ScoreOne(ReadOnlySpan<uint> features, Span<float> likelihoods)
    {
        Sum(features, likelihoods);
        var (highest, total) = (float.MinValue, 0f);
        foreach (var one in likelihoods)
            highest = MathF.Max(highest, one);
        foreach (ref var one in likelihoods)
            total += one = MathF.Exp(one - highest);
        foreach (ref var one in likelihoods)
            one /= total;
    }

    private void Sum(ReadOnlySpan<uint> features, Span<float> sums)
    {
        Span<int> whole = stackalloc int[Labels.Length];
        whole.Clear();
        foreach (var feature in features)
        {
            for (var slot = (int)feature & _slots.Length - 1; _slots[slot] is > 0 and var next; slot = slot + 1 & _slots.Length - 1)
            {
                if (_features[next - 1] != feature)
                    continue;
                var row = _weights.AsSpan((next - 1) * whole.Length, whole.Length);
                for (var i = 0; i < row.Length; i++)
                    whole[i] += row[i];
                break;
            }
        }

        for (var i = 0; i < whole.Length; i++)
            sums[i] = whole[i] * _scale;
    }

    /// <summary>Reads one from the beginning of bytes, and goes on to what is behind it.</summary>
    public static LinearModel Read(ref ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf("\n\n"u8);
        ImmutableArray<string> labels = [.. Encoding.UTF8.GetString(bytes[..end]).Split('\n')];
        bytes = bytes[(end + 2)..];
        var features = new uint[BinaryPrimitives.ReadInt32LittleEndian(bytes)];
        var scale = BinaryPrimitives.ReadSingleLittleEndian(bytes[sizeof(int)..]);
        bytes = bytes[(sizeof(int) + sizeof(float))..];
        for (var i = 0; i < features.Length; i++)
            features[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(i * sizeof(uint))..]);
        bytes = bytes[(features.Length * sizeof(uint))..];
        var weights = MemoryMarshal.Cast<byte, sbyte>(bytes[..(features.Length * labels.Length)]).ToArray();
        bytes = bytes[weights.Length..];
        return new LinearModel(labels, scale, features, weights);
    }

    /// <summary>The bytes of it.</summary>
    public byte[] Write()
    {
        var labels = Encoding.UTF8.GetBytes(string.Join('\n', Labels) + "\n\n");
        var numbers = new byte[sizeof(int) + sizeof(float) + _features.Length * sizeof(uint)];
        BinaryPrimitives.WriteInt32LittleEndian(numbers, _features.Length);
        BinaryPrimitives.WriteSingleLittleEndian(numbers.AsSpan(sizeof(int)), _scale);
        for (var i = 0; i < _features.Length; i++)
            BinaryPrimitives.WriteUInt32LittleEndian(numbers.AsSpan(sizeof(int) + sizeof(float) + i * sizeof(uint)), _features[i]);
        return [.. labels, .. numbers, .. MemoryMarshal.AsBytes(_weights.AsSpan())];
    }
}
