namespace AiNewsBot.Feeds.Parsing.Formats;

/// <summary>A field for which several elements may offer a value.</summary>
internal struct RankedValue<T>
{
    private int _rank;

    public T? Value { get; private set; }

    public bool IsFilled { get; private set; }

    /// <summary>Takes the value if it is better than the one there.</summary>
    /// <param name="rank">How far it is from the best place, from 0.</param>
    /// <param name="latest">Whether of equals the last counts, or the first.</param>
    public void TrySet(T value, int rank, bool latest)
    {
        if (IsFilled && (rank > _rank || rank == _rank && !latest))
            return;
        (Value, _rank, IsFilled) = (value, rank, true);
    }
}
