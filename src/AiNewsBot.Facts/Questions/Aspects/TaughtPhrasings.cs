using System.Collections.Immutable;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Learning;
using AiNewsBot.Facts.Questions.Names;
using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.Facts.Questions.Aspects;

/// <summary>
/// Whole phrasings that moderators taught, such as "is MODEL kosher for my shop": a question that is nearly one of them asks the same. They
/// go before what is learned from rows, the nearest first.
/// </summary>
public sealed class TaughtPhrasings
{
    // How much of the features of both must be the same: a slip of the finger is, another verb is not.
    private const double Alike = 0.6;

    private readonly ImmutableArray<(string Label, ushort[] Features)> _phrasings;

    private TaughtPhrasings(ImmutableArray<(string, ushort[])> phrasings) => _phrasings = phrasings;

    /// <summary>None.</summary>
    internal static TaughtPhrasings None { get; } = new([]);

    /// <summary>Those of the facts.</summary>
    /// <param name="facts">The facts, with those that a server taught.</param>
    /// <param name="mask">Masks the names in a phrasing.</param>
    internal static TaughtPhrasings Create(FactBase facts, Func<string, ImmutableArray<MaskedWord>> mask) =>
        Taught(facts).ToImmutableArray() is { IsEmpty: false } taught
            ? new TaughtPhrasings([.. taught.Select(pair => (pair.Label, FeaturesOf(mask(pair.Text))))])
            : None;

    /// <summary>Rows for the next training, as files of rows have them: label, tab, phrasing.</summary>
    public static ImmutableArray<string> ToRows(FactBase facts) => [.. Taught(facts).Select(pair => $"{pair.Label}\t{pair.Text}")];

    /// <summary>The label of the nearest phrasing; null where none is near.</summary>
    internal string? Find(ImmutableArray<MaskedWord> masked)
    {
        if (_phrasings.IsEmpty)
            return null;
        var asked = FeaturesOf(masked);
        string? nearest = null;
        var best = Alike;
        foreach (var (label, features) in _phrasings)
        {
            var likeness = Likeness(asked, features);
            if (likeness > best)
                (best, nearest) = (likeness, label);
        }

        return nearest;
    }

    private static IEnumerable<(string Label, string Text)> Taught(FactBase facts) =>
        facts.Find(TaughtWords.Id) is not { } taught
            ? []
            : taught
                .Subject.Statements.Select(statement => (Label: TaughtWords.PhrasedBy(statement.Property), statement.Value))
                .Where(pair => pair.Label is not null)
                .Select(pair => (pair.Label!, pair.Value));

    // What is taught of a model that is not known yet is asked of those that are, too.
    private static ushort[] FeaturesOf(ImmutableArray<MaskedWord> masked)
    {
        Span<ushort> buckets = stackalloc ushort[Learning.Features.Max];
        MaskedWord[] words = [.. masked.Select(word => word.Mask == Masker.Unknown ? new MaskedWord(Masker.Model, null) : word)];
        ushort[] features = [.. buckets[..Learning.Features.Write(words, [], buckets)]];
        Array.Sort(features);
        return features;
    }

    // Dice's coefficient of two sorted bags.
    private static double Likeness(ushort[] one, ushort[] other)
    {
        var (i, j, both) = (0, 0, 0);
        while (i < one.Length && j < other.Length)
        {
            if (one[i] == other[j])
                (i, j, both) = (i + 1, j + 1, both + 1);
            else if (one[i] < other[j])
                i++;
            else
                j++;
        }

        return one.Length + other.Length == 0 ? 0 : 2.0 * both / (one.Length + other.Length);
    }
}
