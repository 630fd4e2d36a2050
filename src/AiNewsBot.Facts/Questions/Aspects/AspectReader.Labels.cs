using System.Collections.Immutable;
using AiNewsBot.Facts.Learning;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Questions.Aspects;

internal sealed partial class AspectReader
{
    // Of two readings that are about as likely, and together likelier than all others, both are told: less than all that is known, and what
    // was asked is among it.
    private ImmutableArray<string> Pair(AspectScores scores, Func<int, bool> fits)
    {
        int[] best =
        [
            .. Enumerable
                .Range(0, scores.First.Length)
                .Where(index => fits(index) && IsOfOne(classifier.Labels[index]))
                .OrderByDescending(index => scores.First[index])
                .Take(2),
        ];
        if (best.Length < 2 || best.Sum(index => scores.First[index]) < Together)
            return [];
        var labels = best.Select(index => classifier.Labels[index]).ToImmutableArray();

        // What restricts use is told with whether it may be used at all.
        return labels.Select(AspectChoice.Base).Order().SequenceEqual(["commercial_use", "restrictions"]) ? ["commercial_use"] : labels;
    }

    // What is asked of one subject at a time.
    private static bool IsOfOne(string label) =>
        AspectChoice.Base(label) is not ("overview" or "out_of_scope" or "topic" or "definition" or "compare" or "list" or "news");

    /// <summary>Whether a sentence asks something that could be answered, rather than only names a model.</summary>
    public bool IsAsking(ImmutableArray<MaskedWord> masked, ImmutableArray<string> marks)
    {
        var (asked, confidence) = AspectChoice.Choose(classifier.Labels, classifier.Score(masked.AsSpan(), marks.AsSpan()));
        return confidence >= Sure && AspectChoice.Base(classifier.Labels[asked[0]]) is not ("overview" or "out_of_scope");
    }

    // "Who made it and when", not "Llama and Gemma".
    private static bool IsJoined(ImmutableArray<MaskedWord> masked)
    {
        for (var i = 1; i + 1 < masked.Length; i++)
        {
            if (
                masked[i].Mask is "and" or "und" or "et" or "y" or "e" or "aur" or "plus"
                && !(masked[i - 1].Letters is null && masked[i + 1].Letters is null)
            )
                return true;
        }

        return false;
    }

    private static string LabelOf(SubjectView topic) => topic.Subject.IsDefinition ? "definition" : "topic";

    // The word that was taught may be that of an intent.
    private static string TaughtLabel(string asked) => asked == "timeline" ? "history" : asked;

    private ImmutableArray<(Aspect, double)> Likeliest(AspectScores scores)
    {
        Span<double> sums = stackalloc double[AspectCount];
        sums.Clear();
        for (var i = 0; i < scores.First.Length; i++)
        {
            if (_aspects[i] is { } aspect)
                sums[(int)aspect] += scores.First[i];
        }

        var likeliest = ImmutableArray.CreateBuilder<(Aspect, double)>(MaxLikeliest);
        while (likeliest.Count < MaxLikeliest)
        {
            var best = 0;
            for (var aspect = 1; aspect < sums.Length; aspect++)
            {
                if (sums[aspect] > sums[best])
                    best = aspect;
            }

            likeliest.Add(((Aspect)best, sums[best]));
            sums[best] = -1;
        }

        return likeliest.MoveToImmutable();
    }

    private float Mass(AspectScores scores, string aspect)
    {
        var sum = 0f;
        for (var i = 0; i < scores.First.Length; i++)
            sum += _bases[i] == aspect ? scores.First[i] : 0;
        return sum;
    }

    // Several are told in the order in which they are asked: each where the words up to it first show it.
    private ImmutableArray<string> InOrder(ImmutableArray<string> labels, ImmutableArray<MaskedWord> masked)
    {
        if (labels.Length < 2)
            return labels;
        var first = labels.ToDictionary(label => label, _ => masked.Length);
        for (var length = masked.Length - 1; length > 0; length--)
        {
            var scores = classifier.Score(masked.AsSpan()[..length], []);
            foreach (var label in labels)
            {
                if (classifier.Labels.IndexOf(label) is var index and >= 0 && scores.Asked[index] >= Shown)
                    first[label] = length;
            }
        }

        return [.. labels.OrderBy(label => first[label])];
    }
}
