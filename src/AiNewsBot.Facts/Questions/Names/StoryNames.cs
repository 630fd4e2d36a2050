using System.Collections.Immutable;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions.Names;

/// <summary>
/// Tells which names in a story of general news are those of models and makers. What is written as nothing else is, such as GPT-4o, always
/// counts; of what other things are called, too, it is learned by which words it is one.
/// </summary>
internal static class StoryNames
{
    // A story that is missed is worse than one too many.
    private const float MinProbability = 0.45f;

    /// <summary>Those of the names that count.</summary>
    /// <param name="links">All names that are found.</param>
    /// <param name="tokens">The words of the story.</param>
    public static IEnumerable<EntityLink> Select(ImmutableArray<EntityLink> links, ImmutableArray<Token> tokens)
    {
        // The headlines that it was learned from are in Latin script.
        if (tokens.Any(token => token.Raw.Any(Tokenizer.IsCjk)))
            return links;
        var isCased = tokens.Any(token => char.IsUpper(token.Raw[0]));
        return links.Where(
            (link, index) =>
                StoryFeatures.FormOf(link, tokens) == NameForm.Certain
                || !(isCased && IsSmall(link, tokens)) && StoryClassifier.Classify(tokens, links, index) >= MinProbability
        );
    }

    // To grok is a verb where names have capitals.
    private static bool IsSmall(EntityLink link, ImmutableArray<Token> tokens) =>
        link.Count == 1 && tokens[link.Start].Raw.All(char.IsAsciiLetterLower);
}
