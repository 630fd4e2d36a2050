using AiNewsBot.Facts.Claims;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Training;

/// <summary>Learns from annotated messages whether a candidate is said, and of which name. One thread and a fixed order: the same rows give
/// the same bytes.</summary>
internal static class ClaimTrainer
{
    private const int Epochs = 14;
    private const float Rate = 0.25f;
    private const float Decay = 1e-6f;
    private const int Seed = 20261130;

    /// <summary>The words by which messages say things, in order, each once.</summary>
    public static string[] Phrases(IEnumerable<AnnotatedMessage> messages) =>
        [
            .. messages
                .SelectMany(message => message.Claims)
                .Select(claim => ClaimPhrases.LineOf(claim.Kind, Tokenizer.Split(claim.Words)))
                .OfType<string>()
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>The weights, each in a byte.</summary>
    public static byte[] Train(IReadOnlyCollection<ReadMessage> messages)
    {
        var (said, of) = Examples(messages);
        return [.. Quantise(Learn(said, ClaimClassifier.Answers)), .. Quantise(LearnOf(of))];
    }

    private static (List<(int[] Features, int Answer)> Said, List<(int[] Features, bool IsOf)> Of) Examples(
        IEnumerable<ReadMessage> messages
    )
    {
        var (said, of) = (new List<(int[], int)>(), new List<(int[], bool)>());
        Span<int> buckets = stackalloc int[ClaimFeatures.Max];
        foreach (var message in messages)
        {
            var objects = message.Objects();
            SubjectView? lastSubject = null;
            foreach (var candidate in message.Candidates)
            {
                var gold = message.Gold.Where(one => one.Candidate == candidate).ToArray();
                said.Add(
                    (
                        buckets[..message.Features.Collect(candidate, buckets)].ToArray(),
                        gold.Length == 0 ? 0
                        : gold[0].Claim.Not ? 2
                        : 1
                    )
                );
                if (gold.Length == 0)
                    continue;
                for (var name = 0; name < message.Text.Names.Length; name++)
                {
                    if (message.IsOf(candidate, gold, name) is { } isOf)
                        of.Add((buckets[..message.Features.Collect(candidate, name, lastSubject, objects, buckets)].ToArray(), isOf));
                }

                lastSubject = message.LastSubject(gold) ?? lastSubject;
            }
        }

        return (said, of);
    }

    private static float[] Learn(List<(int[] Features, int Answer)> examples, int answers)
    {
        var weights = new float[answers * ClaimFeatures.Buckets];
        var squares = new float[weights.Length];
        var random = new Random(Seed);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        Span<float> sums = stackalloc float[answers];
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var at in order)
            {
                var (features, answer) = examples[at];
                sums.Clear();
                foreach (var feature in features)
                {
                    for (var one = 0; one < answers; one++)
                        sums[one] += weights[answers * feature + one];
                }

                var total = 0f;
                for (var one = 0; one < answers; one++)
                    total += sums[one] = MathF.Exp(Math.Clamp(sums[one], -30, 30));
                for (var one = 0; one < answers; one++)
                {
                    var error = sums[one] / total - (one == answer ? 1 : 0);
                    foreach (var feature in features)
                    {
                        var place = answers * feature + one;
                        var gradient = error + Decay * weights[place];
                        squares[place] += gradient * gradient;
                        weights[place] -= Rate * gradient / MathF.Sqrt(squares[place] + 1) / 4;
                    }
                }
            }
        }

        return weights;
    }

    private static float[] LearnOf(List<(int[] Features, bool IsOf)> examples)
    {
        var both = Learn([.. examples.Select(one => (one.Features, one.IsOf ? 1 : 0))], 2);
        return [.. Enumerable.Range(0, ClaimFeatures.Buckets).Select(index => both[2 * index + 1] - both[2 * index])];
    }

    private static IEnumerable<byte> Quantise(float[] weights) =>
        weights.Select(weight =>
            unchecked((byte)(sbyte)Math.Clamp(MathF.Round(weight * ClaimClassifier.Scale), sbyte.MinValue, sbyte.MaxValue))
        );
}
