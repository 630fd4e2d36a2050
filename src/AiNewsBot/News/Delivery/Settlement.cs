namespace AiNewsBot.News.Delivery;

/// <summary>What was found out about a post whose answer never came.</summary>
public abstract record Settlement
{
    private Settlement()
    {
    }

    /// <summary>It stands there.</summary>
    public sealed record Sent(string ChannelId, string MessageId) : Settlement;

    /// <summary>It may be sent again: it is not there, or the nonce holds still.</summary>
    public sealed record NotSent : Settlement;

    /// <summary>It is to be asked again.</summary>
    public sealed record Wait(TimeSpan For, string Reason) : Settlement;

    /// <summary>Nobody but a moderator can tell.</summary>
    public sealed record Unknown(string Reason) : Settlement;

    /// <summary>The channel is gone.</summary>
    public sealed record ChannelGone(string Reason) : Settlement;
}
