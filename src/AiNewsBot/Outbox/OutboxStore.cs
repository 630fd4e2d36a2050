using System.Buffers.Binary;
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using AiNewsBot.Outbox.Partitions;
using AiNewsBot.Scheduling;
using AiNewsBot.Storage;
using AiNewsBot.Storage.Leases;
using Dapper;

namespace AiNewsBot.Outbox;

/// <summary>Posts in the database, and their way from waiting to sent. What the chat has done is written down also while the bot stops: the
/// methods that do take no token.</summary>
internal sealed class OutboxStore(IDatabase database, NewsPartitions partitions, TimeProvider time)
{
    /// <summary>The longest wait. A time that is farther off was written before the clock was set back, and holds no longer.</summary>
    public static readonly TimeSpan MaxWait = TimeSpan.FromHours(2);

    private const string NotPaused =
        "(outbox.subscription_id IS NULL OR (SELECT paused_at FROM subscriptions WHERE id = outbox.subscription_id) IS NULL)";

    /// <summary>This process's channels in which something waits.</summary>
    public async Task<IReadOnlyList<OpenChannel>> OpenChannelsAsync(CancellationToken cancellationToken = default)
    {
        var mine = partitions.SetOf(partitions.Open);
        if (mine.IsEmpty)
            return [];
        var open = await database.ReadAsync(
            connection =>
                connection.QueryAsync<OpenChannel>(
                    "SELECT channel_id AS Id, MIN(COALESCE(not_before, 0)) AS Due FROM outbox WHERE state IN ('pending', 'sending') "
                        + $"AND {NotPaused} GROUP BY channel_id"
                ),
            cancellationToken
        );
        return [.. open.Where(channel => mine.HasChannel(channel.Id))];
    }

    /// <summary>The first post that waits in a channel: those behind it wait for it, too, so that their order stays.</summary>
    public Task<OutboxRow?> PeekNextAsync(string channel, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            connection =>
                connection.QueryFirstOrDefaultAsync<OutboxRow>(
                    $"SELECT {OutboxRow.Columns} FROM outbox WHERE channel_id = @channel AND state IN ('pending', 'sending') AND "
                        + $"{NotPaused} ORDER BY id LIMIT 1",
                    new { channel }
                ),
            cancellationToken
        );

    public Task<OutboxRow?> FindAsync(long id) =>
        database.ReadAsync(connection =>
            connection.QueryFirstOrDefaultAsync<OutboxRow>($"SELECT {OutboxRow.Columns} FROM outbox WHERE id = @id", new { id })
        );

    public Task<OutboxRow?> FindByNonceAsync(string nonce, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            connection =>
                connection.QueryFirstOrDefaultAsync<OutboxRow>(
                    $"SELECT {OutboxRow.Columns} FROM outbox WHERE nonce = @nonce",
                    new { nonce }
                ),
            cancellationToken
        );

    /// <summary>A row with the nonce by which its message is known again: its own where it was sent before.</summary>
    public static OutboxRow WithNonce(OutboxRow row)
    {
        Span<byte> random = stackalloc byte[8];
        RandomNumberGenerator.Fill(random);
        return row with { Nonce = row.Nonce ?? BinaryPrimitives.ReadUInt64LittleEndian(random).ToString(CultureInfo.InvariantCulture) };
    }

    /// <summary>
    /// Takes a post to send it: what is needed to find out later whether it was sent is on the disk before the request leaves. Null where
    /// it is no longer this process's to send.
    /// </summary>
    /// <param name="row">With its nonce.</param>
    /// <param name="revision">Of what it will show.</param>
    /// <param name="webhook">That it is posted by; null for the bot itself.</param>
    /// <param name="isRepeat">Whether an earlier request may have taken effect: its nonce is as old as that.</param>
    public async Task<OutboxRow?> ClaimAsync(
        OutboxRow row,
        long? revision,
        string? webhook,
        bool isRepeat,
        CancellationToken cancellationToken = default
    )
    {
        if (partitions.ForChannel(row.ChannelId) is not { } partition)
            return null;
        return await database.WriteRowsAsync(
            connection =>
                connection.QueryFirstOrDefaultAsync<OutboxRow>(
                    $"""
                    UPDATE outbox SET state = 'sending', nonce = @Nonce, webhook_id = @webhook, fence = @Fence, attempts = attempts + 1,
                        sending_at = CASE WHEN @isRepeat THEN sending_at ELSE @now END,
                        not_before = NULL, reason = NULL, reason_detail = NULL, revision = coalesce(revision, @revision),
                        sent_after = coalesce(sent_after, (SELECT last_message_id FROM channels WHERE channels.id = outbox.channel_id))
                    WHERE id IN (SELECT id FROM outbox WHERE id = @Id AND state IN ('pending', 'sending')
                        AND (nonce IS NULL OR nonce = @Nonce) {database.ForUpdateSkippingLocked})
                        AND {NewsPartitions.IsHeldSql(database.ForShare)}
                    RETURNING {OutboxRow.Columns.Replace("outbox.", "", StringComparison.Ordinal)}
                    """,
                    new
                    {
                        row.Id,
                        row.Nonce,
                        partition.Name,
                        partition.Fence,
                        now = time.Milliseconds(),
                        revision,
                        webhook,
                        isRepeat,
                    }
                ),
            cancellationToken
        );
    }

    /// <summary>It is in the channel.</summary>
    /// <param name="publishes">Whether it is to be published to those who follow the channel.</param>
    public async Task MarkSentAsync(OutboxRow row, string? messageChannel, string? message, string? shown, bool publishes)
    {
        var state = await database.WriteRowsAsync(connection =>
            connection.ExecuteScalarAsync<string?>(
                $"""
                UPDATE channels SET last_message_id = @message WHERE id = @ChannelId AND @message IS NOT NULL;
                UPDATE outbox SET state = CASE WHEN kind = 'item' AND revision < (SELECT revision FROM items
                    WHERE items.id = outbox.item_id {database.ForShare}) THEN 'stale' ELSE 'sent' END,
                    sent_at = @now, message_channel_id = @messageChannel, message_id = @message, shown = @shown, not_before = NULL,
                    reason = NULL, reason_detail = NULL, publishing = CASE WHEN @publishes THEN 'pending' END
                WHERE id = @Id RETURNING state
                """,
                new
                {
                    row.Id,
                    row.ChannelId,
                    now = time.Milliseconds(),
                    messageChannel,
                    message,
                    shown,
                    publishes,
                }
            )
        );

        // Those who edit and publish wait for a change of the database, and may be another process.
        if (publishes || state == OutboxState.Stale)
            await database.WriteAsync(connection =>
                connection.ExecuteAsync("UPDATE outbox SET state = state WHERE id = @Id", new { row.Id })
            );
    }

    /// <summary>It was not sent for certain, and waits on. What another process has claimed since stays as it is: so it is below.</summary>
    /// <param name="isPlain">Whether it is sent without its text and links from now on.</param>
    public Task PostponeAsync(OutboxRow row, TimeSpan wait, DeliveryReason reason, bool isPlain = false) =>
        database.WriteRowsAsync(connection =>
            connection.ExecuteAsync(
                """
                UPDATE outbox SET state = 'pending', not_before = @until, reason = @code, reason_detail = @Detail,
                    is_plain = CASE WHEN @isPlain THEN 1 ELSE is_plain END
                WHERE id = @Id AND state IN ('pending', 'sending') AND attempts = @Attempts
                """,
                new
                {
                    row.Id,
                    row.Attempts,
                    until = In(wait),
                    code = reason.Code.ToString(),
                    reason.Detail,
                    isPlain,
                }
            )
        );

    /// <summary>It may have been sent, and is looked for after a while.</summary>
    public Task ReconcileLaterAsync(OutboxRow row, TimeSpan wait, DeliveryReason reason) =>
        database.WriteRowsAsync(connection =>
            connection.ExecuteAsync(
                "UPDATE outbox SET not_before = @until, reason = @code, reason_detail = @Detail WHERE id = @Id AND state = 'sending' AND "
                    + "attempts = @Attempts",
                new
                {
                    row.Id,
                    row.Attempts,
                    until = In(wait),
                    code = reason.Code.ToString(),
                    reason.Detail,
                }
            )
        );

    /// <summary>It is done with, in another state than sent.</summary>
    public Task MarkFinishedAsync(OutboxRow row, string state, DeliveryReason reason) =>
        database.WriteRowsAsync(connection =>
            connection.ExecuteAsync(
                "UPDATE outbox SET state = @state, reason = @code, reason_detail = @Detail, not_before = NULL WHERE id = @Id AND "
                    + "attempts = @Attempts",
                new
                {
                    row.Id,
                    row.Attempts,
                    state,
                    code = reason.Code.ToString(),
                    reason.Detail,
                }
            )
        );

    /// <summary>A moderator decided on a post with unknown delivery: it is in the channel, or it is to be sent again.</summary>
    public async Task<bool> DecideHeldAsync(long id, string server, bool isThere, CancellationToken cancellationToken = default) =>
        await database.WriteAsync(
            connection =>
                connection.ExecuteAsync(
                    """
                    UPDATE outbox SET state = CASE WHEN @isThere THEN 'sent' ELSE 'pending' END, nonce = CASE WHEN @isThere THEN nonce
                        END, sent_after = CASE WHEN @isThere THEN sent_after END, reason = NULL, reason_detail = NULL,
                        sent_at = CASE WHEN @isThere THEN sending_at END
                    WHERE id = @id AND state = 'held' AND (server_id = @server OR channel_id IN (SELECT id FROM channels
                        WHERE server_id = @server))
                    """,
                    new
                    {
                        id,
                        server,
                        isThere,
                    }
                ),
            cancellationToken
        ) > 0;

    /// <summary>Its message shows this now. Where the story changed once more meanwhile, it stays to be updated. What a process edited that
    /// no longer edits may lie over what its successor wrote: it is edited once more.</summary>
    public async Task MarkUpdatedAsync(OutboxRow row, long? revision, string? shown, bool isEdited)
    {
        var written = await WriteFirstAsync(
            (connection, first) =>
                connection.ExecuteAsync(
                    $"""
                    UPDATE outbox SET state = CASE WHEN @isEdited AND @revision < (SELECT revision FROM items
                        WHERE items.id = outbox.item_id) THEN 'stale' ELSE 'sent' END,
                        revision = coalesce(@revision, revision), shown = @shown, not_before = NULL,
                        edits = edits + CASE WHEN @isEdited THEN 1 ELSE 0 END,
                        edited_at = CASE WHEN @isEdited THEN @now ELSE edited_at END
                    WHERE id = @Id AND state = 'stale' AND {NewsPartitions.IsHeldSql()}
                    """,
                    new
                    {
                        row.Id,
                        first.Name,
                        first.Fence,
                        revision,
                        shown,
                        isEdited,
                        now = time.Milliseconds(),
                    }
                )
        );
        if (written == 0 && isEdited)
            await database.WriteAsync(connection =>
                connection.ExecuteAsync(
                    "UPDATE outbox SET state = 'stale', shown = NULL WHERE id = @Id AND state IN ('sent', 'stale')",
                    new { row.Id }
                )
            );
    }

    /// <summary>Its message is updated after a while.</summary>
    public Task PostponeUpdateAsync(OutboxRow row, TimeSpan wait) =>
        WriteFirstAsync(
            (connection, first) =>
                connection.ExecuteAsync(
                    $"UPDATE outbox SET not_before = @until WHERE id = @Id AND state = 'stale' AND {NewsPartitions.IsHeldSql()}",
                    new
                    {
                        row.Id,
                        first.Name,
                        first.Fence,
                        until = In(wait),
                    }
                )
        );

    /// <summary>How far its publication to those who follow the channel is.</summary>
    /// <param name="wait">After which it is tried again; null where it is not.</param>
    public Task RecordCrosspostAsync(OutboxRow row, string state, TimeSpan? wait) =>
        WriteFirstAsync(
            (connection, first) =>
                connection.ExecuteAsync(
                    $"UPDATE outbox SET publishing = @state, publish_not_before = @until WHERE id = @Id AND {NewsPartitions.IsHeldSql()}",
                    new
                    {
                        row.Id,
                        first.Name,
                        first.Fence,
                        state,
                        until = wait is { } span ? In(span) : (long?)null,
                    }
                )
        );

    // What the holder of the first partition does for all. Where that is another process by now, nothing is written: it does it again.
    private async Task<int> WriteFirstAsync(Func<DbConnection, LeasedPartition, Task<int>> write) =>
        partitions.First is { } first ? await database.WriteAsync(connection => write(connection, first)) : 0;

    private long In(TimeSpan wait) => time.Milliseconds() + (long)(wait < MaxWait ? wait : MaxWait).TotalMilliseconds;
}
