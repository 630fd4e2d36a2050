using System.Buffers;
using System.Collections.Immutable;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions.Topics;

/// <summary>
/// Finds the topic that a question asks about: by BM25 over names, ways of asking and texts of the topics, by how near the nearest ways of
/// asking are, and by what all words together speak for. Measured with ways of asking that were left out (the training's `topics`).
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

    // One way of asking may be near by chance, several are not; and a long text covers few of its own words, so that it counts more how
    // much of a way of asking it covers.
    private const int NearestCount = 3;
    private const double CoverageWeight = 1.5 * 1.5;
    private const double EvidenceWeight = 0.03;

    // How the ids of makers' own licences begin.
    private const string OwnLicence = "LicenseRef-";

    // How many topics may be the one that holds for a case, before its signs are read.
    private const int MaxCandidates = 12;

    // A word that is in no topic may be small talk: it tells less against one than a word of another topic.
    private const double UnseenShare = 0.5;

    private readonly FactBase _facts;
    private readonly TopicWords _words;
    private readonly ImmutableArray<SubjectView> _topics;
    private readonly ImmutableArray<ImmutableHashSet<string>> _about;
    private readonly ImmutableArray<ImmutableArray<ImmutableHashSet<string>>> _named;
    private readonly ImmutableArray<TopicAsk> _asks;
    private readonly Dictionary<string, ImmutableArray<(int Topic, double Score)>> _postings;
    private readonly Dictionary<string, ImmutableArray<int>> _asksWith;
    private readonly Dictionary<string, double> _weights;
    private readonly TopicEvidence _evidence;
    private readonly double _unseen;

    public TopicFinder(FactBase facts, Lexicon lexicon, EntityLinker linker)
    {
        (_facts, _words) = (facts, new TopicWords(lexicon));
        _topics = facts.Topics;
        var counts = _topics.Select(Counts).ToArray();
        _about = [.. _topics.Select(topic => AboutOf(topic, linker))];
        _named = [.. _topics.Select(topic => NamedIn(topic, linker))];
        _evidence = new TopicEvidence(counts);
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
    public TopicMatch? Find(ImmutableArray<Token> tokens, ImmutableArray<EntityLink> links, ImmutableArray<EntityLink> named)
    {
        var words = _words.Of(tokens);
        var total = 0.0;
        foreach (var word in words)
            total += _weights.TryGetValue(word, out var weight) ? weight : UnseenShare * _unseen;
        if (total == 0)
            return null;
        Span<double> scores = stackalloc double[_topics.Length];
        Span<double> fits = stackalloc double[_topics.Length];
        Span<double> likeness = stackalloc double[_topics.Length];
        Span<int> shared = stackalloc int[_topics.Length];
        scores.Clear();
        fits.Clear();
        likeness.Clear();
        shared.Clear();
        foreach (var word in words)
        {
            foreach (var (topic, score) in _postings.GetValueOrDefault(word, []))
                scores[topic] += score / (2 * total * (Saturation + 1));
        }

        AddNearest(words.AsSpan(), total, likeness, fits, shared);
        for (var topic = 0; topic < _topics.Length; topic++)
        {
            fits[topic] = scores[topic] + fits[topic] / (2 * NearestCount);
            scores[topic] += likeness[topic] / 2;
        }

        _evidence.AddTo(fits, words.AsSpan(), EvidenceWeight);
        var unseen = 0;
        foreach (var word in words)
            unseen += _weights.ContainsKey(word) ? 0 : 1;
        var (best, general, second) = (-1, -1, double.NegativeInfinity);
        for (var topic = 0; topic < _topics.Length; topic++)
        {
            var called = Called(named, _topics[topic].Id, tokens.Length);
            if (called <= 0 && (scores[topic] <= 0 || !Concerns(_about[topic], links)))
                continue;
            scores[topic] += called;
            if (best < 0 || scores[topic] > scores[best])
                best = topic;
            if (!_about[topic].IsEmpty)
                continue;
            if (general >= 0)
                second = Math.Max(second, Math.Min(fits[topic], fits[general]));
            if (general < 0 || fits[topic] > fits[general])
                general = topic;
        }

        if (best < 0)
            return null;
        var found = MatchOf(best, scores, fits, likeness, shared);
        return found with
        {
            General = general < 0 ? null : MatchOf(general, scores, fits, likeness, shared) with { Lead = fits[general] - second },
            Candidates = Ranked(scores, fits, likeness, shared),
        };

        ImmutableArray<TopicMatch> Ranked(Span<double> scores, Span<double> fits, Span<double> likeness, Span<int> shared)
        {
            var ranked = ImmutableArray.CreateBuilder<TopicMatch>(MaxCandidates);
            for (var topic = 0; topic < _topics.Length; topic++)
            {
                if (!_about[topic].IsEmpty || scores[topic] <= 0)
                    continue;
                var at = ranked.Count;
                while (at > 0 && ranked[at - 1].Fit < fits[topic])
                    at--;
                if (at == MaxCandidates)
                    continue;
                if (ranked.Count == MaxCandidates)
                    ranked.RemoveAt(MaxCandidates - 1);
                ranked.Insert(at, MatchOf(topic, scores, fits, likeness, shared));
            }

            return ranked.DrainToImmutable();
        }

        TopicMatch MatchOf(int topic, Span<double> scores, Span<double> fits, Span<double> likeness, Span<int> shared) =>
            new(_topics[topic], scores[topic], likeness[topic], shared[topic], Called(named, _topics[topic].Id, tokens.Length) > 0)
            {
                Fit = fits[topic],
                Unseen = unseen,
                IsGeneral = _about[topic].IsEmpty,
                Named = _named[topic],
            };
    }

    // How like the nearest way of asking of each topic is, how many words are shared with it, and how far the nearest ones are covered.
    private void AddNearest(ReadOnlySpan<string> words, double total, Span<double> likeness, Span<double> fits, Span<int> shared)
    {
        var (common, both) = (ArrayPool<double>.Shared.Rent(_asks.Length), ArrayPool<int>.Shared.Rent(_asks.Length));
        common.AsSpan().Clear();
        both.AsSpan().Clear();
        foreach (var word in words)
        {
            foreach (var index in _asksWith.GetValueOrDefault(word, []))
                (common[index], both[index]) = (common[index] + Weight(word), both[index] + 1);
        }

        Span<double> nearest = stackalloc double[NearestCount];
        for (var i = 0; i < _asks.Length; )
        {
            var topic = _asks[i].Topic;
            nearest.Clear();
            for (; i < _asks.Length && _asks[i].Topic == topic; i++)
            {
                if (common[i] == 0)
                    continue;
                var like = 2 * common[i] / (total + _asks[i].Weight);
                if (like > likeness[topic])
                    (likeness[topic], shared[topic]) = (like, both[i]);
                Keep(nearest, (1 + CoverageWeight) * common[i] / (total + CoverageWeight * _asks[i].Weight));
            }

            foreach (var near in nearest)
                fits[topic] += near;
        }

        ArrayPool<double>.Shared.Return(common);
        ArrayPool<int>.Shared.Return(both);
    }

    // Takes a value in the place of the least of those that are kept, where it is more.
    private static void Keep(Span<double> values, double value)
    {
        var least = 0;
        for (var i = 1; i < values.Length; i++)
            least = values[i] < values[least] ? i : least;
        values[least] = Math.Max(values[least], value);
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

    // The subjects that each of its sentences is about: the first that it names, and those in the genitive. Licences that many use, and
    // programs, are no case of theirs.
    private static ImmutableArray<ImmutableHashSet<string>> NamedIn(SubjectView topic, EntityLinker linker) =>
        [
            .. topic
                .All(Properties.Says)
                .Select(says => Tokenizer.Split(says.Value))
                .Select(tokens =>
                    linker
                        .LinkExactly(tokens)
                        .Where(link => IsMaker(link.Subject))
                        .Where((link, index) => index == 0 || tokens[link.End - 1].IsPossessive)
                        .SelectMany(link => link.Candidates)
                        .Select(named => named.Id)
                        .ToImmutableHashSet()
                ),
        ];

    private static bool IsMaker(SubjectView named) =>
        named.IsModel
        || named.Subject.Kind == SubjectKind.Organization
        || named is Licence && named.Id.StartsWith(OwnLicence, StringComparison.Ordinal);

    // What it says it is about, and what ways of asking name again and again: what one names is an example of many. What holds for a case
    // by its signs is about none, though most ask for it with the same name.
    private static ImmutableHashSet<string> AboutOf(SubjectView topic, EntityLinker linker)
    {
        if (RuleSigns.Shipped.Topics.Contains(topic.Id))
            return [];
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
        return new TopicAsk(topic, words, words.Sum(Weight));
    }

    private double Weight(string word) => _weights.GetValueOrDefault(word, _unseen);
}
