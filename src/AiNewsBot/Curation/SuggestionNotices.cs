using AiNewsBot.Answering;
using AiNewsBot.Cards;
using AiNewsBot.News.Outbox;
using AiNewsBot.Storage;
using AiNewsBot.Transport.Posting;
using Dapper;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Curation;

/// <summary>Tells whoever suggested something what became of it, by a direct message; whoever takes none is not asked twice.</summary>
internal sealed partial class SuggestionNotices(DatabaseWriter database, IChannelPoster poster, SnapshotHolder snapshots, OutboxSignal signal, TimeProvider time, ILogger<SuggestionNotices> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);
    private const int Most = 10;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await snapshots.Loaded.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await TellAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is StorageException or Microsoft.Data.Sqlite.SqliteException)
            {
                Failed(logger, exception.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TellAsync(CancellationToken cancellationToken)
    {
        var decided = database.Read(connection => connection.Query<Row>(
            """
            SELECT number AS Number, layer AS Layer, author AS Author, subject AS Subject, property AS Property, state AS State, outcome AS Outcome FROM suggestions
            WHERE told = 0 AND author IS NOT NULL AND state IN ('approved', 'rejected', 'superseded') ORDER BY number LIMIT @Most
            """, new { Most }).AsList());
        foreach (var row in decided)
        {
            var (channel, refusal) = await poster.DirectAsync(row.Author, cancellationToken);
            if (refusal is { Result: PostResult.Busy or PostResult.Unclear or PostResult.Refused })
                return;
            database.Write(connection =>
            {
                // One process of several tells; the message goes out once, like all that stands in the outbox.
                if (connection.Execute("UPDATE suggestions SET told = 1 WHERE number = @Number AND told = 0", row) == 1 && channel is not null)
                {
                    connection.Execute("INSERT INTO outbox (kind, channel_id, part, state, created_at) VALUES ('notice', @channel, @text, 'pending', @at)",
                        new { channel, text = TextOf(row), at = time.GetUtcNow().ToUnixTimeMilliseconds() });
                }
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
            _ => "was overtaken: somebody edited the same fact meanwhile.",
        };
        var why = row.Outcome is { } outcome ? $"\n> {Markdown.Escape(outcome.ReplaceLineEndings(" "))}" : "";
        var where = row.Layer == StatementRow.Global ? "" : $" in {Markdown.Link("a server", $"https://discord.com/channels/{row.Layer}")}";
        return $"Your suggestion {row.Number}{where} ({FactText.Title(snapshots.Current.Facts, row.Subject, row.Property)}) {what}{why}";
    }

    [LoggerMessage(1, LogLevel.Error, "What became of suggestions could not be told, and is tried again: {Reason}")]
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
