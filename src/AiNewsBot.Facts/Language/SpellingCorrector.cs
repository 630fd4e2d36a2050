using System.Collections.Immutable;
using System.Numerics;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Language;

/// <summary>Reads a word that is one letter off a word of a language: "opne" is open, "licnese" is license.</summary>
public sealed class SpellingCorrector
{
    private readonly ImmutableArray<string> _words;
    private readonly uint[] _letters;
    private readonly int _shortest;

    internal SpellingCorrector(IEnumerable<string> words, int shortest = 4)
    {
        _shortest = shortest;
        _words = [.. words.Where(word => word.Length >= shortest && word.All(char.IsAsciiLetterLower)).Distinct()];
        _letters = [.. _words.Select(word => LettersOf(word))];
    }

    /// <summary>The word that was meant, the first in the order of the list; null when none is near.</summary>
    public string? Correct(string word)
    {
        if (word.Length < _shortest)
            return null;
        var letters = LettersOf(word);
        for (var i = 0; i < _letters.Length; i++)
        {
            // One edit changes at most two of the letters that occur at all: nearly all words fall out here.
            if (
                BitOperations.PopCount(_letters[i] ^ letters) <= 2
                && Math.Abs(_words[i].Length - word.Length) <= 1
                && EditDistance.Within(word, _words[i], 1) is not null
            )
                return _words[i];
        }

        return null;
    }

    private static uint LettersOf(string word)
    {
        var letters = 0u;
        foreach (var character in word)
            letters |= char.IsAsciiLetterLower(character) ? 1u << (character - 'a') : 1u << 31;
        return letters;
    }
}
