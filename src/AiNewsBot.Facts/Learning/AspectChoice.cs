using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace AiNewsBot.Facts.Learning;

/// <summary>Which readings of a question are taken.</summary>
internal static class AspectChoice
{
    // Chosen on held-out rows: below, what is asked besides is as often only spoken of.
    private const float AskedToo = 0.5f;
    private const float MinFirst = 0.12f;

    // Behind "and" a second thing is asked more often than the rows, most of which ask one, let expect.
    private const float JoinedToo = 0.3f;
    private const float JoinedFirst = 0.2f;

    /// <summary>The labels of all that is asked, the likeliest first, and how likely they are together among those that fit.</summary>
    /// <param name="labels">The labels.</param>
    /// <param name="scores">Their scores.</param>
    /// <param name="fits">Whether a label fits the structure of the question, by its index.</param>
    /// <param name="isJoined">Whether the question joins two things.</param>
    public static (ImmutableArray<int> Asked, float Confidence) Choose(
        ImmutableArray<string> labels,
        AspectScores scores,
        Func<int, bool>? fits = null,
        bool isJoined = false
    )
    {
        var total = 0f;
        var bases = new string[labels.Length];
        Span<bool> fitting = stackalloc bool[labels.Length];
        for (var i = 0; i < labels.Length; i++)
        {
            bases[i] = Base(labels[i]);
            fitting[i] = fits is null || fits(i);
            if (fitting[i])
                total += scores.First[i];
        }

        // An aspect is likely by all of its labels, though its likelihood is split among them.
        var best = -1;
        var most = (0f, 0f);
        for (var i = 0; i < labels.Length; i++)
        {
            if (!fitting[i])
                continue;
            var order = (MassOf(bases[i], bases, scores, fitting), scores.First[i]);
            if (best < 0 || order.CompareTo(most) > 0)
                (best, most) = (i, order);
        }

        if (best < 0)
            return ([], 0);
        var asked = ImmutableArray.CreateBuilder<int>();
        asked.Add(best);
        for (var i = 0; i < labels.Length; i++)
        {
            if (
                i != best
                && fitting[i]
                && (
                    scores.Asked[i] >= AskedToo && scores.First[i] >= MinFirst
                    || isJoined && scores.Asked[i] >= JoinedToo && scores.First[i] >= JoinedFirst
                )
                && bases[i] != bases[best]
                && !IsAlone(bases[i])
                && !IsAlone(bases[best])
            )
                asked.Add(i);
        }

        asked.Sort((one, other) => scores.First[other].CompareTo(scores.First[one]));
        var sure = 0f;
        for (var i = 0; i < labels.Length; i++)
        {
            if (fitting[i] && IsOfAny(asked, bases, bases[i]))
                sure += scores.First[i];
        }

        return (asked.ToImmutable(), sure / total);
    }

    private static float MassOf(string aspect, string[] bases, AspectScores scores, ReadOnlySpan<bool> fitting)
    {
        var mass = 0f;
        for (var i = 0; i < bases.Length; i++)
        {
            if (fitting[i] && bases[i] == aspect)
                mass += scores.First[i];
        }

        return mass;
    }

    private static bool IsOfAny(ImmutableArray<int>.Builder asked, string[] bases, string aspect)
    {
        foreach (var index in asked)
        {
            if (bases[index] == aspect)
                return true;
        }

        return false;
    }

    // There are few labels, and each is asked for its base several times a question.
    private static readonly ConcurrentDictionary<string, string> Bases = new();

    /// <summary>A label without its detail.</summary>
    public static string Base(string label) =>
        Bases.GetOrAdd(label, static one => one.IndexOf('.', StringComparison.Ordinal) is var dot and >= 0 ? one[..dot] : one);

    // Asked with something else, these are only another reading of it.
    private static bool IsAlone(string aspect) =>
        aspect is "overview" or "out_of_scope" or "topic" or "definition" or "compare" or "list" or "news";
}
