using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions.Names;

/// <summary>
/// Tells which names in a story of general news are those of models and makers. A name that is an ordinary word, or that other things have,
/// too, counts where the story speaks of the field: by a word, or by a name that nothing else has.
/// </summary>
internal static class StoryNames
{
    private const string Open = "open";
    private const string Source = "source";

    // So many words with a capital are a headline in title case, in which a capital says nothing.
    private const double TitleCaseShare = 0.7;

    private static readonly FrozenSet<string> Namesakes = Read("words/namesakes.txt");
    private static readonly FrozenSet<string> FieldWords = Read("words/field.txt");

    /// <summary>Those of the names that count.</summary>
    /// <param name="links">All names that are found.</param>
    /// <param name="mentions">What each is by its learned role.</param>
    /// <param name="tokens">The words of the story.</param>
    public static IEnumerable<EntityLink> Select(
        ImmutableArray<EntityLink> links,
        ImmutableArray<Mention> mentions,
        ImmutableArray<Token> tokens
    )
    {
        var isTitleCase = IsTitleCase(tokens);
        var doubtful = links.Where(link => IsDoubtful(link, tokens, isTitleCase)).ToHashSet();
        var speaksOfField =
            doubtful.Count < links.Length
            || tokens.Any(token => FieldWords.Contains(token.Text) || token.Raw.Any(Tokenizer.IsCjk))
            || tokens.Zip(tokens.Skip(1)).Any(pair => pair is { First.Text: Open, Second.Text: Source });
        return links.Where(link => !doubtful.Contains(link) || speaksOfField && !MentionRoles.IsNone(mentions, link));
    }

    private static bool IsDoubtful(EntityLink link, ImmutableArray<Token> tokens, bool isTitleCase)
    {
        var words = tokens[link.Start..link.End];

        // One word, with or without a number that no model has, such as Falcon 9, or one that is written apart, such as an O-1 visa.
        if (words.Length == 1 || IsNamesake(string.Concat(words.Select(word => word.Text))))
            return words.All(word => IsNamesake(word.Text) || IsOrdinary(word.Text)) && !IsCompany(link, tokens, isTitleCase)
                || words.Length > 1;

        // Words that make a name together are written as one: Prime Intellect, and not prime intellect.
        return words.All(word => IsOrdinary(word.Text) || IsNamesake(word.Text)) && words.Any(word => char.IsLower(word.Raw[0]));
    }

    // A company is written with a capital where a word would not be, and without an article: the Amazon is a river.
    private static bool IsCompany(EntityLink link, ImmutableArray<Token> tokens, bool isTitleCase) =>
        link.Subject.Subject.Kind == SubjectKind.Organization
        && !isTitleCase
        && char.IsUpper(tokens[link.Start].Raw[0])
        && link.Start > 0
        && tokens[link.Start - 1] is var before
        && before.Sentence == tokens[link.Start].Sentence
        && before.Text is not ("the" or "a" or "an")
        && !tokens[link.Start].IsAttached
        && !(link.End < tokens.Length && tokens[link.End].IsAttached);

    // Two orcas, too.
    private static bool IsNamesake(string word) => Namesakes.Contains(word) || word is [.., 's'] && Namesakes.Contains(word[..^1]);

    private static bool IsOrdinary(string word) => CommonEnglishWords.Find(word) != WordClasses.None;

    private static bool IsTitleCase(ImmutableArray<Token> tokens) =>
        tokens.Length > 3 && tokens.Count(token => char.IsUpper(token.Raw[0])) >= tokens.Length * TitleCaseShare;

    private static FrozenSet<string> Read(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return reader
            .ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => line[0] != '#')
            .ToFrozenSet(StringComparer.Ordinal);
    }
}
