using System.Collections.Immutable;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Questions.Names;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Tests.Questions;

/// <summary>Learns from headlines of which it is known whom they are about where a name that other things have, too, is that of a model or
/// its maker.</summary>
internal sealed class StoryTraining(FactBase facts)
{
    private const int Epochs = 20;
    private const float Rate = 0.25f;
    private const float Decay = 0.001f;

    private readonly EntityLinker _linker = new(NameIndex.Create(facts), Languages.Lexicon);
    private readonly Random _random = new(20261201);

    private readonly record struct Example(int[] Features, bool IsName);

    /// <summary>The weights, each in a byte.</summary>
    public byte[] Train(IEnumerable<string> rows) =>
        [.. Learn([.. rows.SelectMany(Examples)]).Select(weight => unchecked((byte)ToSByte(weight)))];

    private static sbyte ToSByte(float weight) =>
        (sbyte)Math.Clamp(MathF.Round(weight * StoryClassifier.Scale), sbyte.MinValue, sbyte.MaxValue);

    private IEnumerable<Example> Examples(string row)
    {
        var fields = row.Split('\t');
        var makers = fields[1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var tokens = Tokenizer.Split(fields[0]);
        var links = NameReader.StoryLinks(_linker, tokens);
        for (var i = 0; i < links.Length; i++)
        {
            if (StoryFeatures.FormOf(links[i], tokens) != NameForm.Certain && facts.MakerOf(links[i].Subject) is { } maker)
                yield return new Example(FeaturesOf(tokens, links, i), makers.Contains(maker.Id));
        }
    }

    private static int[] FeaturesOf(ImmutableArray<Token> tokens, ImmutableArray<EntityLink> links, int index)
    {
        Span<int> features = stackalloc int[StoryFeatures.MaxCount];
        return features[..StoryFeatures.Collect(tokens, links, index, features)].ToArray();
    }

    private float[] Learn(Example[] examples)
    {
        var weights = new float[StoryFeatures.Size];
        var squares = new float[weights.Length];
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            _random.Shuffle(examples);
            foreach (var (features, isName) in examples)
            {
                var sum = features.Sum(feature => weights[feature]);
                var error = 1 / (1 + MathF.Exp(-Math.Clamp(sum, -30, 30))) - (isName ? 1 : 0);
                foreach (var feature in features)
                {
                    var step = error + Decay * weights[feature];
                    squares[feature] += step * step;
                    weights[feature] -= Rate * step / MathF.Sqrt(squares[feature] + 1);
                }
            }
        }

        return weights;
    }
}
