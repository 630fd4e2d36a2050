using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.InteropServices;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions.Names;

/// <summary>How likely each role of a name is: a multinomial logistic regression that was learned from rows.</summary>
internal static class RoleClassifier
{
    /// <summary>By how much weights are multiplied to be kept in a byte each.</summary>
    public const float Scale = 16;

    /// <summary>How many roles there are.</summary>
    public const int Roles = (int)MentionRole.None + 1;

    private static readonly Lazy<ReadOnlyMemory<byte>> Weights = new(() =>
        EmbeddedFile.Read(Assembly.GetExecutingAssembly(), "learned/roles.bin")
    );

    /// <summary>Fills in the probabilities of the roles, in their order.</summary>
    public static void Classify(ImmutableArray<Token> tokens, ImmutableArray<Mention> mentions, int index, Span<float> probabilities)
    {
        Span<int> features = stackalloc int[RoleFeatures.MaxCount];
        features = features[..RoleFeatures.Collect(tokens, mentions, index, features)];
        var weights = MemoryMarshal.Cast<byte, sbyte>(Weights.Value.Span);
        var (most, total) = (float.MinValue, 0f);
        for (var role = 0; role < Roles; role++)
        {
            var sum = 0;
            foreach (var feature in features)
                sum += weights[role * RoleFeatures.Size + feature];
            probabilities[role] = sum / Scale;
            most = Math.Max(most, probabilities[role]);
        }

        for (var role = 0; role < Roles; role++)
            total += probabilities[role] = MathF.Exp(probabilities[role] - most);
        for (var role = 0; role < Roles; role++)
            probabilities[role] /= total;
    }
}
