using AiNewsBot.Chat.Posting;
using AiNewsBot.Outbox.Delivery;
using DiscordSimulator;
using Moq;

namespace AiNewsBot.Tests.Outbox.Delivery;

/// <summary>Each channel gets its posts in order, and none waits for another channel.</summary>
public sealed class OutboxDispatcherTests : IAsyncLifetime
{
    private const string Other = "200000000000000011";

    private readonly CancellationTokenSource _stop = new();
    private OutboxRig _rig = null!;

    public async ValueTask InitializeAsync()
    {
        _rig = await OutboxRig.CreateAsync();
        await _rig.KnowAsync();
        await _rig.KnowAsync(channel: Other);
    }

    public async ValueTask DisposeAsync()
    {
        _stop.Dispose();
        await _rig.DisposeAsync();
    }

    [Fact]
    public async Task Channel_that_takes_long_holds_up_no_other()
    {
        var (first, second, elsewhere) = (
            await _rig.AddStoryAsync(),
            await _rig.AddStoryAsync(title: "Another"),
            await _rig.AddStoryAsync(Other)
        );
        var (slow, isElsewhere, isLast) = (new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource());
        var titles = new List<string>();
        On(
            OutboxRig.Channel,
            async post =>
            {
                titles.Add(post.Title);
                await slow.Task;
                if (titles.Count == 2)
                    isLast.SetResult();
            }
        );
        On(
            Other,
            _ =>
            {
                isElsewhere.SetResult();
                return Task.CompletedTask;
            }
        );

        var running = RunAsync();
        await isElsewhere.Task;
        slow.SetResult();
        await isLast.Task;
        await StopAsync(running);

        Assert.Equal(["Story", "Another"], titles);
        Assert.All(
            await Task.WhenAll(_rig.FindAsync(first.Id), _rig.FindAsync(second.Id), _rig.FindAsync(elsewhere.Id)),
            row => Assert.Equal("sent", row.State)
        );
    }

    [Fact]
    public async Task Post_that_waits_behind_others_is_left_to_the_process_that_is_to_get_its_partition()
    {
        const int atOnce = 24;
        var (begun, answer) = (new EventLog<string>(), new TaskCompletionSource());
        foreach (var channel in Enumerable.Range(0, atOnce + 1).Select(number => $"3000000000000000{number:00}"))
        {
            await _rig.KnowAsync(channel: channel);
            await _rig.AddStoryAsync(channel);
            On(
                channel,
                _ =>
                {
                    begun.Add(channel);
                    return answer.Task;
                }
            );
        }

        var running = RunAsync();
        await begun.ReachAsync(atOnce, "as many posts to be on their way as may be");
        var partition = _rig.Partitions.First!;
        partition.Close(_rig.Time.GetTimestamp());
        answer.SetResult();
        await partition.WaitForIdleAsync();
        await StopAsync(running);

        Assert.Equal(atOnce, begun.Count);
    }

    [Fact]
    public async Task Fault_in_one_channel_is_logged_and_tried_again_after_five_seconds()
    {
        var story = await _rig.AddStoryAsync();
        var isSent = new TaskCompletionSource();
        var attempts = 0;
        On(
            OutboxRig.Channel,
            _ =>
            {
                if (++attempts == 1)
                    throw new InvalidOperationException("a bug");
                isSent.SetResult();
                return Task.CompletedTask;
            }
        );
        _rig.Finds(new SearchOutcome.Absent());

        var running = RunAsync();
        Assert.Equal(TimeSpan.FromSeconds(5), await _rig.Time.NextWaitAsync());
        Assert.Equal(1, attempts);
        _rig.Time.Advance(TimeSpan.FromSeconds(5));
        while (!isSent.Task.IsCompleted)
        {
            await _rig.Watch.CheckAsync();
            await Task.Yield();
        }

        await StopAsync(running);

        Assert.Equal("sent", (await _rig.FindAsync(story.Id)).State);
        Assert.Single(_rig.Log.Entries, entry => entry.Message == $"Unhandled exception while posting to channel {OutboxRig.Channel}");
    }

    [Fact]
    public async Task Bot_that_stops_waits_for_no_pause_after_a_fault()
    {
        await _rig.AddStoryAsync();
        On(OutboxRig.Channel, _ => throw new InvalidOperationException("a bug"));

        var running = RunAsync();
        await _rig.Time.NextWaitAsync();
        await StopAsync(running);

        Assert.True(running.IsCompleted);
    }

    [Fact]
    public async Task Post_that_was_begun_when_the_bot_stops_is_recorded()
    {
        var story = await _rig.AddStoryAsync();
        var (isBegun, answer) = (new TaskCompletionSource(), new TaskCompletionSource());
        On(
            OutboxRig.Channel,
            _ =>
            {
                isBegun.SetResult();
                return answer.Task;
            }
        );

        var running = RunAsync();
        await isBegun.Task;
        var stopping = StopAsync(running);
        answer.SetResult();
        await stopping;

        Assert.Equal("sent", (await _rig.FindAsync(story.Id)).State);
    }

    private Task RunAsync()
    {
        var dispatcher = new OutboxDispatcher(
            _rig.Outbox,
            _rig.Partitions,
            _rig.Signal,
            _rig.Processor,
            _rig.Time,
            _rig.Logger<OutboxDispatcher>()
        );
        return RunAsync(dispatcher);
    }

    private async Task RunAsync(OutboxDispatcher dispatcher)
    {
        using (dispatcher)
            await dispatcher.RunAsync(_stop.Token);
    }

    private async Task StopAsync(Task running)
    {
        await _stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    private void On(string channel, Func<ChannelPost, Task> posts) =>
        _rig
            .Poster.Setup(poster => poster.PostAsync(channel, It.IsAny<ChannelPost>(), It.IsAny<string?>(), It.IsAny<CancellationToken>()))
            .Returns<string, ChannelPost, string?, CancellationToken>(
                async (_, post, _, _) =>
                {
                    await posts(post);
                    return new PostOutcome(PostResult.Done, "99");
                }
            );
}
