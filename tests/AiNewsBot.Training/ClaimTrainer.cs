using System.Collections.Immutable;
using AiNewsBot.Facts.Claims;

namespace AiNewsBot.Training;

/// <summary>Trains the classifier of claims: first what is said, then of whom. The second learns from what the first finds in rows that it
/// was not trained on, as it will find it in messages.</summary>
internal static class ClaimTrainer
{
    private const int Rounds = 14;
    private const int Folds = 4;

    public static ClaimClassifier Train(IReadOnlyList<ClaimTrainingRow> rows, ImmutableArray<string> kinds)
    {
        var pairs = new List<(uint[], float[])>();
        var states = new List<(uint[], float[])>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var spans = TrainSpans([.. rows.Where((_, index) => index % Folds != fold)], kinds);
            foreach (var row in rows.Where((_, index) => index % Folds == fold))
                Add(row, ClaimClassifier.FindSpans(row.Message, spans), kinds, states, pairs);
        }

        return new ClaimClassifier(
            TrainSpans(rows, kinds),
            LinearTrainer.Train(states, ClaimClassifier.StateLabels, Rounds, isEach: false),
            LinearTrainer.Train(pairs, ClaimClassifier.PairLabels, Rounds, isEach: false)
        );
    }

    private static LinearModel TrainSpans(IReadOnlyList<ClaimTrainingRow> rows, ImmutableArray<string> kinds)
    {
        var examples = new List<(uint[], float[])>();
        var room = new uint[SpanFeatures.Max];
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Message.Units.Length; i++)
            {
                if (row.Message.Units[i].IsMark)
                    continue;
                var features = new FeatureList(room);
                SpanFeatures.Collect(row.Message, i, ref features);
                var target = new float[kinds.Length];
                foreach (var claim in row.Claims)
                {
                    if (claim.Start <= i && i < claim.End)
                        target[kinds.IndexOf(claim.Kind)] = 1;
                }

                examples.Add((features.Features.ToArray(), target));
            }
        }

        return LinearTrainer.Train(examples, kinds, Rounds, isEach: true);
    }

    private static void Add(
        ClaimTrainingRow row,
        ImmutableArray<ClaimSpan> spans,
        ImmutableArray<string> kinds,
        List<(uint[], float[])> states,
        List<(uint[], float[])> pairs
    )
    {
        var room = new uint[Math.Max(StateFeatures.Max, PairFeatures.Max)];
        foreach (var span in spans)
        {
            var claims = row.Claims.Where(claim => claim.Kind == kinds[span.Kind] && span.Overlaps(claim.Start, claim.End)).ToArray();
            var features = new FeatureList(room);
            StateFeatures.Collect(row.Message, span, kinds[span.Kind], ref features);
            var target = new float[ClaimClassifier.StateLabels.Length];
            var isDenied = claims
                .OrderBy(claim => claim.Named is { } name ? Math.Abs(row.Message.Names[name].Unit - span.Start) : int.MaxValue)
                .FirstOrDefault()
                ?.IsDenied;
            target[
                isDenied is null ? 0
                : isDenied.Value ? 2
                : 1
            ] = 1;
            states.Add((features.Features.ToArray(), target));
            if (isDenied is null)
                continue;
            foreach (var pair in ClaimClassifier.PairsOf(row.Message, [span], kinds))
            {
                var link = new FeatureList(room);
                PairFeatures.Collect(row.Message, pair, kinds[span.Kind], ref link);
                var label = new float[ClaimClassifier.PairLabels.Length];
                var fitting = row.Claims.Where(claim => Fits(row, claim, pair, kinds)).ToArray();
                label[
                    fitting.Length == 0 ? 0
                    : fitting[0].IsDenied == isDenied ? 1
                    : 2
                ] = 1;
                pairs.Add((link.Features.ToArray(), label));
            }
        }
    }

    /// <summary>Whether a pair is what a row marks.</summary>
    public static bool Fits(ClaimTrainingRow row, MarkedClaim claim, ClaimPair pair, ImmutableArray<string> kinds) =>
        claim.Kind == kinds[pair.Span.Kind]
        && claim.Named is { } named
        && row.Message.Names[named].IsSame(row.Message.Names[pair.Name])
        && pair.Span.Overlaps(claim.Start, claim.End);
}
