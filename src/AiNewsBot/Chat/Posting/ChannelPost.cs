using System.Collections.Immutable;
using AiNewsBot.Chat.Cards;

namespace AiNewsBot.Chat.Posting;

/// <summary>A message of the bot's own, to be posted in a channel.</summary>
/// <param name="Card">What it shows. One of its buttons has an id of its own, by which the post is known again.</param>
internal sealed record ChannelPost(Card Card)
{
    /// <summary>Roles that it pings, by id; its texts never ping.</summary>
    public ImmutableArray<string> Mentions { get; init; } = [];

    /// <summary>The title of the thread that it becomes in a forum.</summary>
    public string Title { get; init; } = "";

    /// <summary>A tag of the forum, by id or name; null for none.</summary>
    public string? Tag { get; init; }

    /// <summary>As whom it is posted; null for the bot itself. It takes no nonce then, and is sent once at most.</summary>
    public PostSender? Sender { get; init; }

    /// <summary>Names of tags that it gets, too, where the forum has them.</summary>
    public ImmutableArray<string> OtherTags { get; init; } = [];
}
