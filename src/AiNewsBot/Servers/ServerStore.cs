using System.Collections.Immutable;
using AiNewsBot.Chat;
using AiNewsBot.Scheduling;
using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.Servers;

/// <summary>What servers have set, in the database.</summary>
internal sealed class ServerStore(Database database, NoticeDelivery notices, TimeProvider time)
{
    /// <summary>What a server has set.</summary>
    public Server Read(string id)
    {
        using var connection = database.Open();
        var row = connection.QueryFirstOrDefault<ServerRow>(
            "SELECT audit_channel AS AuditChannel, timezone AS TimeZone, weekly_summary AS WeeklySummary FROM servers WHERE id = @id",
            new { id }
        );
        if (row is null)
            return new Server(id) { SendsNotices = notices.IsOn };
        var roles = connection.Query<RoleRow>(
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
    }

    /// <summary>Sets the roles of a power; none for the default.</summary>
    public void SetRoles(string server, Permission permission, ImmutableArray<string> roles)
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction();
        connection.Execute("INSERT INTO servers (id) VALUES (@server) ON CONFLICT (id) DO NOTHING", new { server }, transaction);
        connection.Execute(
            "DELETE FROM server_roles WHERE server = @server AND power = @power",
            new { server, power = permission.ToSlug() },
            transaction
        );
        connection.Execute(
            "INSERT INTO server_roles (server, power, role) VALUES (@server, @power, @role)",
            roles
                .Distinct()
                .Select(role => new
                {
                    server,
                    power = permission.ToSlug(),
                    role,
                }),
            transaction
        );
        transaction.Commit();
    }

    /// <summary>Sets the channel that is told of changes, and whether it gets a summary each week.</summary>
    public void SetAuditChannel(string server, string? channel, bool sendsSummary)
    {
        using var connection = database.Open();
        connection.Execute(
            """
            INSERT INTO servers (id, audit_channel, weekly_summary, summed_at)
            VALUES (@server, @channel, @sendsSummary, @now)
            ON CONFLICT (id) DO UPDATE SET audit_channel = excluded.audit_channel, weekly_summary = excluded.weekly_summary,
                summed_at = excluded.summed_at
            """,
            new
            {
                server,
                channel,
                sendsSummary,
                now = time.Milliseconds(),
            }
        );
    }

    /// <summary>Sets the time zone.</summary>
    public void SetTimeZone(string server, string timeZone)
    {
        using var connection = database.Open();
        connection.Execute(
            "INSERT INTO servers (id, timezone) VALUES (@server, @timeZone) ON CONFLICT (id) DO UPDATE SET timezone = excluded.timezone",
            new { server, timeZone }
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
