using Dapper;
using Microsoft.Data.Sqlite;

namespace AiNewsBot.News.Items;

/// <summary>Finds the story that other feeds told already: one page, or one title within two days. Nothing fuzzier: a wrong merge would lose a story.</summary>
internal static class StoryFinder
{
    private static readonly long TwoDays = (long)TimeSpan.FromHours(48).TotalMilliseconds;

    // A page that several stories link to, such as a list of changes, tells none of them.
    /// <returns>The story's id; null where none is the same, or where this very feed told it under another entry.</returns>
    public static long? Find(SqliteConnection connection, long feed, string? canonical, string? titleKey, long dated)
    {
        if (canonical is not null && CanonicalUrl.IsPage(canonical) && connection.QueryFirstOrDefault<long?>(
            """
            SELECT told.id FROM (SELECT MIN(id) AS id FROM items WHERE canonical = @canonical AND kind IN ('Entry', 'Release') HAVING COUNT(*) = 1) AS told
            WHERE NOT EXISTS (SELECT 1 FROM sightings WHERE item_id = told.id AND feed_id = @feed)
            """, new { canonical, feed }) is { } page)
            return page;
        return titleKey is null ? null : connection.QueryFirstOrDefault<long?>(
            """
            SELECT id FROM items WHERE title_key = @titleKey AND dated_at BETWEEN @dated - @TwoDays AND @dated + @TwoDays AND kind IN ('Entry', 'Release')
                AND NOT EXISTS (SELECT 1 FROM sightings WHERE item_id = items.id AND feed_id = @feed) ORDER BY id LIMIT 1
            """, new { titleKey, dated, TwoDays, feed });
    }
}
