using AiNewsBot.Outbox;

namespace AiNewsBot.News.Subscriptions;

/// <summary>Who follows what, where, and how often.</summary>
internal sealed record Subscription
{
    internal const string Columns = """
        subscriptions.id AS Id, subscriptions.config_key AS ConfigKey, subscriptions.server_id AS ServerId,
            subscriptions.channel_id AS ChannelId, subscriptions.about AS About,
        subscriptions.feed_id AS FeedId, subscriptions.cadence AS Cadence, subscriptions.at_time AS At, subscriptions.weekday AS Weekday,
            CASE WHEN subscriptions.cadence = 'Instant' AND subscriptions.user_id IS NULL THEN
                coalesce((SELECT servers.timezone FROM servers WHERE servers.id = subscriptions.server_id), 'Etc/UTC')
                ELSE subscriptions.timezone END AS Timezone,
        subscriptions.mention AS Mention, subscriptions.tag AS Tag, subscriptions.is_active AS IsActive,
            subscriptions.created_by AS CreatedBy, subscriptions.created_at AS CreatedAt,
        subscriptions.digested_to AS DigestedTo, subscriptions.paused_reason AS PausedReason, subscriptions.paused_detail AS PausedDetail,
            subscriptions.paused_at AS PausedAt,
        subscriptions.max_age_days AS MaxAgeDays, subscriptions.content AS Content, subscriptions.has_pictures AS HasPictures,
            subscriptions.max_length AS MaxLength, subscriptions.filter AS Filter, subscriptions.filter_draft AS FilterDraft,
            subscriptions.max_posts AS MaxPosts, subscriptions.max_posts_per AS MaxPostsPer, subscriptions.quiet_from AS QuietFrom,
            subscriptions.quiet_to AS QuietTo, subscriptions.template AS Template, subscriptions.template_draft AS TemplateDraft,
            subscriptions.thread_title AS ThreadTitle, subscriptions.thread_tags AS ThreadTags,
            subscriptions.user_id AS UserId, subscriptions.webhook_id AS WebhookId, subscriptions.sender_name AS SenderName,
            subscriptions.sender_picture AS SenderPicture, subscriptions.tells_again AS TellsAgain
        """;

    /// <summary>The error of a malformed age.</summary>
    internal const string MaxAgeFault = "must be a number of days from 1 to 36500, such as 30";

    /// <summary>How many days old a story may be at most, whatever is set.</summary>
    internal const int MaxMaxAge = 36_500;

    public long Id { get; init; }

    /// <summary>What the operator's configuration says; null for those that moderators made.</summary>
    public string? ConfigKey { get; init; }

    /// <summary>The server of the channel; null while it is not known of an operator's subscription.</summary>
    public string? ServerId { get; init; }

    /// <summary>The person who follows it in their direct messages; null for those of servers.</summary>
    public string? UserId { get; init; }

    public required string ChannelId { get; init; }

    /// <summary>The subject that a story must speak of; null for any.</summary>
    public string? About { get; init; }

    /// <summary>The feed that a story must come from; null for any.</summary>
    public long? FeedId { get; init; }

    public Cadence Cadence { get; init; }

    /// <summary>The hour of a digest, as 09:00.</summary>
    public string? At { get; init; }

    public DayOfWeek? Weekday { get; init; }

    /// <summary>An IANA time zone: the server's of today where it posts at once.</summary>
    public string? Timezone { get; init; }

    /// <summary>The role that a post pings.</summary>
    public string? Mention { get; init; }

    /// <summary>The tag of a forum, by id or name.</summary>
    public string? Tag { get; init; }

    /// <summary>How old a story may be when it comes in, in days; null for the operator's default.</summary>
    public int? MaxAgeDays { get; init; }

    /// <summary>How much of a story it posts.</summary>
    public PostContent Content { get; init; }

    public bool HasPictures { get; init; } = true;

    /// <summary>The most characters of a story's text; null for the usual.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Which of the stories that it follows it posts, as it was written; null for all.</summary>
    public string? Filter { get; init; }

    /// <summary>A filter that was tried last, and counts once a moderator says so.</summary>
    public string? FilterDraft { get; init; }

    /// <summary>How many stories it posts within <see cref="MaxPostsPer"/>; the rest is gathered in a digest. Null for any.</summary>
    public int? MaxPosts { get; init; }

    public PostWindow? MaxPostsPer { get; init; }

    /// <summary>The hour at which its quiet time begins, as 22:00; null without one.</summary>
    public string? QuietFrom { get; init; }

    /// <summary>The hour at which its quiet time ends.</summary>
    public string? QuietTo { get; init; }

    /// <summary>How its posts look, as it was written; null for as usual.</summary>
    public string? Template { get; init; }

    /// <summary>A template that was tried last, and counts once a moderator says so.</summary>
    public string? TemplateDraft { get; init; }

    /// <summary>How its threads in a forum are called, as a template; null for as the stories are.</summary>
    public string? ThreadTitle { get; init; }

    /// <summary>What gives the tags of its threads beside <see cref="Tag"/>, as a template; null for none.</summary>
    public string? ThreadTags { get; init; }

    /// <summary>The bot's webhook that it posts by; null where it posts as the bot itself.</summary>
    public string? WebhookId { get; init; }

    /// <summary>The name that it posts under; null for the webhook's own.</summary>
    public string? SenderName { get; init; }

    /// <summary>The address of the picture beside that name; null for the webhook's own.</summary>
    public string? SenderPicture { get; init; }

    /// <summary>Whether a story is posted once more when its feed changes its title.</summary>
    public bool TellsAgain { get; init; }

    public bool IsActive { get; init; }

    public string? CreatedBy { get; init; }

    public long CreatedAt { get; init; }

    /// <summary>Up to when digests were made.</summary>
    public long? DigestedTo { get; init; }

    public ReasonCode? PausedReason { get; init; }

    public string? PausedDetail { get; init; }

    /// <summary>Why it is paused, in Markdown; empty where it is not.</summary>
    public string PausedBecause => PausedReason is { } code ? new DeliveryReason(code, PausedDetail).Sentence : "";

    public long? PausedAt { get; init; }

    public bool IsPaused => PausedAt is not null;

    /// <summary>Whether it waits for a moderator, and not for its channel.</summary>
    public bool IsPausedByModerator => IsPaused && PausedReason == ReasonCode.ByModerator;

    /// <summary>Whether a number of days can be the limit of a story's age.</summary>
    public static bool IsMaxAge(int days) => days is >= 1 and <= MaxMaxAge;
}
