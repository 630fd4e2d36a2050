namespace AiNewsBot.Facts.Questions.Topics;

/// <summary>
/// How much all words of a text together speak for each topic and against the others, as naive Bayes weighs them by what the other topics
/// hold (Rennie and others, 2003): a long text shares a small part of its words with any one way of asking.
/// </summary>
internal sealed class TopicEvidence
{
    // Of a word that a topic does not hold, measured with ways of asking that were left out.
    private const double Unheld = 0.6;

    // Between the sum over the words, by which long texts are too sure, and their mean, by which one word counts as much as ten.
    private const double LengthPower = 0.7;

    private readonly Dictionary<string, (int Topic, double Gain)[]> _gains;
    private readonly double[] _absent;

    /// <param name="counts">How often each topic holds each word.</param>
    public TopicEvidence(IReadOnlyList<Dictionary<string, double>> counts)
    {
        var totals = new Dictionary<string, double>();
        foreach (var (word, count) in counts.SelectMany(topic => topic))
            totals[word] = totals.GetValueOrDefault(word) + count;
        var all = totals.Values.Sum();
        var prior = Unheld * totals.Count;
        _absent =
        [
            .. counts
                .Select(topic => topic.Values.Sum())
                .Select(held => Math.Log(Unheld / (held + prior)) - Math.Log(Unheld / (all - held + prior))),
        ];
        _gains = counts
            .SelectMany((topic, index) => topic.Select(pair => (pair.Key, Topic: index, pair.Value)))
            .GroupBy(held => held.Key)
            .ToDictionary(held => held.Key, held => held.Select(one => (one.Topic, Gain(one.Value, totals[held.Key]))).ToArray());
    }

    /// <summary>Adds the evidence of a text to the scores of the topics.</summary>
    public void AddTo(Span<double> scores, ReadOnlySpan<string> words, double weight)
    {
        var known = 0;
        foreach (var word in words)
            known += _gains.ContainsKey(word) ? 1 : 0;
        if (known == 0)
            return;
        var share = weight / Math.Pow(known, LengthPower);
        for (var topic = 0; topic < scores.Length; topic++)
            scores[topic] += share * known * _absent[topic];
        foreach (var word in words)
        {
            foreach (var (topic, gain) in _gains.GetValueOrDefault(word, []))
                scores[topic] += share * gain;
        }
    }

    private static double Gain(double held, double total) =>
        Math.Log((held + Unheld) / Unheld) + Math.Log((total + Unheld) / (total - held + Unheld));
}
