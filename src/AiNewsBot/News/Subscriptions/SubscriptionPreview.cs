using AiNewsBot.News.Feeds;
using AiNewsBot.News.Filters;
using AiNewsBot.News.Items;
using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.News.Subscriptions;

/// <summary>Which stories a subscription would have posted, had it been there.</summary>
internal sealed class SubscriptionPreview(IDatabase database, ServerFilters filters)
{
    // A filter is read in memory: so many are looked through until enough pass.
    private const int MaxFiltered = 300;

    /// <summary>Items, the newest first, one of each story.</summary>
    public async Task<IReadOnlyList<long>> LatestAsync(Subscription subscription, int most, CancellationToken cancellationToken = default)
    {
        var (ofServer, ofItsOwn) = (
            await filters.FindAsync(subscription.ServerId, cancellationToken),
            StoryFilter.From(subscription.Filter)
        );
        if (ofServer is null && ofItsOwn is null)
            return await SinceAsync(subscription, 0, most, cancellationToken);
        var passed = new List<long>();
        foreach (var id in await SinceAsync(subscription, 0, MaxFiltered, cancellationToken))
        {
            var item = await database.ReadAsync(
                connection => connection.QueryFirstAsync<NewsItem>($"SELECT {NewsItem.Columns} FROM items WHERE id = @id", new { id }),
                cancellationToken
            );
            var words = FilterSubjects.From(item);
            if (ofServer?.Matches(words) != false && ofItsOwn?.Matches(words) != false)
                passed.Add(id);
            if (passed.Count == most)
                break;
        }

        return passed;
    }

    /// <summary>Items that are dated since then, without any filter: the newest first, one of each story.</summary>
    public async Task<IReadOnlyList<long>> SinceAsync(
        Subscription subscription,
        long since,
        int most,
        CancellationToken cancellationToken = default
    ) => [.. (
                await database.ReadAsync(
                    async connection =>
                        (
                            await connection.QueryAsync<ItemOfStory>(
                                $"""
                                SELECT DISTINCT items.id AS Id, {Stories.Root} AS Story, items.dated_at FROM items
                                    JOIN sightings ON sightings.item_id = items.id JOIN feeds ON feeds.id = sightings.feed_id
                                WHERE items.dated_at >= @since AND (@FeedId IS NULL OR feeds.id = @FeedId)
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
                                    since,
                                    most,
                                }
                            )
                        ).ToArray(),
                    cancellationToken
                )
            ).DistinctBy(one => one.Story).Take(most).Select(one => one.Id)];
}
