using AiNewsBot.Answering;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Posting;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Outbox;
using AiNewsBot.Scheduling;
using AiNewsBot.Storage;
using Dapper;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Curation.Jobs;

/// <summary>Notifies authors of suggestions of the outcome, by direct message; authors who refuse them are not tried twice.</summary>
internal sealed partial class SuggestionNotifier(
    DatabaseWriter database,
    IChannelPoster poster,
    SnapshotHolder snapshots,
    OutboxSignal signal,
    TimeProvider time,
    ILogger<SuggestionNotifier> logger
) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);
    private const int MaxCount = 10;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await snapshots.Loaded.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await NotifyAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is StorageException or Microsoft.Data.Sqlite.SqliteException)
            {
                Failed(logger, exception.Message);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task NotifyAsync(CancellationToken cancellationToken)
    {
        var decided = database.Read(connection =>
            connection
                .Query<Row>(
                    """
                    SELECT number AS Number, layer AS Layer, author AS Author, subject AS Subject, property AS Property, state AS State,
                        outcome AS Outcome FROM suggestions
                    WHERE told = 0 AND author IS NOT NULL AND state IN ('approved', 'rejected', 'superseded') ORDER BY number LIMIT @Most
                    """,
                    new { Most = MaxCount }
                )
                .AsList()
        );
        foreach (var row in decided)
        {
            var (channel, refusal) = await poster.DirectAsync(row.Author, cancellationToken);
            if (refusal is { Result: PostResult.Busy or PostResult.Unclear or PostResult.Refused })
                return;
            database.Write(connection =>
            {
                // One process of several tells; the message goes out once, like everything in the outbox.
                if (
                    connection.Execute("UPDATE suggestions SET told = 1 WHERE number = @Number AND told = 0", row) == 1
                    && channel is not null
                )
                    OutboxWriter.Add(connection, new NewPost(new NoticePayload(TextOf(row)), channel), time.Milliseconds());
            });
            signal.Raise();
        }
    }

    private string TextOf(Row row)
    {
        var what = row.State switch
        {
            "approved" => "was approved. Answers show it now: thank you.",
            "rejected" => "was not taken.",
            _ => "was superseded: an editor wrote the same meanwhile. Thank you.",
        };
        var why = row.Outcome is { } outcome ? $"\n> {Markdown.Escape(outcome.ReplaceLineEndings(" "))}" : "";
        var where = row.Layer == StatementRow.Global ? "" : $" in {Markdown.Link("a server", $"https://discord.com/channels/{row.Layer}")}";
        return $"Your suggestion {row.Number}{where} ({FactText.Title(snapshots.Current.Facts, row.Subject, row.Property)}) {what}{why}";
    }

    [LoggerMessage(1, LogLevel.Error, "Failed to notify authors of suggestions; retrying: {Reason}")]
    private static partial void Failed(ILogger logger, string reason);

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
