using System.Collections.Immutable;
using System.Data.Common;
using AiNewsBot.News.Feeds;
using AiNewsBot.News.Items;
using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.News.Rendering;

/// <summary>Reads stories to be shown in one server: of feeds that other servers added nothing is told.</summary>
internal sealed class StoryReader(IDatabase database)
{
    public async Task<StoryView?> ReadAsync(long item, string? server, CancellationToken cancellationToken = default) =>
        (await ReadAsync([item], server, cancellationToken)).FirstOrDefault();

    /// <summary>What a digest shows: by the rows that wait for it, since what an item's
    /// id stood for may have changed after it was written.</summary>
    public async Task<ImmutableArray<StoryView>> ReadDigestAsync(
        long outbox,
        IReadOnlyCollection<long> items,
        string? server,
        CancellationToken cancellationToken = default
    )
    {
        var rows = await database.ReadAsync(
            async connection =>
                (
                    await connection.QueryAsync<long>(
                        "SELECT items.id FROM digest_items JOIN items ON items.id = digest_items.item_id WHERE outbox_id = @outbox ORDER "
                            + "BY items.dated_at, items.id",
                        new { outbox }
                    )
                ).ToArray(),
            cancellationToken
        );
        return await ReadAsync(rows.Length > 0 ? rows : items, server, cancellationToken);
    }

    /// <summary>In the order of the ids; those that are no longer there are left out.</summary>
    public Task<ImmutableArray<StoryView>> ReadAsync(
        IReadOnlyCollection<long> items,
        string? server,
        CancellationToken cancellationToken = default
    ) =>
        database.ReadAsync(
            async connection =>
            {
                var found = ImmutableArray.CreateBuilder<StoryView>();
                foreach (var id in items)
                {
                    if (
                        await connection.QueryFirstOrDefaultAsync<NewsItem>(
                            $"SELECT {NewsItem.Columns} FROM items WHERE id = @id",
                            new { id }
                        ) is
                        { } item
                    )
                        found.Add(
                            ViewOf(item, await ReadSourcesAsync(connection, item.Id, server), await SubjectsAsync(connection, item.Id))
                        );
                }

                return found.ToImmutable();
            },
            cancellationToken
        );

    // The feed whose words are shown, then the others that the server may see.
    private static async Task<SourceRow[]> ReadSourcesAsync(DbConnection connection, long item, string? server) =>
        [
            .. (
                await connection.QueryAsync<SourceRow>(
                    $"""
                    SELECT coalesce(feeds.title, feeds.url) AS Title, feeds.url AS Url, sightings.link AS Link, feeds.icon AS Icon,
                        CASE WHEN feeds.has_pictures = 1 THEN coalesce(server_feeds.has_pictures, 1) ELSE 0 END AS HasPictures,
                        CASE WHEN feeds.is_explicit = 1 THEN 1 ELSE coalesce(server_feeds.is_explicit, 0) END AS IsExplicit,
                        CASE WHEN feeds.is_title_alone = 1 THEN 1 ELSE coalesce(server_feeds.is_title_alone, 0) END AS IsTitleAlone
                    FROM sightings JOIN feeds ON feeds.id = sightings.feed_id
                        LEFT JOIN server_feeds ON server_feeds.feed_id = feeds.id AND server_feeds.server_id = @server
                    WHERE sightings.item_id IN (SELECT CAST(@item AS BIGINT) UNION {Stories.Members})
                        AND (sightings.item_id = @item OR {FeedStore.IsVisible})
                    ORDER BY sightings.item_id = @item DESC, sightings.id
                    """,
                    new
                    {
                        item,
                        server,
                        story = await Stories.CreateAsync(connection, item, server),
                    }
                )
            ),
        ];

    private static StoryView ViewOf(NewsItem item, SourceRow[] sources, ImmutableArray<string> subjects) =>
        new(item, [.. sources.Select(row => (row.Name, row.Link))], subjects)
        {
            Icon = sources.FirstOrDefault()?.Icon,
            HasPictures = sources.FirstOrDefault()?.HasPictures ?? true,
            IsExplicit = sources.FirstOrDefault()?.IsExplicit ?? false,
            IsTitleAlone = sources.FirstOrDefault()?.IsTitleAlone ?? false,
        };

    private static async Task<ImmutableArray<string>> SubjectsAsync(DbConnection connection, long item) =>
        [.. await connection.QueryAsync<string>("SELECT subject FROM item_subjects WHERE item_id = @item ORDER BY position", new { item })];

    internal sealed record SourceRow
    {
        public required string Title { get; init; }

        public required string Url { get; init; }

        public string? Link { get; init; }

        public string? Icon { get; init; }

        public bool HasPictures { get; init; }

        public bool IsExplicit { get; init; }

        public bool IsTitleAlone { get; init; }

        public string Name => new FeedRecord { Url = Url, Title = Title == Url ? null : Title }.Name;
    }
}
