using AiNewsBot.Chat;
using AiNewsBot.Chat.Posting;
using AiNewsBot.Outbox;
using Moq;

namespace AiNewsBot.Tests.Outbox.Delivery;

/// <summary>A post that may be in its channel is looked for until that is certain, and is never made twice.</summary>
public sealed class UnsettledPostTests : IAsyncLifetime
{
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(30);

    private OutboxRig _rig = null!;

    public async ValueTask InitializeAsync()
    {
        _rig = await OutboxRig.CreateAsync();
        await _rig.KnowAsync();
    }

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task Post_that_is_found_is_sent()
    {
        await _rig.KnowAsync(ChatChannelKind.Announcement);
        var story = await AddAsync();
        _rig.Finds(new SearchOutcome.Found("5", "6"));

        Assert.True(await _rig.DeliverAsync(story));

        var row = await _rig.FindAsync(story.Id);
        Assert.Equal(("sent", "5", "6", "pending"), (row.State, row.MessageChannelId, row.MessageId, row.Publishing));
    }

    [Fact]
    public async Task Post_that_is_certainly_not_there_is_sent_with_a_new_beginning()
    {
        var story = await AddAsync();
        _rig.Finds(new SearchOutcome.Absent());
        _rig.Answers(new PostOutcome(PostResult.Busy));

        Assert.False(await _rig.DeliverAsync(story));

        await ExpectAsync(story, "pending", nameof(ReasonCode.Busy), 4);
        Assert.Equal(_rig.Now, (await _rig.FindAsync(story.Id)).SendingAt);
    }

    // Once the nonce is forgotten, sending it again would make a second message: it is looked for first, whatever came of the repetition.
    [Theory]
    [InlineData(nameof(PostResult.Done), "sent", null, null)]
    [InlineData(nameof(PostResult.Unclear), "sending", nameof(ReasonCode.NoAnswer), 4)]
    [InlineData(nameof(PostResult.Busy), "sending", nameof(ReasonCode.Busy), 4)]
    [InlineData(nameof(PostResult.Refused), "sending", nameof(ReasonCode.TokenRefused), 60)]
    [InlineData(nameof(PostResult.Forbidden), "sending", nameof(ReasonCode.Forbidden), 0)]
    public async Task Post_that_is_repeated_under_its_nonce_stays_to_be_looked_for(string result, string state, string? reason, int? dueIn)
    {
        var story = await AddAsync();
        var began = story.SendingAt;
        _rig.Finds(new SearchOutcome.Unreadable("Missing Access"));
        _rig.Answers(new PostOutcome(Enum.Parse<PostResult>(result), "99"));

        await _rig.DeliverAsync(story);

        await ExpectAsync(story, state, reason, dueIn);
        Assert.Equal(began, (await _rig.FindAsync(story.Id)).SendingAt);
        _rig.Poster.Verify(
            poster => poster.PostAsync(OutboxRig.Channel, It.IsAny<ChannelPost>(), "42", It.IsAny<CancellationToken>()),
            Times.Once
        );
    }

    [Fact]
    public async Task Nonce_is_as_old_as_the_first_request_and_not_as_its_repetition()
    {
        var story = await AddAsync();
        _rig.Finds(new SearchOutcome.Unreadable("Missing Access"));
        _rig.Answers(new PostOutcome(PostResult.Unclear));
        await _rig.DeliverAsync(story);
        _rig.Time.Advance(TimeSpan.FromSeconds(91));

        await _rig.DeliverAsync(story);

        await ExpectAsync(story, "held", nameof(ReasonCode.Unverifiable), null);
        Assert.Contains("`/news list`", Assert.Single(await _rig.NoticesAsync()));
        _rig.Poster.Verify(
            poster => poster.PostAsync(OutboxRig.Channel, It.IsAny<ChannelPost>(), "42", It.IsAny<CancellationToken>()),
            Times.Once
        );
    }

    [Theory]
    [InlineData(null, 5)]
    [InlineData(40, 40)]
    [InlineData(86400, 7200)]
    public async Task Search_in_a_busy_chat_is_made_again_later(int? retryAfter, int dueIn)
    {
        var story = await AddAsync();
        _rig.Finds(new SearchOutcome.Busy("rate limited", retryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null));

        Assert.False(await _rig.DeliverAsync(story));

        await ExpectAsync(story, "sending", nameof(ReasonCode.Busy), dueIn);
    }

    [Fact]
    public async Task Channel_that_is_gone_pauses_and_keeps_the_post_to_be_looked_for()
    {
        var story = await AddAsync();
        _rig.Finds(new SearchOutcome.ChannelGone("Unknown Channel"));

        Assert.False(await _rig.DeliverAsync(story));

        await ExpectAsync(story, "sending", nameof(ReasonCode.ChannelGone), 0);
        Assert.True((await _rig.Subscriptions.FindAsync(story.SubscriptionId!.Value, TestContext.Current.CancellationToken))!.IsPaused);
        Assert.Null(await _rig.Outbox.PeekNextAsync(OutboxRig.Channel, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Post_of_a_subscription_that_ended_meanwhile_is_not_sent_again(bool isReadable)
    {
        var story = await AddAsync();
        await _rig.ExecuteAsync("UPDATE subscriptions SET is_active = 0");
        _rig.Finds(isReadable ? new SearchOutcome.Absent() : new SearchOutcome.Unreadable("Missing Access"));

        Assert.True(await _rig.DeliverAsync(story));

        await ExpectAsync(story, "dropped", nameof(ReasonCode.SubscriptionEnded), null);
    }

    [Fact]
    public async Task Moderators_of_the_channels_server_are_told_of_what_is_held_back_where_the_post_names_none()
    {
        var story = await AddAsync(TimeSpan.FromMinutes(5));
        await _rig.ExecuteAsync("UPDATE outbox SET server_id = NULL");
        _rig.Finds(new SearchOutcome.Unreadable("Missing Access"));

        await _rig.DeliverAsync(story);

        Assert.Contains("Missing Access", Assert.Single(await _rig.NoticesAsync()));
    }

    [Theory]
    [InlineData("pending", nameof(PostResult.Busy), null, "pending", nameof(ReasonCode.Busy), 1)]
    [InlineData("pending", nameof(PostResult.Busy), 40, "pending", nameof(ReasonCode.Busy), 40)]
    [InlineData("pending", nameof(PostResult.Unclear), null, "pending", nameof(ReasonCode.Busy), 1)]
    [InlineData("pending", nameof(PostResult.Refused), null, "pending", nameof(ReasonCode.TokenRefused), 60)]
    [InlineData("pending", nameof(PostResult.ChannelGone), null, "pending", nameof(ReasonCode.ChannelGone), 0)]
    [InlineData("pending", nameof(PostResult.Forbidden), null, "pending", nameof(ReasonCode.Forbidden), 0)]
    [InlineData("sending", nameof(PostResult.Busy), null, "sending", nameof(ReasonCode.Busy), 2)]
    [InlineData("sending", nameof(PostResult.Busy), 40, "sending", nameof(ReasonCode.Busy), 40)]
    [InlineData("sending", nameof(PostResult.Refused), null, "sending", nameof(ReasonCode.TokenRefused), 60)]
    [InlineData("sending", nameof(PostResult.Forbidden), null, "sending", nameof(ReasonCode.Forbidden), 0)]
    public async Task Channel_that_cannot_be_had_changes_nothing_of_what_is_certain(
        string before,
        string refusal,
        int? retryAfter,
        string state,
        string reason,
        int dueIn
    )
    {
        await _rig.ExecuteAsync("DELETE FROM channels");
        var story = await _rig.AddStoryAsync();
        if (before == "sending")
            story = await _rig.MakeUnsettledAsync(story, Age);
        _rig.Looks(
            null,
            new PostOutcome(Enum.Parse<PostResult>(refusal))
            {
                RetryAfter = retryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            }
        );

        Assert.False(await _rig.DeliverAsync(story));

        await ExpectAsync(story, state, reason, dueIn);
    }

    [Fact]
    public async Task Channel_of_a_kind_that_takes_no_posts_pauses()
    {
        await _rig.ExecuteAsync("DELETE FROM channels");
        var story = await _rig.AddStoryAsync();
        _rig.Looks(new ChannelInfo(OutboxRig.Channel, ChatChannelKind.Other, "stage", OutboxRig.Server, null));

        await _rig.DeliverAsync(story);

        await ExpectAsync(story, "pending", nameof(ReasonCode.WrongKind), 0);
        Assert.Null(await _rig.Channels.FindAsync(OutboxRig.Channel, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Channel_that_is_new_is_asked_for_once()
    {
        await _rig.ExecuteAsync("DELETE FROM channels");
        var (first, second) = (await _rig.AddStoryAsync(), await _rig.AddStoryAsync(title: "Another"));
        _rig.Looks(new ChannelInfo(OutboxRig.Channel, ChatChannelKind.Text, "news", OutboxRig.Server, "3"));
        _rig.Answers(new PostOutcome(PostResult.Done, "99"));

        await _rig.DeliverAsync(first);
        await _rig.DeliverAsync(second);

        Assert.Equal(("3", "99"), ((await _rig.FindAsync(first.Id)).SentAfter, (await _rig.FindAsync(second.Id)).SentAfter));
        _rig.Poster.Verify(poster => poster.ChannelAsync(OutboxRig.Channel, It.IsAny<CancellationToken>()), Times.Once);
    }

    private async Task<OutboxRow> AddAsync(TimeSpan? ago = null) => await _rig.MakeUnsettledAsync(await _rig.AddStoryAsync(), ago ?? Age);

    private async Task ExpectAsync(OutboxRow before, string state, string? reason, int? dueIn)
    {
        var row = await _rig.FindAsync(before.Id);
        Assert.Equal(
            (state, reason, dueIn is { } seconds ? _rig.Now + seconds * 1000L : (long?)null),
            (row.State, row.ReasonCode?.ToString(), row.NotBefore)
        );
    }
}
