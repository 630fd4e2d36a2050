using System.Data.Common;
using System.Threading.Channels;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Limits;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Scheduling;
using AiNewsBot.Storage;
using Dapper;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Answering;

/// <summary>
/// Counts the questions that got no answer, normalised and without user ids, for the moderators. They are written after the reply:
/// no reply waits for a counter.
/// </summary>
internal sealed partial class UnansweredQuestionCounter(
    IDatabase database,
    SnapshotHolder snapshots,
    UserLimits limits,
    TimeProvider time,
    ILogger<UnansweredQuestionCounter> logger
) : BackgroundService
{
    private const int MaxQuestionLength = 200;
    private const int MaxWaiting = 10_000;
    private static readonly TimeSpan MaxReplyTime = TimeSpan.FromMinutes(1);

    private readonly Channel<Entry> _waiting = Channel.CreateBounded<Entry>(
        new BoundedChannelOptions(MaxWaiting) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    /// <summary>Notes a question if its answer was that something is not known: it is counted after the reply.</summary>
    /// <returns>What to do when the reply was sent; null where there is nothing to count.</returns>
    public Action<bool>? CountAfterReply(Answer answer, Caller caller)
    {
        if (answer.Status is not (AnswerStatus.UnknownSubject or AnswerStatus.NoFact))
            return null;
        var entry = new Entry(answer.Question, caller, time.Milliseconds());
        _waiting.Writer.TryWrite(entry);
        return _ => entry.Replied.TrySetResult();
    }

    /// <summary>Completes when all that was noted so far is written.</summary>
    public async Task WrittenAsync(CancellationToken cancellationToken)
    {
        var mark = new Entry(null, null, 0);
        mark.Replied.SetResult();
        await _waiting.Writer.WriteAsync(mark, cancellationToken);
        await mark.Written.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Counts that the moderators of a server are asked for an answer; false for a question that is not kept.</summary>
    public async Task<bool> WantAsync(string server, string text, CancellationToken cancellationToken)
    {
        if (Normalize(text) is not { } question)
            return false;

        // The asking itself is counted first: it made the row.
        await WrittenAsync(cancellationToken);
        await database.WriteAsync(
            connection =>
                connection.ExecuteAsync(
                    """
                    INSERT INTO unanswered (server, question, asked, last_asked, wanted) VALUES (@server, @question, 1, @at, 1)
                    ON CONFLICT (server, question) DO UPDATE SET wanted = unanswered.wanted + 1, last_asked = excluded.last_asked
                    """,
                    new
                    {
                        server,
                        question,
                        at = time.Milliseconds(),
                    }
                ),
            cancellationToken
        );
        return true;
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);

        // What was asked while the bot stopped.
        var entries = new List<Entry>();
        while (_waiting.Reader.TryRead(out var entry))
            entries.Add(entry);
        if (snapshots.IsLoaded)
            await TryWriteAsync(entries);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The first questions may come before there are tables.
        await snapshots.Loaded.WaitAsync(stoppingToken);
        while (await _waiting.Reader.WaitToReadAsync(stoppingToken))
        {
            var entries = new List<Entry>();
            while (_waiting.Reader.TryPeek(out var next) && (next.Replied.Task.IsCompleted || entries.Count == 0))
            {
                // A reply that was lost on its way is waited for no longer than this.
                await next.Replied.Task.WaitAsync(MaxReplyTime, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                stoppingToken.ThrowIfCancellationRequested();
                _waiting.Reader.TryRead(out _);
                entries.Add(next);
            }

            await TryWriteAsync(entries);
        }
    }

    // Also while the bot stops: they are in no other place by now.
    private async Task TryWriteAsync(List<Entry> entries)
    {
        var asked = entries.Select(Read).OfType<Asked>().ToArray();
        try
        {
            if (asked.Length > 0)
                await database.WriteAsync(connection => WriteAsync(connection, asked));
        }
        catch (Exception exception) when (exception is DbException)
        {
            var level = exception is StorageException { IsLogged: true } ? LogLevel.Information : LogLevel.Error;
            NotCounted(logger, level, asked.Length, exception.Message);
        }

        foreach (var entry in entries)
            entry.Written.TrySetResult();
    }

    private Asked? Read(Entry entry)
    {
        if (entry is not { Question: { } text, Caller: { } caller })
            return null;
        return Normalize(text) is not { } question || limits.Acquire(LimitedAction.Unanswered, caller.User) > TimeSpan.Zero
            ? null
            : new Asked(caller.Server ?? "", question, entry.At);
    }

    private static string? Normalize(string text) =>
        QuestionSpelling.Normalize(text) is { Length: > 0 and <= MaxQuestionLength } question ? question : null;

    private static async Task WriteAsync(DbConnection connection, Asked[] questions)
    {
        foreach (var (server, question, at) in questions)
        {
            await connection.ExecuteAsync(
                """
                INSERT INTO unanswered (server, question, asked, last_asked) VALUES (@server, @question, 1, @at)
                ON CONFLICT (server, question) DO UPDATE SET asked = unanswered.asked + 1, last_asked = excluded.last_asked
                """,
                new
                {
                    server,
                    question,
                    at,
                }
            );
        }
    }

    [LoggerMessage(EventId = 1, Message = "Failed to count {Count} unanswered questions: {Reason}")]
    private static partial void NotCounted(ILogger logger, LogLevel level, int count, string reason);

    // One without a question asks to be told when those before it are written.
    private sealed record Entry(string? Question, Caller? Caller, long At)
    {
        public TaskCompletionSource Replied { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed record Asked(string Server, string Question, long At);
}
