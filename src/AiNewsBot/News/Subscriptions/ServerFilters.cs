using System.Data.Common;
using AiNewsBot.News.Filters;
using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.News.Subscriptions;

/// <summary>Filters that hold for all subscriptions of a server, beside their own.</summary>
internal sealed class ServerFilters(IDatabase database)
{
    /// <summary>That of a server; null where it has none.</summary>
    public async Task<StoryFilter?> FindAsync(string? server, CancellationToken cancellationToken = default) =>
        server is null ? null : StoryFilter.From((await ReadAsync(server, cancellationToken)).Filter);

    /// <summary>A filter that was tried last and counts once a moderator says so; null for none.</summary>
    public async Task<string?> FindDraftAsync(string server, CancellationToken cancellationToken = default) =>
        (await ReadAsync(server, cancellationToken)).Draft;

    /// <summary>All of them, by server.</summary>
    public static async Task<Dictionary<string, StoryFilter>> ReadAllAsync(DbConnection connection)
    {
        var filters = new Dictionary<string, StoryFilter>();
        foreach (
            var row in await connection.QueryAsync<FilterRow>(
                "SELECT id AS Server, news_filter AS Filter FROM servers WHERE news_filter IS NOT NULL"
            )
        )
        {
            if (StoryFilter.From(row.Filter) is { } filter)
                filters[row.Server] = filter;
        }

        return filters;
    }

    /// <summary>Changes it; null for none.</summary>
    public Task SetAsync(string server, string? filter, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            connection =>
                connection.ExecuteAsync(
                    """
                    INSERT INTO servers (id, news_filter) VALUES (@server, @filter)
                    ON CONFLICT (id) DO UPDATE SET news_filter = excluded.news_filter, news_filter_draft = NULL
                    """,
                    new { server, filter }
                ),
            cancellationToken
        );

    /// <summary>Keeps one that was tried, until it counts.</summary>
    public Task SetDraftAsync(string server, string filter, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            connection =>
                connection.ExecuteAsync(
                    """
                    INSERT INTO servers (id, news_filter_draft) VALUES (@server, @filter)
                    ON CONFLICT (id) DO UPDATE SET news_filter_draft = excluded.news_filter_draft
                    """,
                    new { server, filter }
                ),
            cancellationToken
        );

    private async Task<FilterRow> ReadAsync(string server, CancellationToken cancellationToken) =>
        await database.ReadAsync(
            connection =>
                connection.QueryFirstOrDefaultAsync<FilterRow>(
                    "SELECT id AS Server, news_filter AS Filter, news_filter_draft AS Draft FROM servers WHERE id = @server",
                    new { server }
                ),
            cancellationToken
        ) ?? new FilterRow { Server = server };

    internal sealed record FilterRow
    {
        public required string Server { get; init; }

        public string? Filter { get; init; }

        public string? Draft { get; init; }
    }
}
