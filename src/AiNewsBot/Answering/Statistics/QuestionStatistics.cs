using System.Collections.Concurrent;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Model;
using AiNewsBot.Jobs;
using AiNewsBot.Scheduling;
using AiNewsBot.Storage;
using Dapper;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Answering.Statistics;

/// <summary>How many questions are asked in each server: numbers by the day, written once a minute.</summary>
internal sealed class QuestionStatistics(
    IDatabase database,
    SnapshotHolder snapshots,
    TimeProvider time,
    ILogger<QuestionStatistics> logger
) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private ConcurrentDictionary<(string Server, DateOnly Day), Counts> _counts = new();

    /// <summary>Counts a question; those outside of servers are not counted.</summary>
    public void Count(string? server, AnswerStatus status)
    {
        if (server is null)
            return;
        var counts = _counts.GetOrAdd((server, time.Today()), _ => new Counts());
        Interlocked.Increment(ref counts.Asked);
        if (status is AnswerStatus.UnknownSubject or AnswerStatus.NoFact)
            Interlocked.Increment(ref counts.Unanswered);
    }

    /// <summary>Writes what was counted since.</summary>
    public async Task WriteAsync()
    {
        var counted = Interlocked.Exchange(ref _counts, new()).ToArray();
        if (counted.Length == 0)
            return;
        try
        {
            await database.WriteAsync(connection =>
                connection.ExecuteAsync(
                    """
                    INSERT INTO question_counts (server, day, asked, unanswered) VALUES (@Server, @day, @Asked, @Unanswered)
                    ON CONFLICT (server, day) DO UPDATE SET asked = question_counts.asked + excluded.asked,
                        unanswered = question_counts.unanswered + excluded.unanswered
                    """,
                    counted.Select(pair => new
                    {
                        pair.Key.Server,
                        day = IsoDay.Format(pair.Key.Day),
                        pair.Value.Asked,
                        pair.Value.Unanswered,
                    })
                )
            );
        }
        catch
        {
            // Counted again with what comes.
            foreach (var (key, counts) in counted)
            {
                var kept = _counts.GetOrAdd(key, _ => new Counts());
                Interlocked.Add(ref kept.Asked, counts.Asked);
                Interlocked.Add(ref kept.Unanswered, counts.Unanswered);
            }

            throw;
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await WriteAsync();
        }
        catch (System.Data.Common.DbException)
        {
            // The log has said by then that the database cannot be used.
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await snapshots.Loaded.WaitAsync(stoppingToken);
        await new PeriodicJob("count questions", time, logger).RunAsync(Interval, Interval, WriteAsync, stoppingToken);
    }

    private sealed class Counts
    {
        public long Asked;

        public long Unanswered;
    }
}
