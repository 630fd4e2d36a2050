using AiNewsBot.Chat.Posting;
using AiNewsBot.Jobs;
using AiNewsBot.Scheduling;
using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.Outbox.Delivery;

/// <summary>Publishes posts of announcement channels to those who follow them: slowly,
/// for the chat allows ten an hour, and holding up nothing.</summary>
internal sealed class CrosspostWorker(IDatabase database, OutboxStore outbox, IChannelPoster poster, DatabaseWatch watch, TimeProvider time)
{
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(30);

    private readonly Wakeup _wakeup = watch.CreateWakeup();

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            // One of each channel, the oldest.
            var due = await database.ReadAsync(
                async connection =>
                    (
                        await connection.QueryAsync<OutboxRow>(
                            $"""
                            SELECT {OutboxRow.Columns} FROM outbox WHERE id IN (SELECT MIN(id) FROM outbox
                                WHERE publishing = 'pending' GROUP BY channel_id)
                                AND (publish_not_before IS NULL OR publish_not_before <= @now OR publish_not_before > @now + @longest)
                            """,
                            new { now = time.Milliseconds(), longest = (long)OutboxStore.MaxWait.TotalMilliseconds }
                        )
                    ).ToArray(),
                cancellationToken
            );
            foreach (var row in due)
                await PublishAsync(row, cancellationToken);
            if (due.Length == 0)
                await _wakeup.WaitAsync(await NextDueAsync(cancellationToken), cancellationToken);
        }
    }

    private async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken) =>
        (
            await database.ReadAsync(
                connection =>
                    connection.ExecuteScalarAsync<long?>(
                        "SELECT MIN(COALESCE(publish_not_before, 0)) FROM outbox WHERE publishing = 'pending'"
                    ),
                cancellationToken
            )
        )?.ToDateTimeOffset();

    private async Task PublishAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        if (row.MessageId is null)
        {
            await outbox.RecordCrosspostAsync(row, CrosspostState.Failed, null);
            return;
        }

        var outcome = await poster.PublishAsync(row.MessageChannelId ?? row.ChannelId, row.MessageId, cancellationToken);
        switch (outcome.Result)
        {
            case PostResult.Done:
                await outbox.RecordCrosspostAsync(row, CrosspostState.Done, null);
                break;
            case PostResult.Busy or PostResult.Unclear or PostResult.Refused:
                await outbox.RecordCrosspostAsync(row, CrosspostState.Pending, outcome.RetryAfter ?? Retry);
                break;
            default:
                await outbox.RecordCrosspostAsync(row, CrosspostState.Failed, null);
                break;
        }
    }
}
