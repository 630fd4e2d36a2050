using System.Collections.Immutable;
using System.Reflection;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Text;
using AiNewsBot.Facts.Yaml;

namespace AiNewsBot.Facts.Questions.Cues;

/// <summary>The words by which a clause puts something forward, read from a file that comes with the program.</summary>
internal sealed class PropositionWords
{
    private const int MaxUnspacedLength = 8;
    private const int MinCorrectedLength = 7;

    // Groups that tell what is claimed.
    private static readonly string[] Claiming = ["terms", "components", "commercial", "licences", "limits", "permission", "conditions"];

    private static readonly Lazy<PropositionWords> Loaded = new(Load);

    private readonly Dictionary<string, ImmutableArray<Phrase>> _phrases;
    private readonly Dictionary<string, HashSet<string>> _words;
    private readonly HashSet<string> _unspaced;
    private readonly HashSet<string> _known;
    private readonly SpellingCorrector _speller;

    private PropositionWords(MapNode root)
    {
        var phrases = root.Entries.SelectMany(group => PhrasesOf(group.Key.Text, group.Value)).ToArray();
        _phrases = phrases
            .GroupBy(phrase => phrase.Words[0])
            .ToDictionary(group => group.Key, group => group.OrderByDescending(phrase => phrase.Words.Length).ToImmutableArray());
        _words = phrases
            .Where(phrase => phrase.Words.Length == 1)
            .GroupBy(phrase => phrase.Group)
            .ToDictionary(group => group.Key, group => group.Select(phrase => phrase.Words[0]).ToHashSet());
        _unspaced = [.. phrases.SelectMany(phrase => phrase.Words).Where(word => Tokenizer.IsCjk(word[0]))];
        _known = [.. phrases.SelectMany(phrase => phrase.Words)];
        _speller = new SpellingCorrector(
            phrases.Where(phrase => Claiming.Contains(phrase.Group)).SelectMany(phrase => phrase.Words),
            MinCorrectedLength
        );
    }

    /// <summary>Those of the program.</summary>
    public static PropositionWords Shipped => Loaded.Value;

    /// <summary>Whether a word by itself is of a group.</summary>
    public bool Is(string group, string word) => _words[group].Contains(word);

    /// <summary>The word by which something is claimed from which a word of no language is one letter off; null without any.</summary>
    public string? Correct(string word) =>
        _known.Contains(word) || CommonEnglishWords.Find(word) != WordClasses.None ? null : _speller.Correct(word);

    /// <summary>Whether a word of a group is found from one index to another.</summary>
    public bool Has(string group, ImmutableArray<Token> tokens, int from, int to)
    {
        for (var i = Math.Max(0, from); i < to; i++)
        {
            if (Is(group, tokens[i].Text))
                return true;
        }

        return false;
    }

    /// <summary>Cuts what is written without spaces at the words that are known, the longest at each place.</summary>
    /// <param name="tokens">The words.</param>
    /// <param name="more">More words that are known; null for none.</param>
    public ImmutableArray<Token> Segment(ImmutableArray<Token> tokens, IReadOnlySet<string>? more = null)
    {
        if (!tokens.Any(token => Tokenizer.IsCjk(token.Text[0])))
            return tokens;
        var cut = ImmutableArray.CreateBuilder<Token>(tokens.Length * 2);
        foreach (var token in tokens)
        {
            var rest = 0;
            for (var at = 0; Tokenizer.IsCjk(token.Text[0]) && at < token.Text.Length; )
            {
                var count = Math.Min(MaxUnspacedLength, token.Text.Length - at);
                while (count > 0 && !IsKnown(token.Text.Substring(at, count)))
                    count--;
                if (count > 0)
                {
                    Add(token, rest, at);
                    Add(token, at, at + count);
                    rest = at + count;
                }

                at += Math.Max(1, count);
            }

            Add(token, rest, token.Text.Length);
        }

        return cut.ToImmutable();

        bool IsKnown(string word) => _unspaced.Contains(word) || more?.Contains(word) == true;

        void Add(Token token, int from, int to)
        {
            if (from < to)
                cut.Add(
                    token with
                    {
                        Text = token.Text[from..to],
                        Raw = to - from == token.Text.Length ? token.Raw : token.Text[from..to],
                    }
                );
        }
    }

    /// <summary>The phrases in a text; of a group the longest at each place. Words of names belong to none.</summary>
    public List<PhraseHit> Find(ImmutableArray<Token> tokens, Func<int, bool> isName)
    {
        var hits = new List<PhraseHit>(tokens.Length * 2);
        for (var start = 0; start < tokens.Length; start++)
        {
            if (isName(start) || !_phrases.TryGetValue(tokens[start].Text, out var phrases))
                continue;
            foreach (var phrase in phrases)
            {
                if (Matches(phrase.Words, tokens, start, isName) && !IsWithinLonger(hits, phrase, start) && !IsMonth(tokens, start))
                    hits.Add(new PhraseHit(phrase.Group, phrase.Value, start, phrase.Words.Length));
            }
        }

        return hits;
    }

    // "In May 2023" allows nothing.
    private static bool IsMonth(ImmutableArray<Token> tokens, int index) =>
        tokens[index].Text == "may" && index + 1 < tokens.Length && tokens[index + 1].IsNumber;

    private static bool IsWithinLonger(List<PhraseHit> hits, Phrase phrase, int start)
    {
        foreach (var hit in hits)
        {
            if (hit.Group == phrase.Group && hit.Start <= start && start + phrase.Words.Length <= hit.End)
                return true;
        }

        return false;
    }

    private static bool Matches(ImmutableArray<string> words, ImmutableArray<Token> tokens, int start, Func<int, bool> isName)
    {
        if (start + words.Length > tokens.Length)
            return false;
        for (var i = 0; i < words.Length; i++)
        {
            if (tokens[start + i].Text != words[i] || isName(start + i) || tokens[start + i].Sentence != tokens[start].Sentence)
                return false;
        }

        return true;
    }

    private static IEnumerable<Phrase> PhrasesOf(string group, Node node) =>
        node is MapNode map
            ? map.Entries.SelectMany(entry => ((ListNode)entry.Value).Items.Select(item => Create(group, entry.Key.Text, item)))
            : ((ListNode)node).Items.Select(item => Create(group, "", item));

    // Of a group that the program names both are one string, and compared by that.
    private static Phrase Create(string group, string value, Node item) =>
        new(string.Intern(group), value, [.. Tokenizer.Split(((TextNode)item).Text).Select(token => token.Text)]);

    private static PropositionWords Load()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("propositions.yaml")!);
        return new PropositionWords((MapNode)NodeReader.Read(reader)!);
    }

    private sealed record Phrase(string Group, string Value, ImmutableArray<string> Words);
}
