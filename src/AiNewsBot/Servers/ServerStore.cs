using System.Collections.Immutable;
using AiNewsBot.Chat;
using AiNewsBot.Scheduling;
using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.Servers;

/// <summary>What servers have set, in the database.</summary>
internal sealed class ServerStore(IDatabase database, NoticeDelivery notices, TimeProvider time)
{
    /// <summary>What a server has set.</summary>
    public Task<Server> ReadAsync(string id, CancellationToken cancellationToken = default) =>
        database.ReadAsync<Server>(
            async connection =>
            {
                var row = await connection.QueryFirstOrDefaultAsync<ServerRow>(
                    "SELECT audit_channel AS AuditChannel, timezone AS TimeZone, weekly_summary AS WeeklySummary FROM servers WHERE id = "
                        + "@id",
                    new { id }
                );
                if (row is null)
                    return new Server(id) { SendsNotices = notices.IsOn };
                var roles = await connection.QueryAsync<RoleRow>(
                    "SELECT power AS Power, role AS Role FROM server_roles WHERE server = @id ORDER BY role",
                    new { id }
                );
                return new Server(id)
                {
                    AuditChannel = row.AuditChannel,
                    SendsNotices = notices.IsOn,
                    TimeZone = row.TimeZone,
                    SendsSummary = row.WeeklySummary != 0,
                    Roles = roles
                        .GroupBy(role => Enum.Parse<Permission>(role.Power, ignoreCase: true))
                        .ToImmutableDictionary(group => group.Key, group => group.Select(role => role.Role).ToImmutableArray()),
                };
            },
            cancellationToken
        );

    /// <summary>Sets the roles of a power; none for the default.</summary>
    public async Task SetRolesAsync(
        string server,
        Permission permission,
        ImmutableArray<string> roles,
        CancellationToken cancellationToken = default
    )
    {
        await database.WriteAsync(
            async connection =>
            {
                await connection.ExecuteAsync("INSERT INTO servers (id) VALUES (@server) ON CONFLICT (id) DO NOTHING", new { server });
                await connection.ExecuteAsync(
                    "DELETE FROM server_roles WHERE server = @server AND power = @power",
                    new { server, power = permission.ToSlug() }
                );
                await connection.ExecuteAsync(
                    "INSERT INTO server_roles (server, power, role) VALUES (@server, @power, @role)",
                    roles
                        .Distinct()
                        .Select(role => new
                        {
                            server,
                            power = permission.ToSlug(),
                            role,
                        })
                );
            },
            cancellationToken
        );
    }

    /// <summary>Sets the channel that is told of changes, and whether it gets a summary each week.</summary>
    public async Task SetAuditChannelAsync(string server, string? channel, bool sendsSummary, CancellationToken cancellationToken = default)
    {
        await database.WriteAsync(
            connection =>
                connection.ExecuteAsync(
                    """
                    INSERT INTO servers (id, audit_channel, weekly_summary, summed_at)
                    VALUES (@server, @channel, @summary, @now)
                    ON CONFLICT (id) DO UPDATE SET audit_channel = excluded.audit_channel, weekly_summary = excluded.weekly_summary,
                        summed_at = excluded.summed_at
                    """,
                    new
                    {
                        server,
                        channel,
                        summary = sendsSummary ? 1 : 0,
                        now = time.Milliseconds(),
                    }
                ),
            cancellationToken
        );
    }

    /// <summary>Sets the time zone.</summary>
    public async Task SetTimeZoneAsync(string server, string timeZone, CancellationToken cancellationToken = default)
    {
        await database.WriteAsync(
            connection =>
                connection.ExecuteAsync(
                    "INSERT INTO servers (id, timezone) VALUES (@server, @timeZone) ON CONFLICT (id) "
                        + "DO UPDATE SET timezone = excluded.timezone",
                    new { server, timeZone }
                ),
            cancellationToken
        );
    }

    internal sealed record ServerRow
    {
        public string? AuditChannel { get; init; }

        public required string TimeZone { get; init; }

        public long WeeklySummary { get; init; }
    }

    internal sealed record RoleRow
    {
        public required string Power { get; init; }

        public required string Role { get; init; }
    }
}
