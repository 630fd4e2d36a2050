using System.Reflection;
using System.Runtime.InteropServices;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Claims;

/// <summary>
/// Two logistic regressions that were learned from annotated messages: whether a candidate is said, denied or neither, and of which name.
/// The file: for each bucket a signed byte for each answer to the first, then one for each bucket of the second.
/// </summary>
internal sealed class ClaimClassifier(ReadOnlyMemory<byte> weights)
{
    /// <summary>By how much weights are multiplied to be kept in a byte each.</summary>
    public const float Scale = 24;

    /// <summary>How many answers there are to whether a candidate is said.</summary>
    public const int Answers = 3;

    /// <summary>How many bytes the file has.</summary>
    public const int Size = (Answers + 1) * ClaimFeatures.Buckets;

    private readonly ReadOnlyMemory<byte> _weights =
        weights.Length == Size ? weights : throw new InvalidDataException($"The file has {weights.Length} bytes and not {Size}.");

    private static readonly Lazy<ClaimClassifier> Loaded = new(() =>
        new ClaimClassifier(EmbeddedFile.Read(Assembly.GetExecutingAssembly(), "learned/claims.bin"))
    );

    /// <summary>The one that comes with the program.</summary>
    public static ClaimClassifier Shipped => Loaded.Value;

    /// <summary>How likely it is that a candidate with these features is said, and denied.</summary>
    public (float Said, float Denied) GetClaimLikelihood(ReadOnlySpan<int> features)
    {
        var all = MemoryMarshal.Cast<byte, sbyte>(_weights.Span);
        var (neither, said, denied) = (0, 0, 0);
        foreach (var feature in features)
        {
            neither += all[Answers * feature];
            said += all[Answers * feature + 1];
            denied += all[Answers * feature + 2];
        }

        var max = Math.Max(neither, Math.Max(said, denied));
        var (a, b, c) = (Exp(neither - max), Exp(said - max), Exp(denied - max));
        return (b / (a + b + c), c / (a + b + c));

        static float Exp(int sum) => MathF.Exp(sum / Scale);
    }

    /// <summary>How likely it is that a candidate is said of the name with which it has these features.</summary>
    public float GetSubjectLikelihood(ReadOnlySpan<int> features)
    {
        var all = MemoryMarshal.Cast<byte, sbyte>(_weights.Span)[(Answers * ClaimFeatures.Buckets)..];
        var sum = 0;
        foreach (var feature in features)
            sum += all[feature];
        return 1 / (1 + MathF.Exp(-sum / Scale));
    }
}
