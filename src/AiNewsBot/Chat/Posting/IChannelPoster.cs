namespace AiNewsBot.Chat.Posting;

/// <summary>Posts in channels by the bot's own doing. What the chat answers is an
/// outcome; the chat's limits are kept behind this.</summary>
internal interface IChannelPoster
{
    /// <summary>A channel; null with the reason where it cannot be had.</summary>
    Task<(ChannelInfo? Channel, PostOutcome? Refusal)> ChannelAsync(string channel, CancellationToken cancellationToken);

    /// <summary>Whether the bot may post in a channel and read what it posted; true where the chat does not tell.</summary>
    /// <param name="tag">What posts there carry in a forum: the tag has to be there, and a forum may demand one.</param>
    Task<bool> MayPostAsync(string channel, string? tag, CancellationToken cancellationToken);

    /// <summary>Posts a message. Sent again within some minutes under the same nonce, it is the same message.</summary>
    /// <param name="nonce">At most 25 characters; null where posting twice does no harm.</param>
    Task<PostOutcome> PostAsync(string channel, ChannelPost post, string? nonce, CancellationToken cancellationToken);

    /// <summary>The channel of direct messages with a user; null with the reason where there can be none.</summary>
    Task<(string? Channel, PostOutcome? Refusal)> DirectAsync(string user, CancellationToken cancellationToken);

    /// <summary>Posts to a forum: a thread with its first message. Forums know no nonce, so it is sent once at most.</summary>
    Task<PostOutcome> PostToForumAsync(string forum, ChannelPost post, CancellationToken cancellationToken);

    /// <summary>The bot's own webhook for a channel, which is made where there is none; null with the reason where there can be
    /// none: of what is forbidden the reason names the permissions that are missing.</summary>
    Task<(string? Webhook, PostOutcome? Refusal)> WebhookAsync(string channel, CancellationToken cancellationToken);

    /// <summary>Changes a message of the bot's.</summary>
    Task<PostOutcome> EditAsync(string channel, string message, ChannelPost post, CancellationToken cancellationToken);

    /// <summary>Publishes a message of an announcement channel to all who follow it; done, too, where it was published before.</summary>
    Task<PostOutcome> PublishAsync(string channel, string message, CancellationToken cancellationToken);

    /// <summary>Looks among the messages after one, or in a forum among its threads, for the bot's own that has a button of this
    /// id.</summary>
    /// <param name="after">A message of the channel that is certainly older; null to look from the beginning.</param>
    Task<SearchOutcome> FindAsync(string channel, string buttonId, string? after, CancellationToken cancellationToken);
}
