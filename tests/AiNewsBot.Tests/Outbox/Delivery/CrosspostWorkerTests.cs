using AiNewsBot.Chat.Posting;
using AiNewsBot.Outbox;
using AiNewsBot.Outbox.Delivery;
using Moq;

namespace AiNewsBot.Tests.Outbox.Delivery;

/// <summary>Posts of announcement channels are published one of each channel at a time, and later where the chat is busy.</summary>
public sealed class CrosspostWorkerTests : IAsyncLifetime
{
    private const string Last = "200000000000000099";

    private OutboxRig _rig = null!;

    public async ValueTask InitializeAsync() => _rig = await OutboxRig.CreateAsync();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Theory]
    [InlineData(nameof(PostResult.Done), null, "done", null)]
    [InlineData(nameof(PostResult.Busy), null, "pending", 30)]
    [InlineData(nameof(PostResult.Busy), 600, "pending", 600)]
    [InlineData(nameof(PostResult.Busy), 86400, "pending", 7200)]
    [InlineData(nameof(PostResult.Unclear), null, "pending", 30)]
    [InlineData(nameof(PostResult.Refused), null, "pending", 30)]
    [InlineData(nameof(PostResult.Forbidden), null, "failed", null)]
    [InlineData(nameof(PostResult.MessageGone), null, "failed", null)]
    [InlineData(nameof(PostResult.ChannelGone), null, "failed", null)]
    [InlineData(nameof(PostResult.Malformed), null, "failed", null)]
    public async Task Answer_says_how_far_the_publication_is(string result, int? retryAfter, string publishing, int? dueIn)
    {
        var row = await AddAsync();
        Answers(new PostOutcome(Enum.Parse<PostResult>(result)) { RetryAfter = retryAfter is { } s ? TimeSpan.FromSeconds(s) : null });

        await RunAsync();

        Assert.Equal((publishing, _rig.Now + dueIn * 1000L), await ReadAsync(row));
    }

    [Fact]
    public async Task Post_without_a_message_is_not_published()
    {
        var row = await AddAsync(message: null);

        await RunAsync();

        Assert.Equal(("failed", null), await ReadAsync(row));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(0, true)]
    [InlineData(7201, true)]
    public async Task Publication_waits_until_it_is_due_unless_the_clock_was_set_back(int seconds, bool isPublished)
    {
        var row = await AddAsync();
        await _rig.ExecuteAsync("UPDATE outbox SET publish_not_before = @due", new { due = _rig.Now + seconds * 1000L });
        Answers(new PostOutcome(PostResult.Done));

        await RunAsync();

        Assert.Equal(isPublished ? "done" : "pending", (await ReadAsync(row)).Publishing);
    }

    [Fact]
    public async Task Newer_post_of_a_channel_waits_for_the_older_one()
    {
        var (older, newer) = (await AddAsync(), await AddAsync());
        Answers(new PostOutcome(PostResult.Busy));

        await RunAsync();

        Assert.Equal((_rig.Now + 30_000, null), ((await ReadAsync(older)).Due, (await ReadAsync(newer)).Due));
    }

    [Fact]
    public async Task Message_is_published_in_the_channel_in_which_it_is()
    {
        var row = await AddAsync();
        await _rig.ExecuteAsync("UPDATE outbox SET message_channel_id = '77' WHERE id = @Id", new { row.Id });
        _rig.Poster.Setup(poster => poster.PublishAsync("77", "99", It.IsAny<CancellationToken>()))
            .ReturnsAsync(new PostOutcome(PostResult.Done));

        await RunAsync();

        Assert.Equal(("done", null), await ReadAsync(row));
    }

    [Fact]
    public async Task Worker_without_work_waits_until_there_is_some()
    {
        using var stop = new CancellationTokenSource();
        StopAtLast(stop);
        var running = Create().RunAsync(stop.Token);
        await _rig.Watch.CheckAsync();
        Assert.False(running.IsCompleted);

        var row = await AddAsync(channel: Last);
        while (!running.IsCompleted)
        {
            await _rig.Watch.CheckAsync();
            await Task.Yield();
        }

        Assert.Equal("done", (await ReadAsync(row)).Publishing);
    }

    [Fact]
    public async Task Post_of_before_that_has_no_channel_of_its_message_is_published_in_its_own()
    {
        var row = await AddAsync();
        await _rig.ExecuteAsync("UPDATE outbox SET message_channel_id = NULL WHERE id = @Id", new { row.Id });
        Answers(new PostOutcome(PostResult.Done));

        await RunAsync();

        Assert.Equal(("done", null), await ReadAsync(row));
    }

    [Fact]
    public async Task Worker_with_nothing_due_wakes_when_something_is()
    {
        var row = await AddAsync(channel: Last);
        await _rig.ExecuteAsync("UPDATE outbox SET publish_not_before = @due", new { due = _rig.Now + 30_000 });
        using var stop = new CancellationTokenSource();
        StopAtLast(stop);
        var running = Create().RunAsync(stop.Token);

        while (!running.IsCompleted)
        {
            _rig.Time.Advance(TimeSpan.FromSeconds(1));
            await _rig.Watch.CheckAsync();
            await Task.Yield();
        }

        Assert.Equal("done", (await ReadAsync(row)).Publishing);
        Assert.True(_rig.Time.GetUtcNow() - _rig.Time.Start >= TimeSpan.FromSeconds(30));
    }

    // Each run ends with the post of another channel, which comes last.
    private async Task RunAsync()
    {
        await AddAsync(channel: Last);
        using var stop = new CancellationTokenSource();
        StopAtLast(stop);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Create().RunAsync(stop.Token));
    }

    private CrosspostWorker Create() => new(_rig.Database, _rig.Outbox, _rig.Poster.Object, _rig.Watch, _rig.Time);

    private void StopAtLast(CancellationTokenSource stop) =>
        _rig
            .Poster.Setup(poster => poster.PublishAsync(Last, It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .Callback(stop.Cancel)
            .ReturnsAsync(new PostOutcome(PostResult.Done));

    private void Answers(PostOutcome outcome) =>
        _rig.Poster.Setup(poster => poster.PublishAsync(OutboxRig.Channel, "99", It.IsAny<CancellationToken>())).ReturnsAsync(outcome);

    private async Task<OutboxRow> AddAsync(string channel = OutboxRig.Channel, string? message = "99")
    {
        var row = await _rig.MakeSentAsync(await _rig.AddNoticeAsync(channel), message: message);
        await _rig.ExecuteAsync("UPDATE outbox SET publishing = 'pending' WHERE id = @Id", new { row.Id });
        return row;
    }

    private async Task<(string? Publishing, long? Due)> ReadAsync(OutboxRow row) =>
        (
            (await _rig.FindAsync(row.Id)).Publishing,
            await _rig.AskAsync<long?>("SELECT publish_not_before FROM outbox WHERE id = @Id", new { row.Id })
        );
}
