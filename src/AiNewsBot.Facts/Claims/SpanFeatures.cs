using AiNewsBot.Facts.Linking;

namespace AiNewsBot.Facts.Claims;

/// <summary>What tells of which kinds a unit says something: itself, those about it in their order, and what its clause is about.</summary>
internal static class SpanFeatures
{
    /// <summary>The most features that a unit has.</summary>
    public const int Max = 128;

    public static void Collect(ClaimMessage message, int at, ref FeatureList features)
    {
        uint Hash(int offset) => message.HashAt(at + offset, message.Units[at].Sentence);
        var (own, before, behind) = (Hash(0), Hash(-1), Hash(1));
        features.Add(1, own);
        features.Add(2, before);
        features.Add(3, behind);
        features.Add(4, Hash(-2));
        features.Add(5, Hash(2));
        features.Add(6, before, own);
        features.Add(7, own, behind);
        features.Add(8, before, behind);
        features.Add(9, FeatureHash.Mix(Hash(-2), before), own);
        features.Add(10, FeatureHash.Mix(own, behind), Hash(2));
        features.Add(11, Hash(-2), before);
        features.Add(12, behind, Hash(2));
        var mask = message.Units[at].Mask;
        if (mask.Length > 3 && message.Units[at].Name < 0)
        {
            features.Add(13, FeatureHash.Create(mask.AsSpan(0, 4)));
            features.Add(14, FeatureHash.Create(mask.AsSpan(mask.Length - 3)));
            if (mask.Length > 5)
                features.Add(15, FeatureHash.Create(mask.AsSpan(0, 6)));
        }

        foreach (var aspect in message.Aspects[at])
        {
            features.Add(16, aspect);
            features.Add(17, aspect, own);
        }

        features.AddGroups(message, at, 20);
        features.AddGroups(message, at - 1, 21);
        features.AddGroups(message, at + 1, 22);
    }
}
