using Dapper;
using Microsoft.Data.Sqlite;

namespace AiNewsBot.News.Ingest;

/// <summary>Tells whether the entries that are known of a feed are still the same.</summary>
internal sealed record SightingsMark
{
    public long Count { get; init; }

    public long Last { get; init; }

    public static SightingsMark Read(SqliteConnection connection, long feed) =>
        connection.QueryFirst<SightingsMark>(
            "SELECT COUNT(*) AS Count, coalesce(MAX(id), 0) AS Last FROM sightings WHERE feed_id = @feed",
            new { feed }
        );
}
