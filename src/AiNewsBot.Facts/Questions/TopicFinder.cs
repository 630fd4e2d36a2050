using System.Collections.Immutable;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions;

/// <summary>Finds the topic that a question asks about, by the words that it shares with the ways in which people ask for it.</summary>
internal sealed class TopicFinder
{
    private readonly HashSet<string> _weightless;
    private readonly FactBase _facts;
    private readonly Lexicon _lexicon;
    private readonly Dictionary<string, ImmutableArray<int>> _byWord;
    private readonly Dictionary<string, double> _weights;
    private readonly ImmutableArray<Ask> _asks;
    private readonly double _unseen;

    public TopicFinder(FactBase facts, Lexicon lexicon, Linker linker)
    {
        (_facts, _lexicon) = (facts, lexicon);
        _weightless = lexicon.FillWords.Select(Stem).ToHashSet();
        var asks = facts.Topics.SelectMany(topic => topic.Subject.Asks.Select(Tokenizer.Split).Select(tokens => (Topic: topic, Words: Words(tokens), About: About(topic, linker.LinkExactly(tokens))))).ToArray();
        _weights = asks.SelectMany(ask => ask.Words).GroupBy(word => word)
            .ToDictionary(group => group.Key, group => Math.Log(1 + (double)asks.Length / group.Count()));
        _unseen = Math.Log(1 + asks.Length);
        _asks = [.. asks.Select(ask => new Ask(ask.Topic, ask.Words, ask.About, ask.Words.Sum(Weight)))];
        _byWord = _asks.SelectMany((ask, index) => ask.Words.Select(word => (word, index))).GroupBy(pair => pair.word)
            .ToDictionary(group => group.Key, group => group.Select(pair => pair.index).ToImmutableArray());
    }

    /// <summary>The best topic among those that concern everybody named, and how much of question and ask they share: 1 when they are the same words, 0 when none.</summary>
    public TopicMatch? Find(ImmutableArray<Token> tokens, ImmutableArray<Link> links)
    {
        var words = Words(tokens);
        var total = words.Sum(Weight);
        if (total == 0)
            return null;
        var shared = new Dictionary<int, (double Weight, int Words)>();
        foreach (var word in words)
        {
            foreach (var index in _byWord.GetValueOrDefault(word, []))
                shared[index] = (shared.GetValueOrDefault(index).Weight + Weight(word), shared.GetValueOrDefault(index).Words + 1);
        }

        TopicMatch? best = null;
        foreach (var (index, (weight, count)) in shared)
        {
            var score = 2 * weight / (total + _asks[index].Weight);
            if ((best is null || score > best.Score) && links.All(link => Concerns(_asks[index].About, link.Subject)))
                best = new TopicMatch(_asks[index].Topic, score, count);
        }

        return best;
    }

    // Why Musk sued OpenAI is no answer to why he sued somebody else.
    private bool Concerns(ImmutableHashSet<string> about, SubjectView named) =>
        named is Licence || about.Contains(named.Id) || _facts.FamilyOf(named) is { } family && about.Contains(family.Id) || _facts.MakerOf(named) is { } maker && about.Contains(maker.Id);

    private static ImmutableHashSet<string> About(SubjectView topic, List<Link> links) => [.. topic.Subject.Related.Concat(links.Select(link => link.Subject.Id))];

    // Function words tell little, but who, when and why tell what is asked.
    private ImmutableArray<string> Words(ImmutableArray<Token> tokens) =>
        [.. tokens.Select(token => Stem(_lexicon.Synonyms.GetValueOrDefault(token.Text, token.Text))).Where(word => !_weightless.Contains(word)).Distinct()];

    private static string Stem(string word)
    {
        var one = word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1] : word;
        return one.Length > 4 && one.EndsWith("ing", StringComparison.Ordinal) ? one[..^3]
            : one.Length > 4 && one.EndsWith("ed", StringComparison.Ordinal) ? one[..^2]
            : one.Length > 4 && one.EndsWith('e') ? one[..^1]
            : one;
    }

    private double Weight(string word) => _weights.GetValueOrDefault(word, _unseen);

    private sealed record Ask(SubjectView Topic, ImmutableArray<string> Words, ImmutableHashSet<string> About, double Weight);
}
