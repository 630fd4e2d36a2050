namespace AiNewsBot.Feeds.Fetching;

/// <summary>How much time and data a server may cost the bot.</summary>
public sealed record FetchLimits
{
    private const int MiB = 1024 * 1024;

    /// <summary>Of what comes over the wire: a compressed body that never becomes anything ends here.</summary>
    public long BytesOnTheWire { get; init; } = 8 * MiB;

    /// <summary>Of the body once it is decompressed. The largest feed of news that was seen has 2 MB.</summary>
    public long Bytes { get; init; } = 8 * MiB;

    /// <summary>Of all requests and answers that a fetch takes. Waiting for a turn at a busy server does not count.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Followed for one fetch.</summary>
    public int Redirects { get; init; } = 5;

    /// <summary>Bodies beyond this size are read a few at a time, so that many large ones together stay small in memory.</summary>
    public long LargeBody { get; init; } = MiB / 4;

    /// <summary>How many bodies beyond that size are read at a time.</summary>
    public int LargeBodiesAtOnce { get; init; } = 3;
}
