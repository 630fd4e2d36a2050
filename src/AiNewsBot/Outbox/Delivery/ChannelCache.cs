using AiNewsBot.Chat;
using AiNewsBot.Chat.Posting;

namespace AiNewsBot.Outbox.Delivery;

/// <summary>Channels as they are: asked for once, then known.</summary>
internal sealed class ChannelCache(IChannelPoster poster, ChannelStore channels)
{
    /// <summary>A channel; null with the reason where it cannot be had.</summary>
    /// <param name="refresh">Asks although it is known.</param>
    public async Task<(ChannelInfo? Channel, PostOutcome? Refusal)> FindAsync(
        string id,
        CancellationToken cancellationToken,
        bool refresh = false
    )
    {
        if (!refresh && await channels.FindAsync(id, cancellationToken) is { } known)
            return (known, null);
        var (channel, refusal) = await poster.ChannelAsync(id, cancellationToken);
        if (channel is { Kind: ChatChannelKind.Other })
            return (null, new PostOutcome(PostResult.WrongKind, Reason: $"{channel.Name} is a channel that takes no posts"));
        if (channel is not null)
            await channels.RecordAsync(channel, cancellationToken);
        return (channel, refusal);
    }
}
