using System.Collections.Immutable;
using System.Numerics;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Linking;

/// <summary>Names within a few letters of what was written. Digits must be the same: llama 2 is never a typo of llama 3.</summary>
internal sealed class TypoIndex
{
    private const int ShortestName = 4;
    private const int LongName = 8;

    private readonly Dictionary<string, ImmutableArray<Entry>> _byDigits;

    public TypoIndex(IEnumerable<KeyValuePair<string, SubjectView>> names) =>
        _byDigits = names.Where(name => name.Key.Count(char.IsLetter) is var letters && (letters >= ShortestName || letters == ShortestName - 1 && name.Key.Any(char.IsAsciiDigit)))
            .Select(name => new Entry(name.Key, Letters(name.Key), name.Value))
            .GroupBy(entry => Digits(entry.Key)).ToDictionary(group => group.Key, group => group.ToImmutableArray());

    public ImmutableArray<SubjectView> Find(ReadOnlySpan<char> key, int most)
    {
        if (!_byDigits.TryGetValue(Digits(key), out var entries))
            return [];
        var limit = Math.Min(most, key.Length < LongName ? 1 : 2);
        var letters = Letters(key);
        var best = limit + 1;
        var found = new List<SubjectView>();
        foreach (var entry in entries)
        {
            // Each edit changes at most two of the letters that occur at all: most names fall out here, before any distance is computed.
            if (Math.Abs(entry.Key.Length - key.Length) > limit || BitOperations.PopCount(entry.Letters ^ letters) > 2 * limit)
                continue;
            if (EditDistance.Within(key, entry.Key, limit) is not { } distance || distance > best || entry.Key.Length < LongName && distance > 1)
                continue;
            if (distance < best)
                found.Clear();
            best = distance;
            if (!found.Contains(entry.Subject))
                found.Add(entry.Subject);
        }

        return [.. found];
    }

    private static string Digits(ReadOnlySpan<char> key)
    {
        Span<char> digits = stackalloc char[Math.Min(key.Length, 32)];
        var count = 0;
        foreach (var character in key)
        {
            if ((char.IsAsciiDigit(character) || character == '.') && count < digits.Length)
                digits[count++] = character;
        }

        return digits[..count].ToString();
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

    private readonly record struct Entry(string Key, uint Letters, SubjectView Subject);
}
