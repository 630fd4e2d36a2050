using AiNewsBot.Chat.Posting;
using AiNewsBot.Jobs;
using AiNewsBot.Scheduling;
using AiNewsBot.Storage;
using Dapper;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Outbox.Delivery;

/// <summary>Brings posts up to date whose story was edited or is told elsewhere, too:
/// at once the first time, ever later the more often.</summary>
internal sealed partial class MessageUpdater(
    IDatabase database,
    OutboxStore outbox,
    PostRenderer renderer,
    IChannelPoster poster,
    DatabaseWatch watch,
    TimeProvider time,
    ILogger<MessageUpdater> logger
)
{
    private const int AtOnce = 20;
    private const int MaxEdits = 20;

    private readonly Wakeup _wakeup = watch.CreateWakeup();

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            // A feed that changes its texts at each reading is not followed letter by letter: a minute more of rest after each edit.
            var due = await database.ReadAsync(
                async connection =>
                    (
                        await connection.QueryAsync<OutboxRow>(
                            $"""
                            SELECT {OutboxRow.Columns} FROM outbox
                                WHERE state = 'stale' AND (edited_at IS NULL OR edited_at > @now OR edited_at + edits * 60000 <= @now)
                                AND (not_before IS NULL OR not_before <= @now OR not_before > @now + @longest) ORDER BY id LIMIT {AtOnce}
                            """,
                            new { now = time.Milliseconds(), longest = (long)OutboxStore.MaxWait.TotalMilliseconds }
                        )
                    ).ToArray(),
                cancellationToken
            );
            foreach (var row in due)
                await UpdateAsync(row, cancellationToken);
            if (due.Length < AtOnce)
                await _wakeup.WaitAsync(await NextDueAsync(cancellationToken), cancellationToken);
        }
    }

    private async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken) =>
        (
            await database.ReadAsync(
                connection =>
                    connection.ExecuteScalarAsync<long?>(
                        """
                        SELECT MIN(CASE WHEN COALESCE(not_before, 0) > COALESCE(edited_at + edits * 60000, 0) THEN not_before
                            ELSE COALESCE(edited_at + edits * 60000, 0) END) FROM outbox WHERE state = 'stale'
                        """
                    ),
                cancellationToken
            )
        )?.ToDateTimeOffset();

    private async Task UpdateAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        if (row.MessageId is null || row.Edits >= MaxEdits || await renderer.RenderAsync(row, cancellationToken) is not { } rendered)
        {
            await outbox.MarkUpdatedAsync(row, row.Revision, row.Shown, isEdited: false);
            return;
        }

        if (rendered.Shown == row.Shown)
        {
            await outbox.MarkUpdatedAsync(row, rendered.Revision, row.Shown, isEdited: false);
            return;
        }

        var outcome = await poster.EditAsync(row.MessageChannelId ?? row.ChannelId, row.MessageId, rendered.Post, cancellationToken);
        if (outcome.Result is PostResult.Busy or PostResult.Unclear or PostResult.Refused)
        {
            await outbox.PostponeUpdateAsync(row, outcome.RetryAfter ?? TimeSpan.FromSeconds(30));
            return;
        }

        if (outcome.Result != PostResult.Done)
            NotEdited(logger, row.Id, outcome.Reason);
        await outbox.MarkUpdatedAsync(row, rendered.Revision, rendered.Shown, isEdited: true);
    }

    [LoggerMessage(1, LogLevel.Information, "Failed to edit post {Id}; keeping it as it is: {Reason}")]
    private static partial void NotEdited(ILogger logger, long id, string? reason);
}
