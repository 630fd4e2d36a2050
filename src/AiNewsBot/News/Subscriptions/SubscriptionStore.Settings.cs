using AiNewsBot.Scheduling;
using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.News.Subscriptions;

// What moderators change of a subscription that is there.
internal sealed partial class SubscriptionStore
{
    /// <summary>Begins another one now that is like one in all but its channel, its tag and whom it pings.</summary>
    public Task<long> CopyAsync(long id, string channel, string user, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            connection =>
                connection.ExecuteScalarAsync<long>(
                    """
                    INSERT INTO subscriptions (server_id, channel_id, about, feed_id, cadence, at_time, weekday, timezone, max_age_days,
                        created_by, created_at, digested_to, content, has_pictures, max_length, filter, max_posts, max_posts_per,
                            quiet_from,
                        quiet_to, template, thread_title, thread_tags, tells_again)
                    SELECT server_id, @channel, about, feed_id, cadence, at_time, weekday, timezone, max_age_days, @user, @now, @now,
                        content,
                        has_pictures, max_length, filter, max_posts, max_posts_per, quiet_from, quiet_to, template,
                        thread_title, thread_tags, tells_again
                    FROM subscriptions WHERE id = @id RETURNING id
                    """,
                    new
                    {
                        id,
                        channel,
                        user,
                        now = time.Milliseconds(),
                    }
                ),
            cancellationToken
        );

    /// <summary>Changes which stories one posts; null for all that it follows.</summary>
    public Task SetFilterAsync(long id, string? filter, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            connection =>
                connection.ExecuteAsync(
                    "UPDATE subscriptions SET filter = @filter, filter_draft = NULL WHERE id = @id AND is_active = 1",
                    new { id, filter }
                ),
            cancellationToken
        );

    /// <summary>Keeps a filter that was tried, until it counts.</summary>
    public Task SetFilterDraftAsync(long id, string filter, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            connection =>
                connection.ExecuteAsync(
                    "UPDATE subscriptions SET filter_draft = @filter WHERE id = @id AND is_active = 1",
                    new { id, filter }
                ),
            cancellationToken
        );

    /// <summary>Changes how the posts of one look; null for as usual.</summary>
    public Task SetTemplateAsync(long id, string? template, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            connection =>
                connection.ExecuteAsync(
                    "UPDATE subscriptions SET template = @template, template_draft = NULL WHERE id = @id AND is_active = 1",
                    new { id, template }
                ),
            cancellationToken
        );

    /// <summary>Keeps a template that was tried, until it counts.</summary>
    public Task SetTemplateDraftAsync(long id, string template, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            connection =>
                connection.ExecuteAsync(
                    "UPDATE subscriptions SET template_draft = @template WHERE id = @id AND is_active = 1",
                    new { id, template }
                ),
            cancellationToken
        );

    /// <summary>Changes how the threads of one in a forum are called and tagged; null for as usual.</summary>
    public Task ChangeThreadsAsync(long id, string? title, string? tags, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            connection =>
                connection.ExecuteAsync(
                    "UPDATE subscriptions SET thread_title = @title, thread_tags = @tags WHERE id = @id AND is_active = 1",
                    new
                    {
                        id,
                        title,
                        tags,
                    }
                ),
            cancellationToken
        );

    /// <summary>Changes as whom one posts.</summary>
    public Task ChangeSenderAsync(long id, string? webhook, string? name, string? picture, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            connection =>
                connection.ExecuteAsync(
                    "UPDATE subscriptions SET webhook_id = @webhook, sender_name = @name, sender_picture = @picture WHERE id = @id AND "
                        + "is_active = 1",
                    new
                    {
                        id,
                        webhook,
                        name,
                        picture,
                    }
                ),
            cancellationToken
        );

    /// <summary>Changes how many posts one makes, how old stories may be, when it is quiet, and whether it tells a story again.</summary>
    public Task ChangeLimitsAsync(Subscription subscription, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            connection =>
                connection.ExecuteAsync(
                    """
                    UPDATE subscriptions SET max_posts = @MaxPosts, max_posts_per = @per, quiet_from = @QuietFrom, quiet_to = @QuietTo,
                        tells_again = @tellsAgain, max_age_days = @MaxAgeDays
                    WHERE id = @Id AND is_active = 1
                    """,
                    new
                    {
                        subscription.Id,
                        subscription.MaxPosts,
                        per = subscription.MaxPostsPer?.ToString(),
                        subscription.QuietFrom,
                        subscription.QuietTo,
                        subscription.MaxAgeDays,
                        tellsAgain = subscription.TellsAgain ? 1 : 0,
                    }
                ),
            cancellationToken
        );

    /// <summary>Changes how the posts of one look.</summary>
    public Task ChangeLookAsync(Subscription subscription, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            connection =>
                connection.ExecuteAsync(
                    "UPDATE subscriptions SET content = @content, has_pictures = @hasPictures, max_length = @MaxLength WHERE id = @Id AND "
                        + "is_active = 1",
                    new
                    {
                        subscription.Id,
                        content = subscription.Content.ToString(),
                        hasPictures = subscription.HasPictures ? 1 : 0,
                        subscription.MaxLength,
                    }
                ),
            cancellationToken
        );
}
