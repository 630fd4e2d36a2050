using AiNewsBot.Chat.Posting;
using AiNewsBot.Outbox;
using AiNewsBot.Outbox.Delivery;
using Moq;

namespace AiNewsBot.Tests.Outbox.Delivery;

/// <summary>Messages whose story changed are edited: seldomer each time, and not where they would show the same.</summary>
public sealed class MessageUpdaterTests : IAsyncLifetime
{
    private const string Last = "200000000000000099";

    private OutboxRig _rig = null!;

    public async ValueTask InitializeAsync() => _rig = await OutboxRig.CreateAsync();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Theory]
    [InlineData(nameof(PostResult.Done), null, "sent", null, 1)]
    [InlineData(nameof(PostResult.MessageGone), null, "sent", null, 1)]
    [InlineData(nameof(PostResult.Forbidden), null, "sent", null, 1)]
    [InlineData(nameof(PostResult.Busy), null, "stale", 30, 0)]
    [InlineData(nameof(PostResult.Busy), 600, "stale", 600, 0)]
    [InlineData(nameof(PostResult.Busy), 86400, "stale", 7200, 0)]
    [InlineData(nameof(PostResult.Unclear), null, "stale", 30, 0)]
    [InlineData(nameof(PostResult.Refused), null, "stale", 30, 0)]
    public async Task Answer_says_whether_it_is_edited_again(string result, int? retryAfter, string state, int? dueIn, int edits)
    {
        var row = await AddAsync();
        Answers(new PostOutcome(Enum.Parse<PostResult>(result)) { RetryAfter = retryAfter is { } s ? TimeSpan.FromSeconds(s) : null });

        await RunAsync();

        var after = await _rig.FindAsync(row.Id);
        Assert.Equal((state, _rig.Now + dueIn * 1000L, edits), (after.State, after.NotBefore, after.Edits));
        Assert.Equal(
            result is nameof(PostResult.MessageGone) or nameof(PostResult.Forbidden),
            _rig.Log.Entries.Any(entry => entry.Message.StartsWith($"Failed to edit post {row.Id}", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task Message_that_shows_the_same_already_is_not_edited()
    {
        var row = await AddAsync();
        var shown = (await _rig.Renderer.RenderAsync(row, TestContext.Current.CancellationToken))!.Shown;
        await _rig.ExecuteAsync("UPDATE outbox SET shown = @shown WHERE id = @Id", new { row.Id, shown });
        await _rig.ExecuteAsync("UPDATE items SET revision = 3");

        await RunAsync();

        var after = await _rig.FindAsync(row.Id);
        Assert.Equal(("sent", 3L, 0), (after.State, after.Revision, after.Edits));
    }

    [Theory]
    [InlineData("message_id = NULL")]
    [InlineData("edits = 20")]
    [InlineData("item_id = NULL")]
    public async Task Message_that_cannot_be_or_was_edited_enough_stays_as_it_is(string set)
    {
        var row = await AddAsync();
        await _rig.ExecuteAsync($"UPDATE outbox SET {set}");

        await RunAsync();

        Assert.Equal(("sent", "as before"), ((await _rig.FindAsync(row.Id)).State, (await _rig.FindAsync(row.Id)).Shown));
    }

    [Theory]
    [InlineData(3, 179, false)]
    [InlineData(3, 180, true)]
    [InlineData(3, -1, true)]
    [InlineData(0, 0, true)]
    public async Task Each_edit_is_followed_by_a_minute_more_of_rest(int edits, int secondsAgo, bool isEdited)
    {
        var row = await AddAsync();
        await _rig.ExecuteAsync("UPDATE outbox SET edits = @edits, edited_at = @at", new { edits, at = _rig.Now - secondsAgo * 1000L });
        Answers(new PostOutcome(PostResult.Done));

        await RunAsync();

        Assert.Equal(isEdited ? edits + 1 : edits, (await _rig.FindAsync(row.Id)).Edits);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(0, true)]
    [InlineData(7201, true)]
    public async Task Edit_waits_until_it_is_due_unless_the_clock_was_set_back(int seconds, bool isEdited)
    {
        var row = await AddAsync();
        await _rig.ExecuteAsync("UPDATE outbox SET not_before = @due", new { due = _rig.Now + seconds * 1000L });
        Answers(new PostOutcome(PostResult.Done));

        await RunAsync();

        Assert.Equal(isEdited ? "sent" : "stale", (await _rig.FindAsync(row.Id)).State);
    }

    [Fact]
    public async Task Story_that_changes_during_the_edit_is_edited_again()
    {
        var row = await AddAsync();
        _rig.Poster.Setup(poster => poster.EditAsync(OutboxRig.Channel, "99", It.IsAny<ChannelPost>(), It.IsAny<CancellationToken>()))
            .Returns(async () =>
            {
                await _rig.ExecuteAsync("UPDATE items SET revision = revision + 1");
                return new PostOutcome(PostResult.Done);
            });

        await RunAsync();

        Assert.Equal(("stale", 1), ((await _rig.FindAsync(row.Id)).State, (await _rig.FindAsync(row.Id)).Edits));
    }

    [Fact]
    public async Task Message_whose_thread_is_not_known_is_edited_in_its_channel()
    {
        var row = await AddAsync();
        await _rig.ExecuteAsync("UPDATE outbox SET message_channel_id = NULL");
        Answers(new PostOutcome(PostResult.Done));

        await RunAsync();

        Assert.Equal("sent", (await _rig.FindAsync(row.Id)).State);
    }

    [Fact]
    public async Task More_than_twenty_are_edited_without_a_pause()
    {
        for (var i = 0; i < 21; i++)
            await AddAsync();
        Answers(new PostOutcome(PostResult.Done));

        await RunAsync();

        Assert.Equal(22, await _rig.AskAsync<int>("SELECT COUNT(*) FROM outbox WHERE state = 'sent'"));
    }

    // Each run ends with the message of another channel, which comes last.
    private async Task RunAsync()
    {
        await AddAsync(Last);
        using var stop = new CancellationTokenSource();
        _rig.Poster.Setup(poster => poster.EditAsync(Last, "99", It.IsAny<ChannelPost>(), It.IsAny<CancellationToken>()))
            .Callback(stop.Cancel)
            .ReturnsAsync(new PostOutcome(PostResult.Done));
        var updater = new MessageUpdater(
            _rig.Database,
            _rig.Outbox,
            _rig.Renderer,
            _rig.Poster.Object,
            _rig.Watch,
            _rig.Time,
            _rig.Logger<MessageUpdater>()
        );
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => updater.RunAsync(stop.Token));
    }

    private void Answers(PostOutcome outcome) =>
        _rig
            .Poster.Setup(poster => poster.EditAsync(OutboxRig.Channel, "99", It.IsAny<ChannelPost>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(outcome);

    private async Task<OutboxRow> AddAsync(string channel = OutboxRig.Channel)
    {
        var row = await _rig.MakeSentAsync(await _rig.AddStoryAsync(channel), OutboxState.Stale);
        await _rig.ExecuteAsync("UPDATE outbox SET shown = 'as before', revision = 1 WHERE id = @Id", new { row.Id });
        return await _rig.FindAsync(row.Id);
    }
}
