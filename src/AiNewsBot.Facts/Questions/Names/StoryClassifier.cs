using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.InteropServices;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions.Names;

/// <summary>How likely a name in a story is that of a model or its maker: a logistic regression that was learned from headlines.</summary>
internal static class StoryClassifier
{
    /// <summary>By how much weights are multiplied to be kept in a byte each.</summary>
    public const float Scale = 16;

    private static readonly Lazy<ReadOnlyMemory<byte>> Weights = new(() =>
        EmbeddedFile.Read(Assembly.GetExecutingAssembly(), "learned/stories.bin")
    );

    /// <summary>The probability of one of the names.</summary>
    public static float Classify(ImmutableArray<Token> tokens, ImmutableArray<EntityLink> links, int index)
    {
        Span<int> features = stackalloc int[StoryFeatures.MaxCount];
        features = features[..StoryFeatures.Collect(tokens, links, index, features)];
        var weights = MemoryMarshal.Cast<byte, sbyte>(Weights.Value.Span);
        var sum = 0;
        foreach (var feature in features)
            sum += weights[feature];
        return 1 / (1 + MathF.Exp(-sum / Scale));
    }
}
