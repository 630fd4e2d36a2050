using AiNewsBot.News.Outbox;
using AiNewsBot.News.Subscriptions;
using AiNewsBot.Transport.Posting;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.News.Delivery;

/// <summary>Looks after channels that news cannot be posted in, seldom and ever more seldom, and after new ones once, before there is something to post.</summary>
internal sealed partial class Recovery(SubscriptionStore subscriptions, ChannelBook channels, OutboxStore outbox, IChannelPoster poster, OutboxSignal signal, TimeProvider time, ILogger<Recovery> logger)
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan First = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private readonly Dictionary<string, (long Since, TimeSpan Wait)> _waits = [];
    private readonly HashSet<string> _lookedAt = [];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var all = subscriptions.All();
            foreach (var channel in all.Where(one => !one.IsPaused).Select(one => one.ChannelId).Distinct().Where(_lookedAt.Add).Where(id => outbox.Channel(id) is null).ToArray())
                await channels.FindAsync(channel, cancellationToken);
            var paused = all.Where(one => one.IsPaused).Select(one => one.ChannelId).ToHashSet();
            foreach (var channel in paused)
                await TryAsync(channel, cancellationToken);
            foreach (var gone in _waits.Keys.Where(channel => !paused.Contains(channel)).ToArray())
            {
                // What is paused again soon after it went on is not asked more often for that.
                if (time.GetElapsedTime(_waits[gone].Since) > Longest)
                    _waits.Remove(gone);
            }

            await Task.Delay(Look, time, cancellationToken);
        }
    }

    private async Task TryAsync(string channel, CancellationToken cancellationToken)
    {
        if (!_waits.TryGetValue(channel, out var wait))
        {
            _waits[channel] = (time.GetTimestamp(), First);
            return;
        }

        if (time.GetElapsedTime(wait.Since) < wait.Wait)
            return;
        _waits[channel] = (time.GetTimestamp(), wait.Wait * 2 < Longest ? wait.Wait * 2 : Longest);
        if (await poster.MayPostAsync(channel, cancellationToken) && subscriptions.Resume(channel))
        {
            GoesOn(logger, channel);
            signal.Raise();
        }
    }

    [LoggerMessage(1, LogLevel.Information, "News in channel {Channel} goes on")]
    private static partial void GoesOn(ILogger logger, string channel);
}
