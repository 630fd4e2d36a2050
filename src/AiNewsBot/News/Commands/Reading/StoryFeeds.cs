using AiNewsBot.News.Feeds;
using AiNewsBot.News.Items;
using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.News.Commands.Reading;

/// <summary>Which feeds told a story, as far as a server sees them.</summary>
internal sealed class StoryFeeds(IDatabase database)
{
    /// <summary>Whether this feed did.</summary>
    public Task<bool> HasAsync(long item, long feed, string? server, CancellationToken cancellationToken = default) =>
        AnyAsync(item, server, "feeds.id = @feed", feed, null, cancellationToken);

    /// <summary>Whether one did whose stories are all about a subject.</summary>
    public Task<bool> HasAboutAsync(long item, string about, string? server, CancellationToken cancellationToken = default) =>
        AnyAsync(
            item,
            server,
            "(feeds.about = @about OR EXISTS (SELECT 1 FROM server_feeds WHERE feed_id = feeds.id AND server_id = @server "
                + "AND about = @about))",
            null,
            about,
            cancellationToken
        );

    private Task<bool> AnyAsync(
        long item,
        string? server,
        string condition,
        long? feed,
        string? about,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync(
            async connection =>
                await connection.ExecuteScalarAsync<long>(
                    $"SELECT COUNT(*) FROM sightings JOIN feeds ON feeds.id = sightings.feed_id WHERE item_id IN ({Stories.Members}) AND "
                        + $"{FeedStore.IsVisible} AND {condition}",
                    new
                    {
                        story = await Stories.CreateAsync(connection, item, server),
                        server,
                        feed,
                        about,
                    }
                ) > 0,
            cancellationToken
        );
}
