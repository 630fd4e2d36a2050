using AiNewsBot.Chat;
using AiNewsBot.Chat.Posting;
using AiNewsBot.Outbox;
using AiNewsBot.Outbox.Delivery;
using Moq;

namespace AiNewsBot.Tests.Outbox.Delivery;

/// <summary>A paused channel is tried when something changes in its server, and else ever more seldom.</summary>
public sealed class PausedChannelProbeTests : IAsyncLifetime
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Mock<IChatTransport> _transport = new();
    private readonly List<TimeSpan> _tries = [];
    private OutboxRig _rig = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _rig = await OutboxRig.CreateAsync();

    public async ValueTask DisposeAsync()
    {
        _stop.Dispose();
        await _rig.DisposeAsync();
    }

    [Fact]
    public async Task Waits_double_from_half_a_minute()
    {
        await PauseAsync();
        Tries(() => _tries.Count == 3);

        await RunUntilAsync(() => _tries.Count == 3);

        Assert.Equal([30, 90, 210], _tries.Select(at => at.TotalSeconds));
        Assert.False((await _rig.Subscriptions.FindAsync(1, Cancelled))!.IsPaused);
        Assert.Contains(_rig.Log.Entries, entry => entry.Message == $"Resumed news in channel {OutboxRig.Channel}");
    }

    [Fact]
    public async Task Change_in_the_server_is_followed_by_a_try()
    {
        await PauseAsync();
        Tries(() => true);

        await RunUntilAsync(
            () => _tries.Count == 1,
            () =>
            {
                _transport.Raise(transport => transport.ServerChanged += null, OutboxRig.Server);
                return Task.CompletedTask;
            }
        );

        Assert.Equal(TimeSpan.FromSeconds(2), _tries[0]);
    }

    [Fact]
    public async Task Subscription_that_a_moderator_paused_is_not_resumed_with_its_channel()
    {
        await PauseAsync();
        await _rig.SubscribeAsync();
        await _rig.ExecuteAsync("UPDATE subscriptions SET paused_at = 1, paused_reason = 'ByModerator' WHERE id = 2");
        Tries(() => true);

        await RunUntilAsync(() => _tries.Count == 1);

        Assert.False((await _rig.Subscriptions.FindAsync(1, Cancelled))!.IsPaused);
        Assert.True((await _rig.Subscriptions.FindAsync(2, Cancelled))!.IsPaused);
    }

    [Fact]
    public async Task Channel_that_may_not_be_posted_in_stays_paused_for_its_tag_alone()
    {
        await PauseAsync();
        await _rig.ExecuteAsync("UPDATE subscriptions SET tag = 'Llama'");
        await _rig.SubscribeAsync();
        await _rig.ExecuteAsync("UPDATE subscriptions SET paused_at = 1, paused_reason = 'NeedsTag'");
        _rig.Poster.Setup(poster => poster.MayPostAsync(OutboxRig.Channel, "Llama", It.IsAny<CancellationToken>())).ReturnsAsync(false);
        Tries(() => true);

        await RunUntilAsync(() => _tries.Count == 1);

        Assert.True((await _rig.Subscriptions.FindAsync(1, Cancelled))!.IsPaused);
        Assert.False((await _rig.Subscriptions.FindAsync(2, Cancelled))!.IsPaused);
    }

    [Fact]
    public async Task New_channel_is_looked_at_before_there_is_something_to_post()
    {
        await _rig.SubscribeAsync();
        await _rig.SubscribeAsync("200000000000000011");
        await _rig.KnowAsync(channel: "200000000000000011");
        var isLookedAt = false;
        _rig.Poster.Setup(poster => poster.ChannelAsync(OutboxRig.Channel, It.IsAny<CancellationToken>()))
            .Callback(() => isLookedAt = true)
            .ReturnsAsync((new ChannelInfo(OutboxRig.Channel, ChatChannelKind.Text, "news", OutboxRig.Server, null), null));

        await RunUntilAsync(() => isLookedAt);

        Assert.Equal("news", (await _rig.Channels.FindAsync(OutboxRig.Channel, Cancelled))!.Name);
        _rig.Poster.Verify(poster => poster.ChannelAsync("200000000000000011", It.IsAny<CancellationToken>()), Times.Never);
    }

    [Theory]
    [InlineData(59, false)]
    [InlineData(62, true)]
    public async Task Wait_is_forgotten_an_hour_after_the_channel_works_again(int minutes, bool isForgotten)
    {
        await PauseAsync();
        Tries(() => true);
        var isPausedAgain = false;

        await RunUntilAsync(
            () => _tries.Count == 2,
            async () =>
            {
                if (isPausedAgain || _tries.Count == 0 || Elapsed - _tries[0] < TimeSpan.FromMinutes(minutes))
                    return;
                isPausedAgain = true;
                await PauseAgainAsync();
            },
            TimeSpan.FromSeconds(30)
        );

        // A wait that is known is over by then; a forgotten one begins with half a minute.
        var again = TimeSpan.FromMinutes(minutes) + TimeSpan.FromSeconds(isForgotten ? 60 : 30);
        Assert.Equal(again, _tries[1] - _tries[0]);
    }

    private TimeSpan Elapsed => _rig.Time.GetUtcNow() - _rig.Time.Start;

    private async Task PauseAsync()
    {
        await _rig.KnowAsync();
        await _rig.SubscribeAsync();
        await PauseAgainAsync();
    }

    private async Task PauseAgainAsync() =>
        await _rig.Subscriptions.PauseAsync(OutboxRig.Channel, null, new DeliveryReason(ReasonCode.Forbidden));

    private void Tries(Func<bool> mayPost) =>
        _rig
            .Poster.Setup(poster => poster.MayPostAsync(OutboxRig.Channel, null, It.IsAny<CancellationToken>()))
            .Callback(() => _tries.Add(Elapsed))
            .ReturnsAsync(() => mayPost());

    // Changes in another server make it look each two seconds, and try nothing; the test acts between two looks.
    private async Task RunUntilAsync(Func<bool> isOver, Func<Task>? betweenLooks = null, TimeSpan? step = null)
    {
        var probe = new PausedChannelProbe(
            _rig.Subscriptions,
            new ChannelCache(_rig.Poster.Object, _rig.Channels),
            _rig.Channels,
            _rig.Poster.Object,
            _transport.Object,
            _rig.Signal,
            _rig.Watch,
            _rig.Time,
            _rig.Logger<PausedChannelProbe>()
        );
        var running = probe.RunAsync(_stop.Token);
        while (!isOver())
        {
            _transport.Raise(transport => transport.ServerChanged += null, "200000000000000001");
            var next = _rig.Time.NextWaitAsync().AsTask();
            await await Task.WhenAny(running, next);
            if (betweenLooks is not null)
                await betweenLooks();
            _rig.Time.Advance(step ?? TimeSpan.FromSeconds(2));
        }

        await _stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }
}
