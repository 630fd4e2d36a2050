using System.Collections.Immutable;
using System.Numerics;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Linking;

/// <summary>Names within a few letters of what was written. Digits must be the same: llama 2 is never a typo of llama 3.</summary>
internal sealed class FuzzyNameIndex
{
    private const int MinNameLength = 4;
    private const int LongName = 8;
    private const int MaxDigits = 32;

    private readonly Dictionary<string, Bucket?[]>.AlternateLookup<ReadOnlySpan<char>> _byDigits;

    public FuzzyNameIndex(IEnumerable<KeyValuePair<string, SubjectView>> names) =>
        _byDigits = names
            .Where(name =>
                name.Key.Count(char.IsLetter) is var letters
                && (letters >= MinNameLength || letters == MinNameLength - 1 && name.Key.Any(char.IsAsciiDigit))
            )
            .GroupBy(name => Digits(name.Key, stackalloc char[MaxDigits]).ToString())
            .ToDictionary(group => group.Key, ByLength)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    public ImmutableArray<SubjectView> Find(ReadOnlySpan<char> key, int maxTypos)
    {
        if (!_byDigits.TryGetValue(Digits(key, stackalloc char[MaxDigits]), out var buckets))
            return [];
        var limit = Math.Min(maxTypos, key.Length < LongName ? 1 : 2);
        var letters = Letters(key);
        var best = limit + 1;
        List<SubjectView>? found = null;
        for (var length = Math.Max(0, key.Length - limit); length <= key.Length + limit && length < buckets.Length; length++)
        {
            if (buckets[length] is not { } bucket)
                continue;
            for (var i = 0; i < bucket.Letters.Length; i++)
            {
                // Each edit changes at most two of the letters that occur at all: most
                // names fall out here, before any distance is computed.
                if (
                    BitOperations.PopCount(bucket.Letters[i] ^ letters) > 2 * limit
                    || EditDistance.Within(key, bucket.Keys[i], limit) is not { } distance
                    || distance > best
                    || length < LongName && distance > 1
                    || !Slips.IsLikely(key, bucket.Keys[i])
                )
                    continue;
                if (distance < best)
                    found?.Clear();
                best = distance;
                found ??= [];
                if (!found.Contains(bucket.Subjects[i]))
                    found.Add(bucket.Subjects[i]);
            }
        }

        return found is null ? [] : [.. found];
    }

    private static Bucket?[] ByLength(IEnumerable<KeyValuePair<string, SubjectView>> names)
    {
        var byLength = names.GroupBy(name => name.Key.Length).ToDictionary(group => group.Key, group => group.ToArray());
        var buckets = new Bucket?[byLength.Keys.Max() + 1];
        foreach (var (length, group) in byLength)
            buckets[length] = new Bucket(
                [.. group.Select(name => Letters(name.Key))],
                [.. group.Select(name => name.Key)],
                [.. group.Select(name => name.Value)]
            );
        return buckets;
    }

    private static ReadOnlySpan<char> Digits(ReadOnlySpan<char> key, Span<char> digits)
    {
        var count = 0;
        foreach (var character in key)
        {
            if ((char.IsAsciiDigit(character) || character == '.') && count < digits.Length)
                digits[count++] = character;
        }

        return digits[..count];
    }

    private static uint Letters(ReadOnlySpan<char> key)
    {
        var mask = 0u;
        foreach (var character in key)
        {
            if (char.IsAsciiLetterLower(character))
                mask |= 1u << (character - 'a');
        }

        return mask;
    }

    // Names of one length with the same digits; what is looked at first lies side by side.
    private sealed record Bucket(uint[] Letters, string[] Keys, SubjectView[] Subjects);
}
