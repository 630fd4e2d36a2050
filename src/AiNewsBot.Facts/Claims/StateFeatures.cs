using AiNewsBot.Facts.Linking;

namespace AiNewsBot.Facts.Claims;

/// <summary>What tells whether something is put forward as so, denied, or neither: its words, those about it, its sentence, and what the
/// rules of clauses read.</summary>
internal static class StateFeatures
{
    /// <summary>The most features that a span has.</summary>
    public const int Max = 384;

    private const int MaxBehind = 4;

    public static void Collect(ClaimMessage message, ClaimSpan span, string label, ref FeatureList features)
    {
        var units = message.Units;
        var kind = (uint)span.Kind + 100;
        var rules = message.RulesOn(label, null);
        features.Add(1, kind);
        features.Add(2, kind, (uint)(span.Likelihood * 10));
        features.Add(3, (uint)(span.Likelihood * 10));
        features.Add(4, rules);
        features.Add(5, rules, kind);
        features.Add(6, FeatureHash.Mix(rules, (uint)(span.Likelihood * 5)), message.Rules.IsEmpty ? 1u : 2u);
        foreach (var aspect in message.Aspects[span.Start])
        {
            features.Add(7, aspect);
            features.Add(8, aspect, kind);
        }

        for (var i = span.Start; i < span.End; i++)
        {
            features.Add(30, kind, units[i].Hash);
            features.AddGroups(message, i, 32);
        }

        features.AddAround(message, span.Start, span.End, 40, kind);

        // What else is in the clause, and what the sentence begins and ends with.
        var (start, end) = message.SentenceOf(span.Start);
        for (var i = start; i < end; i++)
        {
            if (units[i].Clause != units[span.Start].Clause)
                continue;
            features.Add(i < span.Start ? 62u : 63u, units[i].Hash);
            features.AddGroups(message, i, i < span.Start ? 66u : 67u);
        }

        features.Add(70, units[start].Hash);
        features.Add(71, units[start].Hash, message.HashAt(start + 1));
        features.Add(73, units[end - 1].Hash, units[span.Start].IsAsked ? 1u : 0u);
        features.Add(77, units[span.Start].IsQuoted ? 1u : 0u);
        features.Add(78, (uint)Math.Min(message.Subjects(start, end), 3), kind);
        features.Add(79, (uint)Math.Min(message.Names.Length, 3), kind);

        // What the next sentence begins with: "No it isn't."
        for (var i = 0; i < MaxBehind; i++)
            features.Add(80u + (uint)i, message.HashAt(end + i));
        features.Add(85, message.HashAt(end), message.HashAt(end + 1));
    }
}
