using System.Collections.Immutable;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions.Topics;

/// <summary>The words by which topics are found: without fillers and endings, synonyms as one.</summary>
internal sealed class TopicWords
{
    private readonly Lexicon _lexicon;
    private readonly HashSet<string> _weightless;

    public TopicWords(Lexicon lexicon) => (_lexicon, _weightless) = (lexicon, lexicon.FillWords.Select(Stem).ToHashSet());

    /// <summary>The words of a text, each once. Function words tell little, but who, when and why tell what is asked.</summary>
    public ImmutableArray<string> Of(ImmutableArray<Token> tokens)
    {
        var words = ImmutableArray.CreateBuilder<string>(tokens.Length);
        foreach (var token in tokens)
        {
            var word = Stem(_lexicon.Synonyms.GetValueOrDefault(token.Text, token.Text));
            if (!_weightless.Contains(word) && !words.Contains(word))
                words.Add(word);
        }

        return words.DrainToImmutable();
    }

    private static string Stem(string word)
    {
        var one = word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1] : word;
        return one.Length > 4 && one.EndsWith("ing", StringComparison.Ordinal) ? one[..^3]
            : one.Length > 4 && one.EndsWith("ed", StringComparison.Ordinal) ? one[..^2]
            : one.Length > 4 && one.EndsWith('e') ? one[..^1]
            : one;
    }
}
