using System.Collections.Concurrent;
using AiNewsBot.Feeds.Fetching;
using AiNewsBot.News.Feeds;
using AiNewsBot.News.Outbox;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.News.Polling;

/// <summary>Asks for each feed when its time has come. One process alone does so at a time.</summary>
internal sealed partial class Poller(FeedStore feeds, FeedReader reader, ReadingStore readings, OutboxSignal outbox, NewsIntervals intervals, TimeProvider time, ILogger<Poller> logger) : IDisposable
{
    private const int Most = 200;
    private static readonly TimeSpan LongestNap = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ShortestNap = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan BetweenNotices = TimeSpan.FromMinutes(1);

    private readonly PollSlots _slots = new(time);
    private readonly ConcurrentDictionary<long, bool> _asked = new();
    private readonly ConcurrentQueue<FeedNote> _notes = new();
    private long? _notifiedAt;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        feeds.Reschedule(null);
        var clock = new ClockWatch(time);
        var running = new ConcurrentDictionary<Task, bool>();
        try
        {
            while (true)
            {
                // What is flushed after the clock was looked at is put right with the rest, if it jumped.
                var jumped = clock.Jump();
                Flush();
                if (jumped is { } jump)
                {
                    ClockWasSet(logger, jump);
                    feeds.Reschedule((long)jump.TotalMilliseconds);
                }

                foreach (var feed in feeds.Due(Most + _asked.Count).Where(feed => !_asked.ContainsKey(feed.Id)))
                {
                    await _slots.EnterAsync(cancellationToken);
                    _asked[feed.Id] = true;
                    var poll = Task.Run(() => _slots.RunAsync(() => PollAsync(feed, cancellationToken)), CancellationToken.None);
                    running[poll] = true;
                    _ = poll.ContinueWith(done => running.TryRemove(done, out _), TaskScheduler.Default);
                }

                Flush();
                NotifyFailing();
                await Task.Delay(Nap(), time, cancellationToken);
            }
        }
        finally
        {
            await Task.WhenAll(running.Keys).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Flush();
        }
    }

    public void Dispose() => _slots.Dispose();

    private async Task PollAsync(FeedRecord feed, CancellationToken cancellationToken)
    {
        try
        {
            var began = time.GetTimestamp();
            var result = await reader.ReadAsync(feed, cancellationToken);

            // By the clock as it is now: it may have been set while the feed was read.
            if (Take(feed, result, time.GetUtcNow() - time.GetElapsedTime(began)) is { } note)
                _notes.Enqueue(note);
            else
                _asked.TryRemove(feed.Id, out _);
        }
        catch (OperationCanceledException)
        {
            _asked.TryRemove(feed.Id, out _);
        }
        catch (Exception exception)
        {
            // A fault of this program, and of this feed alone: the others go on.
            Broken(logger, exception, feed.Url);
            _notes.Enqueue(FaultOf(feed, "The bot could not take in what came; its log says more.", PollHints.None, time.GetUtcNow()));
        }
    }

    // What there is to note; null where it was stored already.
    private FeedNote? Take(FeedRecord feed, PollResult result, DateTimeOffset began)
    {
        switch (result)
        {
            case PollResult.Failed failed:
                if (feed.Fault != failed.Reason)
                    CannotRead(logger, feed.Url, failed.Reason);

                // Where it had moved to is not its own address: what is gone there may be back at home.
                return FaultOf(feed, failed.Reason, failed.Hints, began) with
                {
                    IsGone = failed.IsGone && feed.MovedTo is null,
                    HasLeft = failed.IsGone,
                };
            case PollResult.Unchanged unchanged:
                return new FeedNote
                {
                    Id = feed.Id,
                    PolledAt = began.ToUnixTimeMilliseconds(),
                    NextPollAt = intervals.Next(feed, result.Hints, 0, began),
                    MovedTo = result.MovedTo?.ToString(),
                    ETag = unchanged.Validators?.ETag,
                    LastModified = unchanged.Validators?.LastModified,
                };
            default:
                var (count, doubt) = readings.Store(feed, (PollResult.Read)result, intervals.Next(feed, result.Hints, 0, began));
                if (count > 0 || doubt is not null)
                    outbox.Raise();
                if (doubt is not null)
                    Held(logger, feed.Url, doubt);
                else if (count > 0)
                    HasNews(logger, feed.Url, count);
                return null;
        }
    }

    private FeedNote FaultOf(FeedRecord feed, string reason, PollHints hints, DateTimeOffset began) => new()
    {
        Id = feed.Id,
        PolledAt = began.ToUnixTimeMilliseconds(),
        Fault = reason,
        NextPollAt = feed.IsActive ? intervals.Next(feed, hints, feed.Failures + 1, began) : (began + PollPlan.Longest).ToUnixTimeMilliseconds(),
    };

    private void Flush()
    {
        var notes = new List<FeedNote>();
        while (_notes.TryDequeue(out var note))
            notes.Add(note);
        if (notes.Count == 0)
            return;
        if (feeds.Note(notes))
            outbox.Raise();
        notes.ForEach(note => _asked.TryRemove(note.Id, out _));
    }

    private void NotifyFailing()
    {
        if (_notifiedAt is { } last && time.GetElapsedTime(last) < BetweenNotices)
            return;
        _notifiedAt = time.GetTimestamp();
        if (feeds.NotifyFailing())
            outbox.Raise();
    }

    private TimeSpan Nap()
    {
        var due = feeds.NextDue() is { } next ? TimeSpan.FromMilliseconds(next - time.Milliseconds()) : LongestNap;
        return due < ShortestNap ? ShortestNap : due > LongestNap ? LongestNap : due;
    }

    [LoggerMessage(1, LogLevel.Warning, "Feed {Url} failed: {Reason}")]
    private static partial void CannotRead(ILogger logger, string url, string reason);

    [LoggerMessage(2, LogLevel.Error, "{Url} could not be taken in")]
    private static partial void Broken(ILogger logger, Exception exception, string url);

    [LoggerMessage(3, LogLevel.Information, "{Url} has {Count} new stories")]
    private static partial void HasNews(ILogger logger, string url, int count);

    [LoggerMessage(4, LogLevel.Information, "{Url} is held back: {Doubt}")]
    private static partial void Held(ILogger logger, string url, string doubt);

    [LoggerMessage(5, LogLevel.Information, "The machine's clock was set by {Jump}; the feeds' times move with it")]
    private static partial void ClockWasSet(ILogger logger, TimeSpan jump);
}
