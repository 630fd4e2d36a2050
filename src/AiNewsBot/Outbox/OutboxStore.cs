using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using AiNewsBot.Chat.Posting;
using AiNewsBot.News.Items;
using AiNewsBot.Scheduling;
using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.Outbox;

/// <summary>Posts in the database, and their way from waiting to sent.</summary>
internal sealed class OutboxStore(DatabaseWriter database, NewsLease lease, TimeProvider time)
{
    private const string NotPaused =
        "(outbox.subscription_id IS NULL OR (SELECT paused_at FROM subscriptions WHERE id = outbox.subscription_id) IS NULL)";

    /// <summary>Channels in which something waits.</summary>
    public IReadOnlyList<string> OpenChannels() =>
        database.Read(connection =>
            connection
                .Query<string>($"SELECT DISTINCT channel_id FROM outbox WHERE state IN ('pending', 'sending') AND {NotPaused}")
                .ToArray()
        );

    /// <summary>When the next of them is due; null where nothing waits.</summary>
    public DateTimeOffset? NextDue() =>
        database
            .Read(connection =>
                connection.ExecuteScalar<long?>(
                    $"SELECT MIN(COALESCE(not_before, 0)) FROM outbox WHERE state IN ('pending', 'sending') AND {NotPaused}"
                )
            )
            ?.ToDateTimeOffset();

    /// <summary>The first post that waits in a channel: those behind it wait for it, too, so that their order stays.</summary>
    public OutboxRow? PeekNext(string channel) =>
        database.Read(connection =>
            connection.QueryFirstOrDefault<OutboxRow>(
                $"SELECT {OutboxRow.Columns} FROM outbox WHERE channel_id = @channel AND state IN ('pending', 'sending') AND "
                    + $"{NotPaused} ORDER BY id LIMIT 1",
                new { channel }
            )
        );

    /// <summary>Whether the story of a post is, or may be, in its channel already by another subscription.</summary>
    public bool IsRecorded(OutboxRow row) =>
        row.ItemId is { } item
        && database.Read(connection =>
            connection.ExecuteScalar<long>(
                $"""
                SELECT COUNT(*) FROM outbox WHERE item_id IN ({Stories.Members}) AND channel_id = @ChannelId AND kind = 'item' AND id <> @Id
                    AND state IN ('sending', 'sent', 'stale', 'held')
                """,
                new
                {
                    story = Stories.Create(connection, item, row.ServerId),
                    server = row.ServerId,
                    row.ChannelId,
                    row.Id,
                }
            )
        ) > 0;

    public OutboxRow? Find(long id) =>
        database.Read(connection =>
            connection.QueryFirstOrDefault<OutboxRow>($"SELECT {OutboxRow.Columns} FROM outbox WHERE id = @id", new { id })
        );

    public OutboxRow? FindByNonce(string nonce) =>
        database.Read(connection =>
            connection.QueryFirstOrDefault<OutboxRow>($"SELECT {OutboxRow.Columns} FROM outbox WHERE nonce = @nonce", new { nonce })
        );

    /// <summary>
    /// Takes a post to send it: what is needed to find out later whether it was sent is on the disk before the request leaves. Null where
    /// it is no longer this process's to send.
    /// </summary>
    /// <param name="revision">Of what it will show.</param>
    public OutboxRow? Claim(OutboxRow row, long? revision)
    {
        Span<byte> random = stackalloc byte[8];
        RandomNumberGenerator.Fill(random);
        var nonce = BinaryPrimitives.ReadUInt64LittleEndian(random).ToString(CultureInfo.InvariantCulture);
        return database.Write(connection =>
            connection.QueryFirstOrDefault<OutboxRow>(
                $"""
                UPDATE outbox SET state = 'sending', nonce = coalesce(nonce, @nonce), fence = @Fence, attempts = attempts + 1,
                    sending_at = @now, not_before = NULL, reason = NULL,
                    revision = coalesce(revision, @revision), sent_after = coalesce(sent_after, (SELECT last_message_id FROM channels
                        WHERE channels.id = outbox.channel_id))
                WHERE id = @Id AND state IN ('pending', 'sending') AND EXISTS (SELECT 1 FROM leases WHERE name = 'news' AND fence = @Fence)
                RETURNING {OutboxRow.Columns.Replace("outbox.", "", StringComparison.Ordinal)}
                """,
                new
                {
                    row.Id,
                    nonce,
                    lease.Fence,
                    now = time.Milliseconds(),
                    revision,
                }
            )
        );
    }

    /// <summary>It is in the channel.</summary>
    /// <param name="publishes">Whether it is to be published to those who follow the channel.</param>
    public void MarkSent(OutboxRow row, string? messageChannel, string? message, string? shown, bool publishes) =>
        database.Write(connection =>
        {
            connection.Execute(
                """
                UPDATE outbox SET state = CASE WHEN kind = 'item' AND revision < (SELECT revision FROM items
                    WHERE items.id = outbox.item_id) THEN 'stale' ELSE 'sent' END,
                    sent_at = @now, message_channel_id = @messageChannel, message_id = @message, shown = @shown, not_before = NULL,
                        reason = NULL,
                    publishing = CASE WHEN @publishes THEN 'pending' END
                WHERE id = @Id
                """,
                new
                {
                    row.Id,
                    now = time.Milliseconds(),
                    messageChannel,
                    message,
                    shown,
                    publishes,
                }
            );
            connection.Execute(
                "UPDATE channels SET last_message_id = @message WHERE id = @ChannelId AND @message IS NOT NULL",
                new { row.ChannelId, message }
            );
        });

    /// <summary>It was not sent for certain, and waits on.</summary>
    public void Postpone(OutboxRow row, TimeSpan wait, string reason) =>
        database.Write(connection =>
            connection.Execute(
                "UPDATE outbox SET state = 'pending', not_before = @until, reason = @reason WHERE id = @Id AND state IN ('pending', "
                    + "'sending')",
                new
                {
                    row.Id,
                    until = time.Milliseconds() + (long)wait.TotalMilliseconds,
                    reason,
                }
            )
        );

    /// <summary>It may have been sent, and is looked for after a while.</summary>
    public void ReconcileLater(OutboxRow row, TimeSpan wait, string reason) =>
        database.Write(connection =>
            connection.Execute(
                "UPDATE outbox SET not_before = @until, reason = @reason WHERE id = @Id AND state = 'sending'",
                new
                {
                    row.Id,
                    until = time.Milliseconds() + (long)wait.TotalMilliseconds,
                    reason,
                }
            )
        );

    /// <summary>It is done with, in another state than sent.</summary>
    public void MarkFinished(OutboxRow row, string state, string? reason) =>
        database.Write(connection =>
            connection.Execute(
                "UPDATE outbox SET state = @state, reason = @reason, not_before = NULL WHERE id = @Id",
                new
                {
                    row.Id,
                    state,
                    reason,
                }
            )
        );

    /// <summary>Notes a channel as it was found.</summary>
    public void RecordChannel(ChannelInfo channel) =>
        database.Write(connection =>
        {
            connection.Execute(
                """
                INSERT INTO channels (id, kind, server_id, name, last_message_id) VALUES (@Id, @kind, @Server, @Name, @LastMessage)
                ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, server_id = excluded.server_id, name = excluded.name,
                    last_message_id = coalesce(channels.last_message_id, excluded.last_message_id)
                """,
                new
                {
                    channel.Id,
                    kind = channel.Kind.ToString(),
                    channel.Server,
                    channel.Name,
                    channel.LastMessage,
                }
            );
            connection.Execute(
                "UPDATE subscriptions SET server_id = @Server WHERE channel_id = @Id AND server_id IS NULL",
                new { channel.Id, channel.Server }
            );
        });

    /// <summary>The channel as it was found last; null where it was never looked at.</summary>
    public ChannelInfo? FindChannel(string id) =>
        database.Read(connection =>
            connection.QueryFirstOrDefault<ChannelRow>(
                "SELECT id AS Id, kind AS Kind, server_id AS Server, name AS Name, last_message_id AS LastMessage FROM channels WHERE "
                    + "id = @id",
                new { id }
            )
        )
            is { } row
            ? new ChannelInfo(row.Id, row.Kind, row.Name, row.Server, row.LastMessage)
            : null;

    internal sealed record ChannelRow
    {
        public required string Id { get; init; }

        public AiNewsBot.Chat.ChatChannelKind Kind { get; init; }

        public string? Server { get; init; }

        public required string Name { get; init; }

        public string? LastMessage { get; init; }
    }
}
