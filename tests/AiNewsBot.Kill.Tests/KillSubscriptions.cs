using AiNewsBot.News.Subscriptions;
using AiNewsBot.Storage;
using AiNewsBot.Storage.Sqlite;
using Dapper;
using DiscordSimulator.Channels;

namespace AiNewsBot.Kill.Tests;

/// <summary>What moderators and a person set while the bot is down: posts without pictures, templates, webhooks, limits, and news in direct
/// messages.</summary>
internal sealed class KillSubscriptions(string file)
{
    private const string User = "300000000000000009";

    /// <summary>The channel of a person's direct messages.</summary>
    public static readonly string Direct = SimulatedChannels.DirectWith(User);

    private static readonly long Day = (long)TimeSpan.FromHours(25).TotalMilliseconds;

    public async Task SetAsync(string plain, string templated, string limited, (string Channel, string Webhook)[] named)
    {
        using var database = Open();
        var subscriptions = new SubscriptionStore(database, TimeProvider.System);
        foreach (var one in await subscriptions.AllAsync())
        {
            if (one.ChannelId == plain)
                await subscriptions.ChangeLookAsync(one with { HasPictures = false });
            if (one.ChannelId == templated)
                await subscriptions.SetTemplateAsync(one.Id, "**{title}** {if author}by {author}{else}by {feed}{end}\\n{date}{image}");
            if (one.ChannelId == limited)
                await subscriptions.ChangeLimitsAsync(one with { MaxPosts = 5, MaxPostsPer = PostWindow.Hour });
            if (named.FirstOrDefault(pair => pair.Channel == one.ChannelId) is { Webhook: { } webhook })
                await subscriptions.ChangeSenderAsync(one.Id, webhook, "Open Lab", "https://pictures.example/lab.png");
        }

        await new PersonalFollows(database, TimeProvider.System).FollowAsync(
            new Subscription
            {
                UserId = User,
                ChannelId = Direct,
                Cadence = Cadence.Instant,
            }
        );
    }

    /// <summary>What was posted and gathered is a day older, so that digests of what was too much are due.</summary>
    public async Task LetADayPassAsync()
    {
        using var database = Open();
        await database.WriteAsync(async connection =>
        {
            const string limited = "(SELECT id FROM subscriptions WHERE max_posts IS NOT NULL)";
            await connection.ExecuteAsync(
                $"UPDATE outbox SET created_at = created_at - @Day WHERE subscription_id IN {limited}",
                new { Day }
            );
            await connection.ExecuteAsync(
                $"UPDATE digest_items SET added_at = added_at - @Day WHERE subscription_id IN {limited}",
                new { Day }
            );
            await connection.ExecuteAsync(
                "UPDATE subscriptions SET digested_to = digested_to - @Day WHERE max_posts IS NOT NULL",
                new { Day }
            );
        });
    }

    private SqliteDatabase Open() => new(new DatabaseFile($"Data Source={file}"));
}
