using AiNewsBot.Answering;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Posting;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Jobs;
using AiNewsBot.Outbox;
using AiNewsBot.Scheduling;
using AiNewsBot.Storage;
using Dapper;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Curation.Jobs;

/// <summary>Notifies authors of suggestions of the outcome, by direct message; authors who refuse them are not tried twice.</summary>
internal sealed class SuggestionNotifier(
    IDatabase database,
    IChannelPoster poster,
    SnapshotHolder snapshots,
    OutboxSignal signal,
    DatabaseWatch watch,
    TimeProvider time,
    ILogger<SuggestionNotifier> logger
) : BackgroundService
{
    private const int MaxCount = 10;

    private readonly Wakeup _wakeup = watch.CreateWakeup();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await snapshots.Loaded.WaitAsync(stoppingToken);
        await new PeriodicJob("notify authors of suggestions", time, logger).RunAsync(_wakeup, NotifyAsync, stoppingToken);
    }

    // False where some are to be told later.
    private async Task<bool> NotifyAsync(CancellationToken cancellationToken)
    {
        var decided = await database.ReadAsync(
            async connection =>
                (
                    await connection.QueryAsync<Row>(
                        """
                        SELECT number AS Number, layer AS Layer, author AS Author, subject AS Subject, property AS Property, state AS State,
                            outcome AS Outcome FROM suggestions
                        WHERE told = 0 AND author IS NOT NULL AND state IN ('approved', 'rejected', 'superseded')
                        ORDER BY number LIMIT @Most
                        """,
                        new { Most = MaxCount }
                    )
                ).AsList(),
            cancellationToken
        );
        foreach (var row in decided)
        {
            var (channel, refusal) = await poster.DirectAsync(row.Author, cancellationToken);
            if (refusal is { Result: PostResult.Busy or PostResult.Unclear or PostResult.Refused })
                return false;
            await database.WriteAsync(
                async connection =>
                {
                    // One process of several tells; the message goes out once, like everything in the outbox.
                    if (
                        await connection.ExecuteAsync("UPDATE suggestions SET told = 1 WHERE number = @Number AND told = 0", row) == 1
                        && channel is not null
                    )
                        await OutboxWriter.AddAsync(connection, new NewPost(new NoticePayload(TextOf(row)), channel), time.Milliseconds());
                },
                cancellationToken
            );
            signal.Raise();
        }

        return true;
    }

    private string TextOf(Row row)
    {
        var what = row.State switch
        {
            SuggestionState.Approved => "was approved. Answers show it now: thank you.",
            SuggestionState.Rejected => "was not taken.",
            _ => "was superseded: an editor wrote the same meanwhile. Thank you.",
        };
        var why = row.Outcome is { } outcome ? $"\n> {Markdown.Escape(outcome.ReplaceLineEndings(" "))}" : "";
        var where = row.Layer == StatementRow.Global ? "" : $" in {Markdown.Link("a server", $"https://discord.com/channels/{row.Layer}")}";
        return $"Your suggestion {row.Number}{where} ({FactText.Title(snapshots.Current.Facts, row.Subject, row.Property)}) {what}{why}";
    }

    internal sealed record Row
    {
        public long Number { get; init; }

        public required string Layer { get; init; }

        public required string Author { get; init; }

        public required string Subject { get; init; }

        public required string Property { get; init; }

        public required string State { get; init; }

        public string? Outcome { get; init; }
    }
}
