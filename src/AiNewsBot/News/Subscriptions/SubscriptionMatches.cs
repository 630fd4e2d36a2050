using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.News.Subscriptions;

/// <summary>Which stories a subscription would have posted, had it been there.</summary>
public sealed class SubscriptionMatches(DatabaseWriter database)
{
    public IReadOnlyList<long> Latest(Subscription subscription, int most) => database.Read(connection => connection.Query<long>(
        """
        SELECT DISTINCT items.id FROM items JOIN sightings ON sightings.item_id = items.id JOIN feeds ON feeds.id = sightings.feed_id
        WHERE (@FeedId IS NULL OR feeds.id = @FeedId)
            AND (feeds.origin IN ('Shipped', 'Configured') OR EXISTS (SELECT 1 FROM server_feeds WHERE feed_id = feeds.id AND server_id = @ServerId))
            AND (@About IS NULL OR feeds.about = @About OR EXISTS (SELECT 1 FROM item_subjects WHERE item_id = items.id AND subject = @About)
                OR EXISTS (SELECT 1 FROM server_feeds WHERE feed_id = feeds.id AND server_id = @ServerId AND about = @About))
        ORDER BY items.dated_at DESC, items.id DESC LIMIT @most
        """, new { subscription.FeedId, subscription.ServerId, subscription.About, most }).ToArray());
}
