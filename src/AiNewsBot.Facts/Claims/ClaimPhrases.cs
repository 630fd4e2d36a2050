using System.Collections.Immutable;
using System.Reflection;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Questions.Propositions;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Claims;

/// <summary>
/// Words by which annotated messages said things, found again in others: a line of the file is a kind, a tab, and words, a number as #.
/// What they are in another message the classifier decides.
/// </summary>
internal sealed class ClaimPhrases
{
    /// <summary>How many words a phrase has at most.</summary>
    public const int MaxLength = 4;

    private static readonly string[] Empty = ["copulas", "auxiliaries", "fillers", "alike", "answers", "denials"];

    private readonly Dictionary<string, ImmutableArray<(string Kind, ImmutableArray<string> Words)>> _phrases;

    private ClaimPhrases(IEnumerable<(string Kind, ImmutableArray<string> Words)> phrases)
    {
        _phrases = phrases
            .GroupBy(phrase => phrase.Words[0])
            .ToDictionary(group => group.Key, group => group.OrderByDescending(phrase => phrase.Words.Length).ToImmutableArray());
        Unspaced = _phrases
            .Values.SelectMany(group => group)
            .SelectMany(phrase => phrase.Words)
            .Where(word => Tokenizer.IsCjk(word[0]) && word.Length > 1)
            .ToHashSet();
    }

    /// <summary>Words of theirs in languages that are written without spaces.</summary>
    public IReadOnlySet<string> Unspaced { get; }

    private static readonly Lazy<ClaimPhrases> Loaded = new(Load);

    /// <summary>Those that come with the program.</summary>
    public static ClaimPhrases Shipped => Loaded.Value;

    /// <summary>Those of a file's lines.</summary>
    public static ClaimPhrases Read(IEnumerable<string> lines) =>
        new(
            lines
                .Select(line => line.Split('\t'))
                .Where(cells => cells.Length == 2)
                .Select(cells => (cells[0], (ImmutableArray<string>)[.. cells[1].Split(' ')]))
        );

    /// <summary>The line of words that carry a claim of a kind; null where they are too many, or names and numbers tell its kind.</summary>
    public static string? LineOf(string kind, ImmutableArray<Token> words) =>
        words.Length is > 0 and <= MaxLength && SaysOf(kind, words) is not null && !words.All(IsEmpty)
            ? $"{kind}\t{string.Join(' ', words.Select(Key))}"
            : null;

    // Numbers, forms of "to be" and words such as "too", "no" and "one" by themselves tell nothing of their own.
    private static bool IsEmpty(Token word) => word.IsNumber || Array.Exists(Empty, group => PropositionWords.Shipped.Is(group, word.Text));

    /// <summary>The candidates that they are, outside of names.</summary>
    public IEnumerable<ClaimCandidate> Find(ClaimMessage text)
    {
        for (var start = 0; start < text.Tokens.Length; start++)
        {
            if (text.NameAt(start) >= 0 || !_phrases.TryGetValue(Key(text.Tokens[start]), out var phrases))
                continue;
            foreach (var (kind, words) in phrases)
            {
                if (
                    start + words.Length <= text.Tokens.Length
                    && Enumerable.Range(0, words.Length).All(index => Key(text.Tokens[start + index]) == words[index])
                    && SaysOf(kind, text.Tokens.Slice(start, words.Length)) is { } says
                )
                    yield return new ClaimCandidate(kind, start, words.Length, says);
            }
        }
    }

    private static ClaimPhrases Load()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("learned/phrases.txt")!);
        return Read(reader.ReadToEnd().Split('\n'));
    }

    private static string Key(Token token) => token.IsNumber ? "#" : token.Text;

    // What words of a kind say; null where they alone do not tell it.
    private static Assertion? SaysOf(string kind, ImmutableArray<Token> words) =>
        kind switch
        {
            "component" when ComponentOf(words) is { } part => new Assertion(Aspect.Component) { Component = part },
            "commercial" => new Assertion(Aspect.CommercialUse),
            "outputs" => new Assertion(Aspect.Outputs),
            "unrestricted" => new Assertion(Aspect.Restrictions) { IsUnlimited = true },
            "no_training"
            or "naming"
            or "field_of_use"
            or "share_alike"
            or "attribution"
            or "hosting"
            or "royalty"
            or "territory"
            or "registration" => new Assertion(Aspect.Restrictions) { Condition = kind.Replace('_', '-') },
            _ when ClaimKinds.Terms.TryGetValue(kind, out var term) => new Assertion(Aspect.Openness) { Term = term },
            _ => null,
        };

    // "52k instructions" and "audio" are data, "recipe" and "configs" are code; what neither word tells is of no component.
    private static string? ComponentOf(ImmutableArray<Token> words) =>
        PropositionWords
            .Shipped.Find(words, _ => false)
            .Where(hit => hit.Group is "components" or "component_nouns")
            .OrderBy(hit => hit.Group == "components" ? 0 : 1)
            .ThenByDescending(hit => hit.Count)
            .Select(hit => hit.Value)
            .FirstOrDefault();
}
