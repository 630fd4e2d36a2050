using System.Collections.Immutable;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Language;

/// <summary>Reads a word that is one letter off a word of a language: "opne" is open, "licnese" is license.</summary>
public sealed class SpellingCorrector
{
    private readonly ImmutableArray<string> _words;
    private readonly int _shortest;

    internal SpellingCorrector(IEnumerable<string> words, int shortest = 4) =>
        (_words, _shortest) = ([.. words.Where(word => word.Length >= shortest && word.All(char.IsAsciiLetterLower)).Distinct()], shortest);

    /// <summary>The word that was meant, the first in the order of the list; null when none is near.</summary>
    public string? Correct(string word)
    {
        if (word.Length < _shortest)
            return null;
        foreach (var known in _words)
        {
            if (EditDistance.Within(word, known, 1) is not null)
                return known;
        }

        return null;
    }
}
