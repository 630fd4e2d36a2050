namespace AiNewsBot.News.Feeds;

/// <summary>When a feed was asked, and how long after that it is asked again. No instants: the clock may be set until they are
/// stored.</summary>
/// <param name="Began">A timestamp of the <see cref="TimeProvider" />.</param>
internal readonly record struct PollTiming(long Began, TimeSpan Wait)
{
    /// <summary>By the clock as it is now, in Unix milliseconds. To be computed in the transaction that stores it: what is stored is put
    /// right when the clock is set.</summary>
    public (long PolledAt, long NextPollAt) ToInstants(TimeProvider time)
    {
        var polledAt = time.GetUtcNow() - time.GetElapsedTime(Began);
        return (polledAt.ToUnixTimeMilliseconds(), (polledAt + Wait).ToUnixTimeMilliseconds());
    }
}
