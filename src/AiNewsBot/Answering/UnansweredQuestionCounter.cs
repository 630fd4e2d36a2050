using System.Globalization;
using System.Threading.Channels;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Limits;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Text;
using AiNewsBot.Storage;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Answering;

/// <summary>
/// Counts the questions that got no answer, normalised and without user ids, for the moderators. They are written after the reply:
/// no reply waits for a counter.
/// </summary>
internal sealed partial class UnansweredQuestionCounter(
    DatabaseWriter database,
    UserLimits limits,
    TimeProvider time,
    ILogger<UnansweredQuestionCounter> logger
) : BackgroundService
{
    private const int MaxQuestionLength = 200;
    private const int MaxWaiting = 10_000;

    private readonly Channel<Entry> _waiting = Channel.CreateBounded<Entry>(
        new BoundedChannelOptions(MaxWaiting) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    /// <summary>Counts a question if its answer was that something is not known.</summary>
    public void Count(Answer answer, Caller caller)
    {
        if (answer.Status is not (AnswerStatus.UnknownSubject or AnswerStatus.NoFact))
            return;
        var question = string.Join(' ', Tokenizer.Split(answer.Question).Select(token => token.Text));
        if (question.Length is 0 or > MaxQuestionLength || limits.Take(LimitedAction.Unanswered, caller.User) > TimeSpan.Zero)
            return;
        _waiting.Writer.TryWrite(new Entry(caller.Server ?? "", question, time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture)));
    }

    /// <summary>Completes when all that was counted so far is written.</summary>
    public async Task WrittenAsync(CancellationToken cancellationToken)
    {
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await _waiting.Writer.WriteAsync(new Entry("", "", "") { Written = written }, cancellationToken);
        await written.Task.WaitAsync(cancellationToken);
    }

    public override void Dispose()
    {
        // What was asked while the bot stopped.
        TryWriteAll();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await _waiting.Reader.WaitToReadAsync(stoppingToken))
            TryWriteAll();
    }

    private void TryWriteAll()
    {
        var entries = new List<Entry>();
        while (_waiting.Reader.TryRead(out var entry))
            entries.Add(entry);
        try
        {
            if (entries.Exists(entry => entry.Written is null))
                database.Write(connection => Write(connection, entries));
        }
        catch (Exception exception) when (exception is SqliteException or StorageException)
        {
            NotCounted(logger, entries.Count, exception.Message);
        }

        foreach (var entry in entries)
            entry.Written?.TrySetResult();
    }

    private static void Write(SqliteConnection connection, List<Entry> entries)
    {
        foreach (var (server, question, at) in entries.Where(entry => entry.Written is null))
        {
            connection.Execute(
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

    [LoggerMessage(1, LogLevel.Error, "Failed to count {Count} unanswered questions: {Reason}")]
    private static partial void NotCounted(ILogger logger, int count, string reason);

    // One without a question asks to be told when those before it are written.
    private sealed record Entry(string Server, string Question, string At)
    {
        public TaskCompletionSource? Written { get; init; }
    }
}
