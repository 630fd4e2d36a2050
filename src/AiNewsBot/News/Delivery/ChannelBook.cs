using AiNewsBot.News.Outbox;
using AiNewsBot.Transport;
using AiNewsBot.Transport.Posting;

namespace AiNewsBot.News.Delivery;

/// <summary>Channels as they are: asked for once, then known.</summary>
public sealed class ChannelBook(IChannelPoster poster, OutboxStore outbox)
{
    /// <summary>A channel; null with the reason where it cannot be had.</summary>
    /// <param name="anew">Asks although it is known.</param>
    public async Task<(ChannelFacts? Channel, PostOutcome? Refusal)> FindAsync(string id, CancellationToken cancellationToken, bool anew = false)
    {
        if (!anew && outbox.Channel(id) is { } known)
            return (known, null);
        var (channel, refusal) = await poster.ChannelAsync(id, cancellationToken);
        if (channel is { Kind: ChatChannelKind.Other })
            return (null, new PostOutcome(PostResult.WrongKind, Reason: $"{channel.Name} is a channel that takes no posts"));
        if (channel is not null)
            outbox.Note(channel);
        return (channel, refusal);
    }
}
