using System.Collections.Concurrent;
using System.Collections.Immutable;
using AiNewsBot.Feeds;
using AiNewsBot.Feeds.Fetching;
using AiNewsBot.Jobs;
using AiNewsBot.News.Feeds;
using AiNewsBot.Outbox;
using AiNewsBot.Outbox.Partitions;
using AiNewsBot.Scheduling;
using AiNewsBot.Storage;
using AiNewsBot.Storage.Leases;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.News.Ingest;

/// <summary>Asks for each feed of this process when its time has come.</summary>
internal sealed partial class FeedPoller(
    FeedStore feeds,
    FeedReader reader,
    FeedIngestor readings,
    NewsPartitions partitions,
    OutboxSignal outbox,
    PollSchedule intervals,
    DatabaseWatch watch,
    TimeProvider time,
    ILogger<FeedPoller> logger
) : IDisposable
{
    private const int MaxCount = 200;
    private const int MaxPolls = 32;
    private const int MaxSlowPolls = 96;
    private static readonly TimeSpan MaxNap = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MinNap = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan BetweenNotices = TimeSpan.FromMinutes(1);

    private readonly Wakeup _wakeup = watch.CreateWakeup();
    private readonly StragglerLimiter _polls = new(MaxPolls, MaxSlowPolls, time);
    private readonly ConcurrentDictionary<long, bool> _asked = new();
    private readonly ConcurrentQueue<FeedPollUpdate> _notes = new();
    private long? _notifiedAt;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var clock = new ClockJumpDetector(time);
        var running = new ConcurrentDictionary<Task, bool>();
        ImmutableArray<LeasedPartition> planned = [];
        partitions.Acquired += _wakeup.Raise;
        try
        {
            while (true)
            {
                // What is flushed after the clock was looked at is put right with the rest, if it jumped.
                var jumped = clock.DetectJump();
                await FlushAsync();
                var open = partitions.Open;
                if (jumped is { } jump)
                {
                    ClockWasSet(logger, jump);
                    await feeds.RescheduleAsync((long)jump.TotalMilliseconds, partitions.SetOf(open.Intersect(planned)), cancellationToken);
                }

                // Another process planned them, by its own clock.
                if (open.RemoveRange(planned) is { IsEmpty: false } acquired)
                    await feeds.RescheduleAsync(null, partitions.SetOf(acquired), cancellationToken);
                planned = open;
                if (open.IsEmpty)
                {
                    await _wakeup.WaitAsync(null, cancellationToken);
                    continue;
                }

                var mine = partitions.SetOf(open);
                foreach (
                    var feed in (await feeds.DueAsync(MaxCount + _asked.Count, mine, cancellationToken)).Where(feed =>
                        !_asked.ContainsKey(feed.Id)
                    )
                )
                {
                    var permit = await _polls.EnterAsync(cancellationToken);
                    if (Start(feed, permit, cancellationToken) is not { } poll)
                        continue;
                    running[poll] = true;
                    _ = poll.ContinueWith(done => running.TryRemove(done, out _), TaskScheduler.Default);
                }

                await FlushAsync();
                await NotifyFailingAsync(cancellationToken);
                await PauseAsync(mine, cancellationToken);
            }
        }
        finally
        {
            partitions.Acquired -= _wakeup.Raise;
            await Task.WhenAll(running.Keys).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await FlushAsync();
        }
    }

    public void Dispose() => _polls.Dispose();

    // Null where the feed is another process's by now.
    private Task? Start(FeedRecord feed, IDisposable permit, CancellationToken cancellationToken)
    {
        _asked[feed.Id] = true;
        if (partitions.ForFeed(feed.Id)?.TryStart(end => PollAsync(feed, permit, end), cancellationToken) is { } poll)
            return poll;
        _asked.TryRemove(feed.Id, out _);
        permit.Dispose();
        return null;
    }

    private async Task PollAsync(FeedRecord feed, IDisposable permit, CancellationToken cancellationToken)
    {
        using var held = permit;
        try
        {
            var began = time.GetTimestamp();
            var result = await reader.ReadAsync(feed, cancellationToken);
            if (await ApplyAsync(feed, result, began, cancellationToken) is { } note)
                _notes.Enqueue(note);
            else
                _asked.TryRemove(feed.Id, out _);
        }
        catch (Exception exception) when (exception is OperationCanceledException or StorageException { IsLogged: true })
        {
            // It is read again when the database can be used: the feed is not at fault.
            _asked.TryRemove(feed.Id, out _);
        }
        catch (Exception exception)
        {
            // A bug that affects this feed alone: the others continue.
            Broken(logger, exception, feed.Url);
            _notes.Enqueue(RecordFailure(feed, new FeedFault(FeedFaultCode.OwnFault), PollHints.None, time.GetTimestamp()));
        }
    }

    // What there is to note; null where it was stored already.
    private async Task<FeedPollUpdate?> ApplyAsync(FeedRecord feed, PollResult result, long began, CancellationToken cancellationToken)
    {
        var timing = new PollTiming(began, intervals.Wait(feed, result.Hints, 0));
        switch (result)
        {
            case PollResult.Failed failed:
                if (feed.Fault != FeedFaults.Store(failed.Fault))
                    CannotRead(logger, feed.Url, failed.Fault.ToString());

                // Where it had moved to is not its own address: what is gone there may be back at home.
                return RecordFailure(feed, failed.Fault, failed.Hints, began) with
                {
                    IsGone = failed.IsGone && feed.MovedTo is null,
                    HasLeft = failed.IsGone,
                };
            case PollResult.Unchanged unchanged:
                return new FeedPollUpdate
                {
                    Id = feed.Id,
                    Timing = timing,
                    MovedTo = result.MovedTo?.ToString(),
                    ETag = unchanged.Validators?.ETag,
                    LastModified = unchanged.Validators?.LastModified,
                };
            default:
                var (count, doubt) = await readings.IngestAsync(
                    feed,
                    (PollResult.Read)result,
                    timing,
                    partitions.ConfirmAsync,
                    cancellationToken
                );
                if (count > 0 || doubt is not null)
                    outbox.Raise();
                if (doubt is not null)
                    Held(logger, feed.Url, doubt.Sentence);
                else if (count > 0)
                    HasNews(logger, feed.Url, count);
                return null;
        }
    }

    private FeedPollUpdate RecordFailure(FeedRecord feed, FeedFault fault, PollHints hints, long began) =>
        new()
        {
            Id = feed.Id,
            Timing = new PollTiming(began, feed.IsActive ? intervals.Wait(feed, hints, feed.Failures + 1) : PollPlan.Maximum),
            Fault = FeedFaults.Store(fault),
        };

    // Also while the bot stops: what was read is not read again.
    private async Task FlushAsync()
    {
        var notes = new List<FeedPollUpdate>();
        while (_notes.TryDequeue(out var note))
            notes.Add(note);
        if (notes.Count == 0)
            return;
        try
        {
            if (await feeds.RecordPollsAsync(notes, partitions.ConfirmAsync))
                outbox.Raise();
        }
        finally
        {
            // What could not be noted is asked for again when the database can be used.
            notes.ForEach(note => _asked.TryRemove(note.Id, out _));
        }
    }

    private async Task NotifyFailingAsync(CancellationToken cancellationToken)
    {
        if (partitions.First is null || _notifiedAt is { } last && time.GetElapsedTime(last) < BetweenNotices)
            return;
        _notifiedAt = time.GetTimestamp();
        if (await feeds.NotifyFailingAsync(cancellationToken))
            outbox.Raise();
    }

    // Until the next feed is due, or another one is followed. While feeds are read, what they bring is noted in groups.
    private async Task PauseAsync(PartitionSet mine, CancellationToken cancellationToken)
    {
        var (now, next) = (time.GetUtcNow(), (await feeds.NextDueAsync(mine, cancellationToken))?.ToDateTimeOffset());
        if (_asked.IsEmpty && (next is null || next > now + MaxNap))
        {
            await _wakeup.WaitAsync(next < now + BetweenNotices ? next : now + BetweenNotices, cancellationToken);
            return;
        }

        var nap = next - now ?? MaxNap;
        await Task.Delay(
            nap < MinNap ? MinNap
                : nap > MaxNap ? MaxNap
                : nap,
            time,
            cancellationToken
        );
    }

    [LoggerMessage(1, LogLevel.Warning, "Feed {Url} failed: {Reason}")]
    private static partial void CannotRead(ILogger logger, string url, string reason);

    [LoggerMessage(2, LogLevel.Error, "Failed to ingest feed {Url}")]
    private static partial void Broken(ILogger logger, Exception exception, string url);

    [LoggerMessage(3, LogLevel.Information, "Feed {Url} has {Count} new entries")]
    private static partial void HasNews(ILogger logger, string url, int count);

    [LoggerMessage(4, LogLevel.Information, "Holding new entries of feed {Url} for a moderator: {Doubt}")]
    private static partial void Held(ILogger logger, string url, string doubt);

    [LoggerMessage(5, LogLevel.Information, "System clock jumped by {Jump}; rescheduling feeds")]
    private static partial void ClockWasSet(ILogger logger, TimeSpan jump);
}
