namespace AiNewsBot.Facts.Linking;

/// <summary>Features, hashed into buckets, as many as there is room for; the rest is left out.</summary>
/// <param name="features">Where they are written.</param>
/// <param name="buckets">How many buckets there are, a power of two.</param>
internal ref struct FeatureList(Span<int> features, int buckets)
{
    private readonly Span<int> _features = features;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Whether there is room for none more.</summary>
    public readonly bool IsFull => Count == _features.Length;

    /// <summary>Adds a feature: what it is, and what it is made of.</summary>
    public void Add(uint template, uint one, uint other = 0)
    {
        if (!IsFull)
            _features[Count++] = (int)(FeatureHash.Mix(template, one, other) & (uint)(buckets - 1));
    }
}
