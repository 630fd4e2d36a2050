namespace AiNewsBot.Feeds.Fetching;

/// <summary>A header that is sent to one address alone, such as a token for a private feed: never over an open connection, nor to where the
/// feed redirects to.</summary>
/// <param name="Address">The feed's.</param>
/// <param name="Name">Such as Authorization.</param>
/// <param name="Value">Its value, which is never shown.</param>
public sealed record FeedHeader(FeedAddress Address, string Name, string Value)
{
    /// <summary>The header without its value.</summary>
    public override string ToString() => $"{Name} for {Address}";

    internal bool BelongsTo(FeedAddress address) => address == Address && (address.IsSecure || address.Url.IsLoopback);
}
