using System.Collections.Immutable;
using AiNewsBot.News.Feeds;
using AiNewsBot.News.Items;
using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.News.Rendering;

/// <summary>Finds stories that a server may see: of the operator's feeds, of its own, and what was written in it.</summary>
internal sealed class NewsSearch(IDatabase database, StoryReader stories)
{
    private const int MaxWords = 8;

    private const string Visible = $"""
        (items.server_id IS NULL OR items.server_id = @server) AND (NOT EXISTS (SELECT 1 FROM sightings WHERE item_id = items.id)
            OR EXISTS (SELECT 1 FROM sightings JOIN feeds ON feeds.id = sightings.feed_id
                WHERE item_id = items.id AND {FeedStore.IsVisible}))
        AND (items.kind <> 'Post' OR EXISTS (SELECT 1 FROM outbox WHERE item_id = items.id AND state IN ('sent', 'stale')))
        """;

    private static readonly string HasAll = string.Join(
        " AND ",
        "ABCDEFGH".Select(word =>
            $"(coalesce(items.title_key, '') LIKE @{word} OR lower(items.title) LIKE @{word} "
            + $"OR lower(coalesce(items.summary, '')) LIKE @{word})"
        )
    );

    /// <summary>The newest first.</summary>
    /// <param name="about">A subject's id; null for any.</param>
    public async Task<ImmutableArray<StoryView>> LatestAsync(
        string? server,
        string? about,
        int most,
        CancellationToken cancellationToken = default
    ) =>
        await ReadAsync(
            server,
            most,
            await database.ReadAsync(
                async connection =>
                    (
                        await connection.QueryAsync<ItemOfStory>(
                            $"""
                            SELECT items.id AS Id, {Stories.Root} AS Story FROM items WHERE {Visible} AND (@about IS NULL OR EXISTS
                                (SELECT 1
                                FROM item_subjects WHERE item_id = items.id AND subject = @about))
                            ORDER BY dated_at DESC, items.id DESC LIMIT @most * 4
                            """,
                            new
                            {
                                server,
                                about,
                                most,
                            }
                        )
                    ).AsList(),
                cancellationToken
            ),
            cancellationToken
        );

    /// <summary>Those whose title or text contains each word, the newest first.</summary>
    public async Task<ImmutableArray<StoryView>> FindAsync(
        string? server,
        string text,
        int most,
        CancellationToken cancellationToken = default
    )
    {
        var words = (TitleKey.Normalize(text) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MaxWords).ToArray();
        if (words.Length == 0)
            return [];

        // Words are parameters, and have neither signs of the pattern nor quotes in them: what is searched for never becomes a statement.
        var patterns = TextBatch.From(words.Select(word => $"%{word}%")).Single();
        return await ReadAsync(
            server,
            most,
            await database.ReadAsync(
                async connection =>
                    (
                        await connection.QueryAsync<ItemOfStory>(
                            $"""
                            SELECT items.id AS Id, {Stories.Root} AS Story FROM items WHERE {HasAll} AND {Visible}
                            ORDER BY dated_at DESC, items.id DESC LIMIT @most * 4
                            """,
                            new
                            {
                                server,
                                most,
                                patterns.A,
                                patterns.B,
                                patterns.C,
                                patterns.D,
                                patterns.E,
                                patterns.F,
                                patterns.G,
                                patterns.H,
                            }
                        )
                    ).AsList(),
                cancellationToken
            ),
            cancellationToken
        );
    }

    /// <summary>A story that the server may see; null for an unknown id.</summary>
    public async Task<StoryView?> GetAsync(string? server, long id, CancellationToken cancellationToken = default) =>
        await ReadAsync(
            server,
            1,
            await database.ReadAsync(
                async connection =>
                    (
                        await connection.QueryAsync<ItemOfStory>(
                            $"SELECT items.id AS Id, {Stories.Root} AS Story FROM items WHERE items.id = @id AND {Visible}",
                            new { server, id }
                        )
                    ).AsList(),
                cancellationToken
            ),
            cancellationToken
        )
            is [{ } story]
            ? story
            : null;

    // Of several items that are one story, the first that was found.
    private Task<ImmutableArray<StoryView>> ReadAsync(
        string? server,
        int most,
        List<ItemOfStory> found,
        CancellationToken cancellationToken
    ) => stories.ReadAsync([.. found.DistinctBy(one => one.Story).Take(most).Select(one => one.Id)], server, cancellationToken);
}
