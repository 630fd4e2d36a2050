using AiNewsBot.Chat;
using AiNewsBot.Chat.Posting;
using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.Outbox;

/// <summary>Channels that are posted in, as they were found last.</summary>
internal sealed class ChannelStore(IDatabase database)
{
    /// <summary>Notes a channel as it was found.</summary>
    public Task RecordAsync(ChannelInfo channel, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async connection =>
            {
                await connection.ExecuteAsync(
                    """
                    INSERT INTO channels (id, kind, server_id, name, last_message_id, is_age_restricted)
                    VALUES (@Id, @kind, @Server, @Name, @LastMessage, @isAgeRestricted)
                    ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, server_id = excluded.server_id, name = excluded.name,
                        is_age_restricted = excluded.is_age_restricted,
                        last_message_id = coalesce(channels.last_message_id, excluded.last_message_id)
                    """,
                    new
                    {
                        channel.Id,
                        kind = channel.Kind.ToString(),
                        channel.Server,
                        channel.Name,
                        channel.LastMessage,
                        isAgeRestricted = channel.IsAgeRestricted ? 1 : 0,
                    }
                );
                await connection.ExecuteAsync(
                    "UPDATE subscriptions SET server_id = @Server WHERE channel_id = @Id AND server_id IS NULL AND " + "user_id IS NULL",
                    new { channel.Id, channel.Server }
                );
            },
            cancellationToken
        );

    /// <summary>The channel as it was found last; null where it was never looked at.</summary>
    public async Task<ChannelInfo?> FindAsync(string id, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            connection =>
                connection.QueryFirstOrDefaultAsync<ChannelRow>(
                    "SELECT id AS Id, kind AS Kind, server_id AS Server, name AS Name, last_message_id AS LastMessage, "
                        + "is_age_restricted AS IsAgeRestricted FROM channels WHERE id = @id",
                    new { id }
                ),
            cancellationToken
        )
            is { } row
            ? new ChannelInfo(row.Id, row.Kind, row.Name, row.Server, row.LastMessage) { IsAgeRestricted = row.IsAgeRestricted }
            : null;

    internal sealed record ChannelRow
    {
        public required string Id { get; init; }

        public ChatChannelKind Kind { get; init; }

        public string? Server { get; init; }

        public required string Name { get; init; }

        public string? LastMessage { get; init; }

        public bool IsAgeRestricted { get; init; }
    }
}
