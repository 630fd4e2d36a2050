using AiNewsBot.Facts.Linking;

namespace AiNewsBot.Facts.Claims;

/// <summary>What tells whether a thing is said of a name: how far and in what order they are, what is between them, what other names are
/// near, and what the rules of clauses read.</summary>
internal static class PairFeatures
{
    /// <summary>The most features that a pair has.</summary>
    public const int Max = 256;

    private const int MaxWhole = 6;
    private const int MaxBetween = 24;
    private const int MaxBehind = 4;

    public static void Collect(ClaimMessage message, ClaimPair pair, string label, ref FeatureList features)
    {
        var units = message.Units;
        var (span, name) = (pair.Span, message.Names[pair.Name]);
        var kind = (uint)span.Kind + 100;
        var at = name.Unit;
        var isBehind = at >= span.End;
        var isWithin = !isBehind && at >= span.Start;
        var direction =
            isWithin ? 2u
            : isBehind ? 1u
            : 0u;
        var (from, to) =
            isWithin ? (at, at)
            : isBehind ? (span.End, at)
            : (at + 1, span.Start);
        var type = FeatureHash.Mix((uint)name.Kind + 1, direction);
        var own = name.Named is { } named ? message.RulesOn(label, named.Subject) : 4u;
        var any = message.RulesOn(label, null);

        features.Add(1, kind);
        features.Add(2, kind, type);
        features.Add(3, type);
        features.Add(4, kind, (uint)(span.Likelihood * 8));
        features.Add(5, direction, (uint)(span.Likelihood * 8));
        features.Add(6, own, any);
        features.Add(7, FeatureHash.Mix(own, any), kind);

        // How far they are from one another, and what other names are about.
        var (first, second) = (units[Math.Min(at, span.Start)], units[Math.Max(at, span.Start)]);
        var sentences = (uint)Math.Min(second.Sentence - first.Sentence, 4);
        var clauses = (uint)Math.Min(second.Clause - first.Clause, 5);
        var others = Others(message, pair, from, to);
        var surroundings = Surroundings(message, pair);
        foreach (var key in (ReadOnlySpan<uint>)[0, kind])
        {
            features.Add(10, FeatureHash.Mix(direction, sentences), key);
            features.Add(11, FeatureHash.Mix(direction, sentences, clauses), key);
            features.Add(12, FeatureHash.Mix(direction, Bucket(to - from)), key);
            features.Add(13, FeatureHash.Mix(direction, others, sentences), key);
            features.Add(14, FeatureHash.Mix(direction, surroundings), key);
        }

        var whole = 7u;
        var isList = true;
        for (var i = from; i < to; i++)
        {
            whole = FeatureHash.Mix(whole, units[i].Hash);
            isList &= units[i].Name >= 0 || units[i].IsMark || units[i].Mask is "and" or "or" or "nor" or "n";
            if (i - from >= MaxBetween)
                continue;
            features.Add(20, direction, units[i].Hash);
            features.AddGroups(message, i, isBehind ? 23u : 24u);
        }

        if (to - from <= MaxWhole)
        {
            features.Add(25, FeatureHash.Mix(whole, direction));
            features.Add(26, FeatureHash.Mix(whole, direction), kind);
        }

        features.Add(27, isList ? 1u : 0u, FeatureHash.Mix(direction, others));
        foreach (var aspect in message.Aspects[span.Start])
            features.Add(45, aspect, direction);
        features.AddAround(message, at, at + 1, 50, type);
        features.AddAround(message, span.Start, span.End, 60, direction);
        features.Add(76, units[at].IsAsked ? 1u : 0u, units[span.Start].IsAsked ? 1u : 0u);
        features.Add(77, FeatureHash.Mix(units[at].IsQuoted ? 1u : 0u, units[span.Start].IsQuoted ? 1u : 0u), direction);

        // "Is it Apache? Qwen3 is."
        for (var i = 0; isBehind && i < MaxBehind; i++)
            features.Add(80u + (uint)i, message.HashAt(at + 1 + i));
    }

    private static uint Bucket(int distance) =>
        distance switch
        {
            < 6 => (uint)distance,
            < 10 => 6,
            < 18 => 7,
            _ => 8,
        };

    // How many other subjects are between.
    private static uint Others(ClaimMessage message, ClaimPair pair, int from, int to)
    {
        var count = 0u;
        var own = message.Names[pair.Name];
        foreach (var name in message.Names)
        {
            if (name.Unit >= from && name.Unit < to && name.IsSubject && !name.IsSame(own))
                count += name.Kind == ClaimNameKind.Maker ? 4u : 1u;
        }

        return Math.Min(count, 12);
    }

    // Whether the name is in the sentence and clause of what is said, and whether others are.
    private static uint Surroundings(ClaimMessage message, ClaimPair pair)
    {
        var own = message.Names[pair.Name];
        var said = message.Units[pair.Span.Start];
        var bits = 0u;
        foreach (var name in message.Names)
        {
            if (!name.IsSubject || name.Unit >= pair.Span.Start && name.Unit < pair.Span.End)
                continue;
            var unit = message.Units[name.Unit];
            var isOwn = name.IsSame(own);
            var isMaker = name.Kind == ClaimNameKind.Maker;
            if (unit.Sentence == said.Sentence)
                bits |=
                    isOwn ? 1u
                    : isMaker ? 2u
                    : 4u;
            if (unit.Clause == said.Clause)
                bits |=
                    isOwn ? 8u
                    : isMaker ? 16u
                    : 32u;
            if (!isOwn && !isMaker && name.Unit < pair.Span.Start && name.Unit > own.Unit)
                bits |= 64;
        }

        return bits;
    }
}
