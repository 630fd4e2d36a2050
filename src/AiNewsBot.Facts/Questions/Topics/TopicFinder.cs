using System.Collections.Immutable;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions.Topics;

/// <summary>
/// Finds the topic that a question asks about: by BM25 over names, ways of asking and texts of the topics, and by how near the nearest way
/// of asking is.
/// </summary>
internal sealed class TopicFinder
{
    // The usual parameters of BM25; what a topic is called or asked for counts more than what its text says.
    private const double Saturation = 1.2;
    private const double LengthShare = 0.75;
    private const double AskWeight = 2;
    private const double NameWeight = 3;

    // The share of its ways of asking that must contain a name for the topic to be about it.
    private const double AboutShare = 0.25;

    // A word that is in no topic may be small talk: it tells less against one than a word of another topic.
    private const double UnseenShare = 0.5;

    private readonly FactBase _facts;
    private readonly TopicWords _words;
    private readonly ImmutableArray<SubjectView> _topics;
    private readonly ImmutableArray<ImmutableHashSet<string>> _about;
    private readonly ImmutableArray<TopicAsk> _asks;
    private readonly Dictionary<string, ImmutableArray<(int Topic, double Score)>> _postings;
    private readonly Dictionary<string, ImmutableArray<int>> _asksWith;
    private readonly Dictionary<string, double> _weights;
    private readonly double _unseen;

    public TopicFinder(FactBase facts, Lexicon lexicon, EntityLinker linker)
    {
        (_facts, _words) = (facts, new TopicWords(lexicon));
        _topics = facts.Topics;
        var counts = _topics.Select(Counts).ToArray();
        _about = [.. _topics.Select(topic => AboutOf(topic, linker))];
        _unseen = Math.Log(1 + _topics.Length);
        _weights = counts
            .SelectMany(count => count.Keys)
            .GroupBy(word => word)
            .ToDictionary(group => group.Key, group => Math.Log(1 + (_topics.Length - group.Count() + 0.5) / (group.Count() + 0.5)));
        var average = counts.Select(count => count.Values.Sum()).DefaultIfEmpty(1).Average();
        _postings = counts
            .SelectMany(
                (count, topic) =>
                {
                    var rest = Saturation * (1 - LengthShare + LengthShare * count.Values.Sum() / average);
                    return count.Select(pair =>
                        (pair.Key, Topic: topic, Score: Weight(pair.Key) * pair.Value * (Saturation + 1) / (pair.Value + rest))
                    );
                }
            )
            .GroupBy(posting => posting.Key)
            .ToDictionary(group => group.Key, group => group.Select(posting => (posting.Topic, posting.Score)).ToImmutableArray());
        _asks = [.. _topics.SelectMany((topic, index) => AsksOf(topic).Select(ask => AskOf(index, ask)))];
        _asksWith = _asks
            .SelectMany((ask, index) => ask.Words.Select(word => (word, index)))
            .GroupBy(pair => pair.word)
            .ToDictionary(group => group.Key, group => group.Select(pair => pair.index).ToImmutableArray());
    }

    /// <summary>The best topic among those that concern all that is named; null when nothing is shared with any.</summary>
    /// <param name="tokens">The words of the question.</param>
    /// <param name="links">The names in it.</param>
    /// <param name="named">Topics and terms that it calls by their names.</param>
    /// <param name="without">A way of asking that is left out, to see how the others are found.</param>
    public TopicMatch? Find(
        ImmutableArray<Token> tokens,
        ImmutableArray<EntityLink> links,
        ImmutableArray<EntityLink> named,
        string? without = null
    )
    {
        var words = _words.Of(tokens);
        var total = 0.0;
        foreach (var word in words)
            total += _weights.TryGetValue(word, out var weight) ? weight : UnseenShare * _unseen;
        if (total == 0)
            return null;
        Span<double> scores = stackalloc double[_topics.Length];
        Span<double> nearest = stackalloc double[_topics.Length];
        Span<int> shared = stackalloc int[_topics.Length];
        scores.Clear();
        nearest.Clear();
        shared.Clear();
        foreach (var word in words)
        {
            foreach (var (topic, score) in _postings.GetValueOrDefault(word, []))
                scores[topic] += score / (total * (Saturation + 1));
        }

        Span<double> common = _asks.Length <= 1024 ? stackalloc double[_asks.Length] : new double[_asks.Length];
        Span<int> both = _asks.Length <= 1024 ? stackalloc int[_asks.Length] : new int[_asks.Length];
        common.Clear();
        both.Clear();
        foreach (var word in words)
        {
            foreach (var index in _asksWith.GetValueOrDefault(word, []))
                (common[index], both[index]) = (common[index] + Weight(word), both[index] + 1);
        }

        for (var i = 0; i < common.Length; i++)
        {
            if (common[i] == 0 || _asks[i].Text == without)
                continue;
            var likeness = 2 * common[i] / (total + _asks[i].Weight);
            if (likeness > nearest[_asks[i].Topic])
                (nearest[_asks[i].Topic], shared[_asks[i].Topic]) = (likeness, both[i]);
        }

        var unseen = 0;
        foreach (var word in words)
            unseen += _weights.ContainsKey(word) ? 0 : 1;
        TopicMatch? best = null;
        for (var topic = 0; topic < _topics.Length; topic++)
        {
            var called = Called(named, _topics[topic].Id, tokens.Length);
            var score = (scores[topic] + nearest[topic]) / 2 + called;
            if (score > 0 && (best is null || score > best.Score) && (called > 0 || Concerns(_about[topic], links)))
                best = new TopicMatch(_topics[topic], score, nearest[topic], shared[topic], called > 0)
                {
                    Unseen = unseen,
                    IsGeneral = _about[topic].IsEmpty,
                };
        }

        return best;
    }

    // What is called by its name is meant, the more the longer the name is in the question.
    private static double Called(ImmutableArray<EntityLink> named, string id, int length)
    {
        var words = 0;
        foreach (var link in named)
        {
            if (link.Subject.Id == id)
                words = Math.Max(words, link.Count);
        }

        return words == 0 ? 0 : 0.15 + 0.3 * words / length;
    }

    // Why Musk sued OpenAI is no answer to why he sued another. What holds of merges in general holds of one of Mistral 7B.
    private bool Concerns(ImmutableHashSet<string> about, ImmutableArray<EntityLink> links)
    {
        if (about.IsEmpty)
            return true;
        foreach (var link in links)
        {
            var named = link.Subject;
            if (
                !(
                    named is Licence
                    || about.Contains(named.Id)
                    || _facts.FamilyOf(named) is { } family && about.Contains(family.Id)
                    || _facts.MakerOf(named) is { } maker && about.Contains(maker.Id)
                )
            )
                return false;
        }

        return true;
    }

    // What it says it is about, and what ways of asking name again and again: what one names is an example of many.
    private static ImmutableHashSet<string> AboutOf(SubjectView topic, EntityLinker linker)
    {
        var asks = AsksOf(topic)
            .Select(ask =>
                linker
                    .LinkExactly(Tokenizer.Split(ask))
                    .Where(link => link.Subject is not Licence)
                    .Select(link => link.Subject.Id)
                    .Distinct()
            )
            .ToArray();
        return
        [
            .. topic.Subject.Related,
            .. asks.SelectMany(named => named)
                .GroupBy(id => id)
                .Where(named => named.Count() >= AboutShare * asks.Length)
                .Select(named => named.Key),
        ];
    }

    // Who puts forward what a sentence of the topic denies asks for the topic.
    private static IEnumerable<string> AsksOf(SubjectView topic) =>
        topic.Subject.Asks.Concat(topic.All(Properties.Says).SelectMany(TopicPremise.In).Select(premise => premise.Text));

    private Dictionary<string, double> Counts(SubjectView topic)
    {
        var counts = new Dictionary<string, double>();
        void Add(string text, double weight)
        {
            foreach (var word in _words.Of(Tokenizer.Split(text)))
                counts[word] = counts.GetValueOrDefault(word) + weight;
        }

        foreach (var name in topic.Subject.Aliases.Prepend(topic.Name))
            Add(name, NameWeight);
        foreach (var ask in AsksOf(topic))
            Add(ask, AskWeight);
        foreach (var says in topic.All(Properties.Says))
            Add(says.Value, 1);
        return counts;
    }

    private TopicAsk AskOf(int topic, string ask)
    {
        var words = _words.Of(Tokenizer.Split(ask));
        return new TopicAsk(topic, ask, words, words.Sum(Weight));
    }

    private double Weight(string word) => _weights.GetValueOrDefault(word, _unseen);
}
