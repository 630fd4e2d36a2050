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
    DatabaseWriter database,
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
            var due = database.Read(connection =>
                connection
                    .Query<OutboxRow>(
                        $"""
                        SELECT {OutboxRow.Columns} FROM outbox
                            WHERE state = 'stale' AND (edited_at IS NULL OR edited_at > @now OR edited_at + edits * 60000 <= @now)
                            AND (not_before IS NULL OR not_before <= @now OR not_before > @now + 7200000) ORDER BY id LIMIT {AtOnce}
                        """,
                        new { now = time.Milliseconds() }
                    )
                    .ToArray()
            );
            foreach (var row in due)
                await UpdateAsync(row, cancellationToken);
            if (due.Length < AtOnce)
                await _wakeup.WaitAsync(NextDue(), cancellationToken);
        }
    }

    private DateTimeOffset? NextDue() =>
        database
            .Read(connection =>
                connection.ExecuteScalar<long?>(
                    """
                    SELECT MIN(CASE WHEN COALESCE(not_before, 0) > COALESCE(edited_at + edits * 60000, 0) THEN not_before
                        ELSE COALESCE(edited_at + edits * 60000, 0) END) FROM outbox WHERE state = 'stale'
                    """
                )
            )
            ?.ToDateTimeOffset();

    private async Task UpdateAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        if (row.MessageId is null || row.Edits >= MaxEdits || renderer.Render(row) is not { } rendered)
        {
            Done(row, row.Revision, row.Shown, isEdited: false);
            return;
        }

        if (rendered.Shown == row.Shown)
        {
            Done(row, rendered.Revision, row.Shown, isEdited: false);
            return;
        }

        var outcome = await poster.EditAsync(row.MessageChannelId ?? row.ChannelId, row.MessageId, rendered.Post, cancellationToken);
        if (outcome.Result is PostResult.Busy or PostResult.Unclear or PostResult.Refused)
        {
            database.Write(connection =>
                connection.Execute(
                    "UPDATE outbox SET not_before = @until WHERE id = @Id",
                    new { row.Id, until = time.Milliseconds() + (long)(outcome.RetryAfter ?? TimeSpan.FromSeconds(30)).TotalMilliseconds }
                )
            );
            return;
        }

        if (outcome.Result != PostResult.Done)
            NotEdited(logger, row.Id, outcome.Reason);
        Done(row, rendered.Revision, rendered.Shown, isEdited: true);
    }

    // Where the story changed once more meanwhile, it stays to be done.
    private void Done(OutboxRow row, long? revision, string? shown, bool isEdited) =>
        database.Write(connection =>
            connection.Execute(
                """
                UPDATE outbox SET state = CASE WHEN @isEdited AND @revision < (SELECT revision FROM items
                    WHERE items.id = outbox.item_id) THEN 'stale' ELSE 'sent' END,
                    revision = coalesce(@revision, revision), shown = @shown, not_before = NULL, edits = edits + @isEdited, edited_at = CASE
                        WHEN @isEdited THEN @now ELSE edited_at END
                WHERE id = @Id AND state = 'stale'
                """,
                new
                {
                    row.Id,
                    revision,
                    shown,
                    isEdited,
                    now = time.Milliseconds(),
                }
            )
        );

    [LoggerMessage(1, LogLevel.Information, "Failed to edit post {Id}; keeping it as it is: {Reason}")]
    private static partial void NotEdited(ILogger logger, long id, string? reason);
}
