using System.Collections.Immutable;
using System.Security.Cryptography;
using AiNewsBot.Facts.Questions.Propositions;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.Claims;

/// <summary>Keeps what was read in checked messages, so that their buttons work after
/// a restart: a week, or half a year once it is shared.</summary>
internal sealed class ClaimCheckStore(IDatabase database, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);
    private static readonly TimeSpan KeptShared = TimeSpan.FromDays(180);

    /// <summary>Keeps a check, and drops those that are too old.</summary>
    /// <param name="server">Where it was made; null outside of servers.</param>
    public async Task<ClaimCheck> SaveAsync(
        string? server,
        ImmutableArray<Proposition> claims,
        string link,
        CancellationToken cancellationToken = default
    )
    {
        var check = new ClaimCheck(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)), claims, link);
        var now = time.GetUtcNow();
        await database.WriteAsync(
            connection =>
                connection.ExecuteAsync(
                    """
                    DELETE FROM claim_checks WHERE made_at < @old AND is_shared = 0 OR made_at < @oldShared;
                    INSERT INTO claim_checks (id, server, claims, link, is_shared, made_at) VALUES (@Id, @server, @json, @Link, 0, @at);
                    """,
                    new
                    {
                        check.Id,
                        check.Link,
                        server = server ?? "",
                        json = ClaimRow.Write(claims),
                        at = now.ToUnixTimeMilliseconds(),
                        old = (now - Kept).ToUnixTimeMilliseconds(),
                        oldShared = (now - KeptShared).ToUnixTimeMilliseconds(),
                    }
                ),
            cancellationToken
        );
        return check;
    }

    /// <summary>The check of an id that was made in a server; null when it is kept no longer.</summary>
    public async Task<ClaimCheck?> FindAsync(string id, string? server, FactBase facts, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            connection =>
                connection.QueryFirstOrDefaultAsync<Row>(
                    "SELECT claims AS Claims, link AS Link FROM claim_checks WHERE id = @id AND server = @server",
                    new { id, server = server ?? "" }
                ),
            cancellationToken
        )
            is { } row
            ? new ClaimCheck(id, ClaimRow.Read(row.Claims, facts), row.Link)
            : null;

    /// <summary>Whether it was shared.</summary>
    public Task<bool> IsSharedAsync(string id, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            async connection =>
                await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM claim_checks WHERE id = @id AND is_shared = 1", new { id })
                > 0,
            cancellationToken
        );

    /// <summary>Marks it as shared.</summary>
    public Task MarkSharedAsync(string id, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            connection => connection.ExecuteAsync("UPDATE claim_checks SET is_shared = 1 WHERE id = @id", new { id }),
            cancellationToken
        );

    /// <summary>Forgets one.</summary>
    public Task DropAsync(string id, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            connection => connection.ExecuteAsync("DELETE FROM claim_checks WHERE id = @id", new { id }),
            cancellationToken
        );

    internal sealed record Row
    {
        public string Claims { get; init; } = "";

        public string Link { get; init; } = "";
    }
}
