using AiNewsBot.Discord.Rest;
using AiNewsBot.Transport.Posting;

namespace AiNewsBot.Transport.Lean;

/// <summary>Discord's refusals as outcomes.</summary>
internal static class PostOutcomes
{
    // Some three an hour, as bots have found; Discord does not say when the next may come.
    private static readonly TimeSpan BetweenEditsOfPublished = TimeSpan.FromMinutes(20);

    public static PostOutcome Of(DiscordException refusal) => new(ResultOf(refusal), Reason: refusal.Message)
    {
        RetryAfter = refusal.RetryAfter ?? (refusal.Code == DiscordCode.AnnouncementEditLimit ? BetweenEditsOfPublished : null),
    };

    /// <summary>No answer came: whether it took effect is not known.</summary>
    public static PostOutcome Of(HttpRequestException exception) => new(PostResult.Unclear, Reason: exception.Message);

    private static PostResult ResultOf(DiscordException refusal) => refusal.Code switch
    {
        DiscordCode.UnknownMessage => PostResult.MessageGone,
        DiscordCode.AnnouncementEditLimit => PostResult.Busy,
        DiscordCode.ThreadArchived => PostResult.Archived,
        DiscordCode.ThreadLocked => PostResult.Locked,
        DiscordCode.TagRequired => PostResult.NeedsTag,
        DiscordCode.ForumTakesNoMessages or DiscordCode.WrongChannelType => PostResult.WrongKind,
        DiscordCode.BlockedByAutoMod or DiscordCode.HarmfulLink => PostResult.Filtered,
        DiscordCode.InvalidFormBody or DiscordCode.EmptyMessage => PostResult.Malformed,
        _ => refusal.Fault switch
        {
            DiscordFault.Gone => PostResult.ChannelGone,
            DiscordFault.Forbidden => PostResult.Forbidden,
            DiscordFault.Unauthorized => PostResult.Refused,
            DiscordFault.RateLimited => PostResult.Busy,
            DiscordFault.Unavailable => PostResult.Unclear,
            _ => PostResult.Malformed,
        },
    };
}
