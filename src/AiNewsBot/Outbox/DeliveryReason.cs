using System.Text.Json;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Posting;
using AiNewsBot.Chat.Texts;

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

    /// <summary>In words for moderators, in the language of the one who asks; in Markdown.</summary>
    public string Sentence =>
        Code switch
        {
            ReasonCode.Other => Markdown.Escape(Detail ?? ""),
            ReasonCode.Unverifiable => Texts["reason.unverifiable", ("detail", Markdown.Escape(Detail ?? ""))],
            ReasonCode.Malformed => Texts["reason.malformed", ("detail", Markdown.Escape(Detail ?? Texts["reason.says_nothing"]))],
            _ => Texts.Find($"reason.{JsonNamingPolicy.SnakeCaseLower.ConvertName(Code.ToString())}") ?? Texts["reason.forbidden"],
        };

    private static ChatTexts Texts => ChatTexts.Current;
}
