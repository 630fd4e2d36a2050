using AiNewsBot.News.Feeds;
using AiNewsBot.News.Items;
using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.News.Subscriptions;

/// <summary>Which stories a subscription would have posted, had it been there.</summary>
internal sealed class SubscriptionPreview(IDatabase database)
{
    /// <summary>Items, the newest first, one of each story.</summary>
    public async Task<IReadOnlyList<long>> LatestAsync(Subscription subscription, int most) => [.. (
                await database.ReadAsync(async connection =>
                    (
                        await connection.QueryAsync<ItemOfStory>(
                            $"""
                            SELECT DISTINCT items.id AS Id, {Stories.Root} AS Story, items.dated_at FROM items
                                JOIN sightings ON sightings.item_id = items.id JOIN feeds ON feeds.id = sightings.feed_id
                            WHERE (@FeedId IS NULL OR feeds.id = @FeedId)
                                AND {FeedStore.IsVisible}
                                AND (@About IS NULL OR feeds.about = @About OR EXISTS (SELECT 1 FROM item_subjects
                                    WHERE item_id = items.id AND subject = @About)
                                    OR EXISTS (SELECT 1 FROM server_feeds
                                        WHERE feed_id = feeds.id AND server_id = @server AND about = @About))
                            ORDER BY items.dated_at DESC, items.id DESC LIMIT @most * 4
                            """,
                            new
                            {
                                subscription.FeedId,
                                server = subscription.ServerId,
                                subscription.About,
                                most,
                            }
                        )
                    ).ToArray()
                )
            ).DistinctBy(one => one.Story).Take(most).Select(one => one.Id)];
}
