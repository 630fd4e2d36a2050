using AiNewsBot.Chat.Posting;
using AiNewsBot.Discord.Rest;

namespace AiNewsBot.Chat.Discord;

/// <summary>Discord's refusals as outcomes.</summary>
internal static class PostOutcomes
{
    // Some three an hour, as bots have found; Discord does not say when the next may come.
    private static readonly TimeSpan BetweenEditsOfPublished = TimeSpan.FromMinutes(20);

    public static PostOutcome From(DiscordException refusal) =>
        new(GetResult(refusal), Reason: refusal.Message)
        {
            RetryAfter = refusal.RetryAfter ?? (refusal.Code == DiscordCode.AnnouncementEditLimit ? BetweenEditsOfPublished : null),
        };

    /// <summary>No answer came: whether it took effect is not known.</summary>
    public static PostOutcome From(HttpRequestException exception) => new(PostResult.Unclear, Reason: exception.Message);

    private static PostResult GetResult(DiscordException refusal) =>
        refusal.Code switch
        {
            DiscordCode.UnknownMessage => PostResult.MessageGone,
            DiscordCode.UnknownWebhook or DiscordCode.InvalidWebhookToken => PostResult.WebhookGone,
            DiscordCode.AnnouncementEditLimit => PostResult.Busy,
            DiscordCode.ThreadArchived => PostResult.Archived,
            DiscordCode.ThreadLocked => PostResult.Locked,
            DiscordCode.TagRequired => PostResult.NeedsTag,
            DiscordCode.ForumTakesNoMessages or DiscordCode.WrongChannelType => PostResult.WrongKind,
            DiscordCode.CannotSendToUser => PostResult.DirectClosed,
            DiscordCode.BlockedByAutoMod or DiscordCode.HarmfulLink => PostResult.Filtered,
            DiscordCode.InvalidFormBody or DiscordCode.EmptyMessage => PostResult.Malformed,
            _ => refusal.Kind switch
            {
                DiscordErrorKind.Gone => PostResult.ChannelGone,
                DiscordErrorKind.Forbidden => PostResult.Forbidden,
                DiscordErrorKind.Unauthorized => PostResult.Refused,
                DiscordErrorKind.RateLimited => PostResult.Busy,
                DiscordErrorKind.Unavailable => PostResult.Unclear,
                _ => PostResult.Malformed,
            },
        };
}
