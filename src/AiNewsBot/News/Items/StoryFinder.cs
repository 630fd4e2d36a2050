using System.Data.Common;
using AiNewsBot.News.Feeds;
using Dapper;

namespace AiNewsBot.News.Items;

/// <summary>
/// Finds the story that other feeds told already: one article, or one title within two days that no feed involved has used before, with the
/// same link or text. Nothing fuzzier: a wrong merge would lose a story.
/// </summary>
internal static class StoryFinder
{
    private static readonly long TwoDays = (long)TimeSpan.FromHours(48).TotalMilliseconds;

    /// <summary>The story among the feeds that a server sees; null where none is the same, or where this very feed tells it under another
    /// entry.</summary>
    /// <param name="server">The server; null for the operator's feeds alone.</param>
    public static async Task<long?> FindAsync(DbConnection connection, NewStory entry, string? server) =>
        await ByArticleAsync(connection, entry, server) ?? await ByTitleAsync(connection, entry, server);

    // A page that several stories have for their article, such as a list of changes, tells none of them.
    private static async Task<long?> ByArticleAsync(DbConnection connection, NewStory entry, string? server)
    {
        if (entry.Canonical is null)
            return null;
        var told = (
            await connection.QueryAsync<long>(
                $"""
                SELECT DISTINCT {Stories.Root} FROM items JOIN sightings ON sightings.item_id = items.id
                    JOIN feeds ON feeds.id = sightings.feed_id
                WHERE items.canonical = @Canonical AND items.kind IN ('Entry', 'Release') AND {FeedStore.IsVisible} LIMIT 2
                """,
                new { entry.Canonical, server }
            )
        ).ToArray();
        return told is [var story] && !await TellsAsync(connection, story, entry.Feed, server) ? story : null;
    }

    private static async Task<long?> ByTitleAsync(DbConnection connection, NewStory entry, string? server)
    {
        if (entry.TitleKey is null || await UsesAsync(connection, entry.TitleKey, entry.Feed) > 0)
            return null;
        var told = await connection.QueryAsync<Candidate>(
            $"""
            SELECT {Stories.Root} AS Story, sightings.feed_id AS Feed, sightings.link AS Link, items.summary AS Summary
            FROM items JOIN sightings ON sightings.item_id = items.id JOIN feeds ON feeds.id = sightings.feed_id
            WHERE items.title_key = @TitleKey AND items.dated_at BETWEEN @Dated - @TwoDays AND @Dated + @TwoDays
                AND items.kind IN ('Entry', 'Release') AND {FeedStore.IsVisible}
            ORDER BY items.id LIMIT 100
            """,
            new
            {
                entry.TitleKey,
                entry.Dated,
                TwoDays,
                server,
            }
        );
        foreach (var one in told.Where(one => entry.AgreesWith(one.Link, one.Summary)))
        {
            if (await UsesAsync(connection, entry.TitleKey, one.Feed) == 1 && !await TellsAsync(connection, one.Story, entry.Feed, server))
                return one.Story;
        }

        return null;
    }

    private static Task<long> UsesAsync(DbConnection connection, string titleKey, long feed) =>
        connection.ExecuteScalarAsync<long>(
            "SELECT COUNT(*) FROM items JOIN sightings ON sightings.item_id = items.id WHERE items.title_key = @titleKey AND "
                + "sightings.feed_id = @feed",
            new { titleKey, feed }
        );

    private static async Task<bool> TellsAsync(DbConnection connection, long story, long feed, string? server) =>
        await connection.ExecuteScalarAsync<long>(
            $"SELECT COUNT(*) FROM sightings WHERE feed_id = @feed AND item_id IN ({Stories.Members})",
            new
            {
                story,
                feed,
                server,
            }
        ) > 0;

    internal sealed record Candidate
    {
        public long Story { get; init; }

        public long Feed { get; init; }

        public string? Link { get; init; }

        public string? Summary { get; init; }
    }
}
