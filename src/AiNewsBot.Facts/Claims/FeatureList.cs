using AiNewsBot.Facts.Linking;

namespace AiNewsBot.Facts.Claims;

/// <summary>Buckets of features, as many as there is room for; the rest is left out.</summary>
internal ref struct FeatureList(Span<int> features)
{
    private readonly Span<int> _features = features;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a feature: what it is, and what it is made of.</summary>
    public void Add(uint template, uint one, uint other = 0)
    {
        if (Count < _features.Length)
            _features[Count++] = (int)(FeatureHash.Mix(template, one, other) & (ClaimFeatures.Buckets - 1));
    }
}
