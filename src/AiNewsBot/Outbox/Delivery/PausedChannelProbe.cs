using System.Collections.Concurrent;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Posting;
using AiNewsBot.Common;
using AiNewsBot.Jobs;
using AiNewsBot.News.Subscriptions;
using AiNewsBot.Storage;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Outbox.Delivery;

/// <summary>
/// Looks after channels that news cannot be posted in: when something changes in their server, and else seldom and ever more seldom. After
/// new channels it looks once, before there is something to post.
/// </summary>
internal sealed partial class PausedChannelProbe(
    SubscriptionStore subscriptions,
    ChannelCache channels,
    ChannelStore known,
    IChannelPoster poster,
    IChatTransport transport,
    OutboxSignal signal,
    DatabaseWatch watch,
    TimeProvider time,
    ILogger<PausedChannelProbe> logger
)
{
    private static readonly TimeSpan Grouping = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Maximum = TimeSpan.FromHours(1);

    private readonly Wakeup _wakeup = watch.CreateWakeup();
    private readonly Dictionary<string, (long Since, int Tries)> _waits = [];
    private readonly HashSet<string> _lookedAt = [];
    private long _last;
    private readonly ConcurrentDictionary<string, bool> _changed = new();

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        transport.ServerChanged += OnServerChanged;
        try
        {
            while (true)
            {
                await _wakeup.WaitAsync(await ProbeAsync(cancellationToken), cancellationToken);

                // Changes come in groups: one look is made after all of them.
                await Task.Delay(Grouping, time, cancellationToken);
            }
        }
        finally
        {
            transport.ServerChanged -= OnServerChanged;
        }
    }

    private void OnServerChanged(string server)
    {
        _changed[server] = true;
        _wakeup.Raise();
    }

    // When the next channel is to be tried; null where none is paused.
    private async Task<DateTimeOffset?> ProbeAsync(CancellationToken cancellationToken)
    {
        // Taken before anything is looked at: what changes meanwhile is for the next time.
        var changed = _changed.Keys.Where(server => _changed.TryRemove(server, out _)).ToHashSet();
        var added = await subscriptions.AddedAsync(_last, cancellationToken);
        foreach (var one in added)
        {
            if (!one.IsPaused && _lookedAt.Add(one.ChannelId) && await known.FindAsync(one.ChannelId, cancellationToken) is null)
                await channels.FindAsync(one.ChannelId, cancellationToken);
            _last = one.Id;
        }

        var all = await subscriptions.PausedAsync(cancellationToken);
        var paused = all.Where(IsWaiting)
            .GroupBy(one => one.ChannelId)
            .ToDictionary(group => group.Key, group => group.Select(one => one.ServerId).FirstOrDefault(id => id is not null));
        foreach (var (channel, server) in paused)
        {
            if (!IsDue(channel) && (server is null || !changed.Contains(server)))
                continue;
            foreach (var tag in all.Where(one => IsWaiting(one) && one.ChannelId == channel).Select(one => one.Tag).Distinct())
                await TryAsync(channel, tag, cancellationToken);
        }

        foreach (var gone in _waits.Keys.Where(channel => !paused.ContainsKey(channel)).ToArray())
        {
            // What is paused again soon after it went on is not asked more often for that.
            if (time.GetElapsedTime(_waits[gone].Since) > Maximum)
                _waits.Remove(gone);
        }

        return paused.Count == 0
            ? null
            : time.GetUtcNow()
                + paused.Keys.Select(channel => _waits[channel]).Min(wait => DelayAfter(wait.Tries) - time.GetElapsedTime(wait.Since));
    }

    // What a moderator paused waits for them, even where the channel takes posts again; and whose direct messages were closed is not asked
    // again and again.
    private static bool IsWaiting(Subscription one) => one is { IsPaused: true, IsPausedByModerator: false, UserId: null };

    private bool IsDue(string channel)
    {
        if (!_waits.TryGetValue(channel, out var wait))
        {
            _waits[channel] = (time.GetTimestamp(), 1);
            return false;
        }

        if (time.GetElapsedTime(wait.Since) < DelayAfter(wait.Tries))
            return false;
        _waits[channel] = (time.GetTimestamp(), wait.Tries + 1);
        return true;
    }

    private static TimeSpan DelayAfter(int tries) => Backoff.Delay(FirstDelay, tries, Maximum);

    private async Task TryAsync(string channel, string? tag, CancellationToken cancellationToken)
    {
        if (await poster.MayPostAsync(channel, tag, cancellationToken) && await subscriptions.ResumeAsync(channel, tag, cancellationToken))
        {
            GoesOn(logger, channel);
            signal.Raise();
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Resumed news in channel {Channel}")]
    private static partial void GoesOn(ILogger logger, string channel);
}
