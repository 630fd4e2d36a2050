using System.Data.Common;
using AiNewsBot.Scheduling;
using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.Outbox;

/// <summary>What moderators wrote, from the draft until it is due.</summary>
internal sealed class ModeratorPosts(IDatabase database, OutboxSignal signal, TimeProvider time)
{
    /// <summary>Posts or schedules a draft, or discards it.</summary>
    /// <returns>The state that it has now, and when it is due; null where it was decided on before.</returns>
    public async Task<DecidedDraft?> DecideAsync(long id, string server, bool publishes, CancellationToken cancellationToken = default)
    {
        var decided = await database.WriteAsync(
            async connection =>
            {
                var draft = await connection.QueryFirstOrDefaultAsync<DecidedDraft>(
                    """
                    UPDATE outbox SET state = CASE WHEN @publishes = 0 THEN 'dropped' WHEN not_before > @now THEN 'scheduled' ELSE 'pending'
                        END, not_before = CASE WHEN not_before > @now THEN not_before END, reason = CASE WHEN @publishes = 0 THEN @reason
                            END
                    WHERE id = @id AND server_id = @server AND state = 'draft' RETURNING state AS State, not_before AS NotBefore
                    """,
                    new
                    {
                        id,
                        server,
                        publishes = publishes ? 1 : 0,
                        now = time.Milliseconds(),
                        reason = nameof(ReasonCode.Discarded),
                    }
                );
                if (draft?.State == OutboxState.Dropped)
                    await DropPictureAsync(connection, id);
                return draft;
            },
            cancellationToken
        );
        signal.Raise();
        return decided;
    }

    /// <summary>Schedules it for another time and with another tag; false where it is no longer scheduled.</summary>
    public static async Task<bool> RescheduleAsync(DbConnection connection, long id, string server, long due, PostPayload payload) =>
        await connection.ExecuteAsync(
            "UPDATE outbox SET not_before = @due, payload = @json WHERE id = @id AND server_id = @server AND kind = 'post' AND "
                + "state = 'scheduled'",
            new
            {
                id,
                server,
                due,
                json = OutboxPayloadJson.Write(payload).Json,
            }
        ) > 0;

    /// <summary>Cancels it; false where it is no longer scheduled.</summary>
    public Task<bool> CancelAsync(long id, string server, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async connection =>
            {
                var cancelled = await connection.ExecuteAsync(
                    "UPDATE outbox SET state = 'dropped', reason = @reason WHERE id = @id AND server_id = @server AND kind = 'post' AND "
                        + "state = 'scheduled'",
                    new
                    {
                        id,
                        server,
                        reason = nameof(ReasonCode.Cancelled),
                    }
                );
                if (cancelled > 0)
                    await DropPictureAsync(connection, id);
                return cancelled > 0;
            },
            cancellationToken
        );

    private static Task<int> DropPictureAsync(DbConnection connection, long id) =>
        connection.ExecuteAsync("DELETE FROM post_pictures WHERE item_id IN (SELECT item_id FROM outbox WHERE id = @id)", new { id });

    /// <summary>When the next one is due; null where none is scheduled.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken = default) =>
        (
            await database.ReadAsync(
                connection => connection.ExecuteScalarAsync<long?>("SELECT MIN(not_before) FROM outbox WHERE state = 'scheduled'"),
                cancellationToken
            )
        )?.ToDateTimeOffset();

    /// <summary>Those that are due wait for their turn from now on.</summary>
    /// <returns>How many.</returns>
    public async Task<int> ReleaseAsync(CancellationToken cancellationToken = default) =>
        await NextDueAsync(cancellationToken) is not { } next || next > time.GetUtcNow()
            ? 0
            : await database.WriteAsync(
                connection =>
                    connection.ExecuteAsync(
                        "UPDATE outbox SET state = 'pending', not_before = NULL WHERE state = 'scheduled' AND not_before <= @now",
                        new { now = time.Milliseconds() }
                    ),
                cancellationToken
            );
}
