using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Posting;

namespace AiNewsBot.Outbox;

/// <summary>Why a post waits or is not made, or why a subscription is paused.</summary>
/// <param name="Detail">What Discord said of it; null where the code says all.</param>
internal sealed record DeliveryReason(ReasonCode Code, string? Detail = null)
{
    public static DeliveryReason From(PostOutcome outcome) =>
        new(
            outcome.Result switch
            {
                PostResult.ChannelGone => ReasonCode.ChannelGone,
                PostResult.Archived => ReasonCode.Archived,
                PostResult.Locked => ReasonCode.Locked,
                PostResult.NeedsTag => ReasonCode.NeedsTag,
                PostResult.WrongKind => ReasonCode.WrongKind,
                PostResult.Filtered => ReasonCode.Filtered,
                PostResult.DirectClosed => ReasonCode.DirectClosed,
                PostResult.Malformed => ReasonCode.Malformed,
                PostResult.Busy => ReasonCode.Busy,
                PostResult.Unclear => ReasonCode.NoAnswer,
                PostResult.Refused => ReasonCode.TokenRefused,
                _ => ReasonCode.Forbidden,
            },
            outcome.Reason
        );

    /// <summary>What Discord said, or else the sentence; in Markdown.</summary>
    public string Short => Detail is null ? Sentence : Markdown.Escape(Detail);

    /// <summary>In words for moderators; in Markdown.</summary>
    public string Sentence =>
        Code switch
        {
            ReasonCode.Other => Markdown.Escape(Detail ?? ""),
            ReasonCode.SubscriptionEnded => "the subscription was ended",
            ReasonCode.FeedRemoved => "the feed was removed",
            ReasonCode.Covered => "another subscription of the channel has it",
            ReasonCode.ContentGone => "what it was to show is no longer there",
            ReasonCode.Cancelled => "cancelled by a moderator",
            ReasonCode.Discarded => "discarded by its writer",
            ReasonCode.NoAnswer => "no answer",
            ReasonCode.Busy => "the chat is busy",
            ReasonCode.TokenRefused => "the chat refuses the bot's token",
            ReasonCode.ForumDelay => "waiting for what may be on its way to the forum",
            ReasonCode.WebhookDelay => "waiting for what may be on its way by the webhook",
            ReasonCode.Unverifiable => $"Whether it was posted cannot be determined: {Markdown.Escape(Detail ?? "")}.",
            ReasonCode.RetriedPlain => "Discord rejected it; it is sent again without its text and links",
            ReasonCode.ChannelGone => "the channel is gone.",
            ReasonCode.Archived => "the thread is archived, and the bot may not open it again.",
            ReasonCode.Locked => "the thread is locked.",
            ReasonCode.NeedsTag => "the forum wants a tag for each post, and has none such. Choose one: run `/news follow` for the same "
                + "once more, with a tag.",
            ReasonCode.WrongKind => "the channel is of a kind that takes no posts.",
            ReasonCode.Filtered => "the server's own filters refuse its text.",
            ReasonCode.Malformed => $"Discord rejected it: {Markdown.Escape(Detail ?? "it does not say why")}",
            ReasonCode.DirectClosed =>
                "your direct messages are closed to the bot. Allow them in the privacy settings of a server where it is.",
            ReasonCode.ByModerator => "a moderator paused it. What comes in meanwhile is posted when it is resumed.",
            _ => "the bot may not post there: it needs View Channel, Send Messages and Read Message History.",
        };
}
