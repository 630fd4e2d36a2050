namespace AiNewsBot.Kill.Tests;

// The stages of a post at which a process is killed.
internal sealed partial class KillRuns
{
    private async Task<bool> ReachAsync(KillStage stage)
    {
        switch (stage)
        {
            case KillStage.AtRandom:
                AddStories(_random.Next(1, 6));
                await Task.Delay(_random.Next(0, 3000));
                await KillOneAsync();
                return true;
            case KillStage.Terminated:
                AddStories(_random.Next(1, 6));
                await Task.Delay(_random.Next(500, 2500));
                await TerminateAsync();
                return true;
            case KillStage.Reading:
                return await WhileAskedAsync(_feeds.Hold(), () => _feeds.Requests);
            case KillStage.PageAsked:
                return await WhileAskedAsync(_feeds.HoldPages(), () => _feeds.Pages);
            case KillStage.MessageLost:
                return await WhenAsync(
                    _discord.Rest.Hold("/messages"),
                    arrival =>
                        arrival.StartsWith("POST", StringComparison.Ordinal) && arrival.EndsWith("/messages", StringComparison.Ordinal)
                );
            case KillStage.MessagePosted or KillStage.NonceForgotten:
                return await WhenAsync(
                    _discord.Rest.HoldAnswers("/messages"),
                    arrival =>
                        arrival.StartsWith("POST", StringComparison.Ordinal) && arrival.EndsWith("/messages", StringComparison.Ordinal)
                );
            case KillStage.ThreadPosted:
                await SettleAsync();
                return await WhenAsync(
                    _discord.Rest.HoldAnswers("/threads"),
                    arrival =>
                        arrival.StartsWith("POST", StringComparison.Ordinal) && arrival.EndsWith("/threads", StringComparison.Ordinal)
                );
            case KillStage.WebhookLost:
                return await WhenAsync(_discord.Rest.Hold(ByWebhook), IsByWebhook);
            case KillStage.WebhookPosted:
                return await WhenAsync(_discord.Rest.HoldAnswers(ByWebhook), IsByWebhook);
            case KillStage.Published:
                await SettleAsync();
                return await WhenAsync(
                    _discord.Rest.HoldAnswers("/crosspost"),
                    arrival => arrival.EndsWith("/crosspost", StringComparison.Ordinal)
                );
            case KillStage.Frozen:
                return await FreezeAsync();
            case KillStage.Settling:
                await WhenAsync(
                    _discord.Rest.HoldAnswers("/messages"),
                    arrival =>
                        arrival.StartsWith("POST", StringComparison.Ordinal) && arrival.EndsWith("/messages", StringComparison.Ordinal)
                );
                StartAll();
                return await WhenAsync(
                    _discord.Rest.Hold("/messages"),
                    arrival =>
                        arrival.StartsWith("GET", StringComparison.Ordinal) && arrival.Contains("/messages", StringComparison.Ordinal)
                );
            default:
                AddStories(3);
                var posted = _discord.SimulatedChannels.Posted.Count;
                var isPosted = await UntilAsync(() => _discord.SimulatedChannels.Posted.Count > posted, StageLimit);
                await Task.Delay(_random.Next(0, 30));
                await KillAsync(owners => owners.FindAsync(_channels[_random.Next(_channels.Length)]));
                return isPosted;
        }
    }

    // Of two stories that follow each other, one has its picture on its page.
    private async Task<bool> WhileAskedAsync(IDisposable held, Func<int> count)
    {
        using (held)
        {
            var asked = count() + 1;
            var list = AddStories(2);
            var isHeld = await UntilAsync(() => count() >= asked, StageLimit);
            await KillAsync(owners => owners.FindReaderAsync(list.Url));
            return isHeld;
        }
    }

    private static bool IsByWebhook(string arrival) => arrival.StartsWith("POST webhooks/", StringComparison.Ordinal);

    // A forum or a channel of announcements that is still busy with earlier kills would not come to its turn: one of three is killed often.
    private async Task SettleAsync()
    {
        if (_owners is not null)
            await UntilAsync(() => Count().Lost == 0, TakeoverLimit);
    }

    // Frozen when its message was posted; it wakes when another process has its channels, and has to see that.
    private async Task<bool> FreezeAsync()
    {
        using (_discord.Rest.HoldAnswers("/messages"))
        {
            var before = _discord.Rest.Arrivals.Count;
            AddStories(_random.Next(1, 4));
            string? Posted() =>
                _discord.Rest.Arrivals.All.Skip(before).FirstOrDefault(arrival => arrival.StartsWith("POST", StringComparison.Ordinal));
            if (
                !await UntilAsync(() => Posted() is not null, StageLimit)
                || Find(await _owners!.FindAsync(ChannelOf(Posted()!))) is not { } frozen
            )
                return false;
            do
            {
                await SignalAsync(frozen, "CONT");
                await SignalAsync(frozen, "STOP");
            } while (!await _owners.IsNotWritingAsync());
            await TakeOverAsync(frozen.Id);
            await SignalAsync(frozen, "CONT");
            return true;
        }
    }

    // Kills who sent it when a request of a kind has come, while it is kept.
    private async Task<bool> WhenAsync(IDisposable held, Func<string, bool> wanted)
    {
        using (held)
        {
            var limit = wanted("POST channels/1/threads") || wanted("POST webhooks/1/token") ? LongLimit : StageLimit;
            var before = _discord.Rest.Arrivals.Count;
            AddStories(_random.Next(1, 4));
            var isReached = await UntilAsync(() => _discord.Rest.Arrivals.All.Skip(before).Any(wanted), limit);
            await Task.Delay(_random.Next(0, 20));
            await KillAsync(owners =>
                _discord.Rest.Arrivals.All.Skip(before).FirstOrDefault(wanted) is { } arrival
                && !arrival.EndsWith("/crosspost", StringComparison.Ordinal)
                    ? owners.FindAsync(ChannelOf(arrival))
                    : owners.FindAsync(0)
            );
            return isReached;
        }
    }
}
