using System.Data.Common;
using Dapper;

namespace AiNewsBot.News.Ingest;

/// <summary>Tells whether the entries that are known of a feed are still the same.</summary>
internal sealed record SightingsMark
{
    public long Count { get; init; }

    public long Last { get; init; }

    public static Task<SightingsMark> ReadAsync(DbConnection connection, long feed) =>
        connection.QueryFirstAsync<SightingsMark>(
            "SELECT COUNT(*) AS Count, coalesce(MAX(id), 0) AS Last FROM sightings WHERE feed_id = @feed",
            new { feed }
        );
}
