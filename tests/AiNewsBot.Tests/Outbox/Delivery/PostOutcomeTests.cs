using AiNewsBot.Chat;
using AiNewsBot.Chat.Posting;
using AiNewsBot.Outbox;
using Moq;

namespace AiNewsBot.Tests.Outbox.Delivery;

/// <summary>What becomes of a post that waits for its turn, by what the chat answers: its state, why, and when it is due.</summary>
public sealed class PostOutcomeTests : IAsyncLifetime
{
    private OutboxRig _rig = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _rig = await OutboxRig.CreateAsync();
        await _rig.KnowAsync();
    }

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Theory]
    [InlineData(nameof(PostResult.Done), null, "sent", null, null, false, true)]
    [InlineData(nameof(PostResult.MessageGone), null, "sent", null, null, false, true)]
    [InlineData(nameof(PostResult.Unclear), null, "sending", nameof(ReasonCode.NoAnswer), 2, false, false)]
    [InlineData(nameof(PostResult.Busy), null, "pending", nameof(ReasonCode.Busy), 2, false, false)]
    [InlineData(nameof(PostResult.Busy), 40, "pending", nameof(ReasonCode.Busy), 40, false, false)]
    [InlineData(nameof(PostResult.Busy), 3600, "pending", nameof(ReasonCode.Busy), 3600, false, false)]
    [InlineData(nameof(PostResult.Busy), 86400, "pending", nameof(ReasonCode.Busy), 7200, false, false)]
    [InlineData(nameof(PostResult.Refused), null, "pending", nameof(ReasonCode.TokenRefused), 60, false, false)]
    [InlineData(nameof(PostResult.Malformed), null, "pending", nameof(ReasonCode.RetriedPlain), 0, false, true)]
    [InlineData(nameof(PostResult.Filtered), null, "refused", nameof(ReasonCode.Filtered), null, false, true)]
    [InlineData(nameof(PostResult.ChannelGone), null, "pending", nameof(ReasonCode.ChannelGone), 0, true, false)]
    [InlineData(nameof(PostResult.Forbidden), null, "pending", nameof(ReasonCode.Forbidden), 0, true, false)]
    [InlineData(nameof(PostResult.Archived), null, "pending", nameof(ReasonCode.Archived), 0, true, false)]
    [InlineData(nameof(PostResult.Locked), null, "pending", nameof(ReasonCode.Locked), 0, true, false)]
    [InlineData(nameof(PostResult.NeedsTag), null, "pending", nameof(ReasonCode.NeedsTag), 0, true, false)]
    [InlineData(nameof(PostResult.WrongKind), null, "pending", nameof(ReasonCode.WrongKind), 0, true, false)]
    public async Task Story_of_a_subscription(
        string result,
        int? retryAfter,
        string state,
        string? reason,
        int? dueIn,
        bool isPaused,
        bool continues
    )
    {
        var story = await _rig.AddStoryAsync();
        _rig.Answers(Outcome(result, retryAfter));

        Assert.Equal(continues, await _rig.DeliverAsync(story));

        await ExpectAsync(story, state, reason, dueIn);
        Assert.Equal(isPaused, (await _rig.Subscriptions.FindAsync(story.SubscriptionId!.Value, Cancelled))!.IsPaused);
        Assert.Equal(isPaused ? 1 : 0, (await _rig.NoticesAsync()).Length);
    }

    [Theory]
    [InlineData(nameof(PostResult.Unclear), "sending", nameof(ReasonCode.NoAnswer), 2, false)]
    [InlineData(nameof(PostResult.Busy), "pending", nameof(ReasonCode.Busy), 2, false)]
    [InlineData(nameof(PostResult.Refused), "pending", nameof(ReasonCode.TokenRefused), 60, false)]
    [InlineData(nameof(PostResult.Malformed), "pending", nameof(ReasonCode.RetriedPlain), 0, false)]
    [InlineData(nameof(PostResult.Filtered), "refused", nameof(ReasonCode.Filtered), null, true)]
    [InlineData(nameof(PostResult.ChannelGone), "refused", nameof(ReasonCode.ChannelGone), null, true)]
    [InlineData(nameof(PostResult.Forbidden), "refused", nameof(ReasonCode.Forbidden), null, true)]
    [InlineData(nameof(PostResult.NeedsTag), "refused", nameof(ReasonCode.NeedsTag), null, true)]
    public async Task Post_of_a_moderator_who_is_told_when_it_is_given_up(
        string result,
        string state,
        string? reason,
        int? dueIn,
        bool isTold
    )
    {
        var post = await _rig.AddPostAsync();
        _rig.Answers(Outcome(result));

        await _rig.DeliverAsync(post);

        await ExpectAsync(post, state, reason, dueIn);
        Assert.Equal(isTold, (await _rig.NoticesAsync()) is [var notice] && notice.Contains("is not posted", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(nameof(PostResult.Malformed), nameof(ReasonCode.Malformed))]
    [InlineData(nameof(PostResult.Forbidden), nameof(ReasonCode.Forbidden))]
    public async Task Notice_is_given_up_without_a_notice_about_it(string result, string reason)
    {
        await _rig.KnowAsync(channel: OutboxRig.Audit);
        var notice = await _rig.AddNoticeAsync(OutboxRig.Audit);
        _rig.Answers(Outcome(result));

        Assert.True(await _rig.DeliverAsync(notice));

        await ExpectAsync(notice, "refused", reason, null);
        Assert.Single(await _rig.NoticesAsync());
    }

    [Fact]
    public async Task Story_that_is_rejected_without_its_text_too_is_given_up()
    {
        var story = await _rig.AddStoryAsync();
        _rig.Answers(Outcome(nameof(PostResult.Malformed)));

        await _rig.DeliverAsync(story);
        Assert.True((await _rig.FindAsync(story.Id)).IsPlain);
        Assert.True(await _rig.DeliverAsync(story));

        await ExpectAsync(story, "refused", nameof(ReasonCode.Malformed), null);
    }

    [Fact]
    public async Task Waits_grow_with_each_attempt_up_to_five_minutes()
    {
        var story = await _rig.AddStoryAsync();
        _rig.Answers(Outcome(nameof(PostResult.Busy)));
        var waits = new List<int>();

        for (var i = 0; i < 9; i++)
        {
            await _rig.DeliverAsync(story);
            var wait = (await _rig.FindAsync(story.Id)).NotBefore!.Value - _rig.Now;
            waits.Add((int)wait / 1000);
            _rig.Time.Advance(TimeSpan.FromMilliseconds(wait));
        }

        Assert.Equal([2, 4, 8, 16, 32, 64, 128, 256, 300], waits);
    }

    [Fact]
    public async Task Sent_post_keeps_what_is_needed_to_know_it_again()
    {
        var story = await _rig.AddStoryAsync();
        _rig.Answers(new PostOutcome(PostResult.Done, "99") { ChannelId = OutboxRig.Channel });

        await _rig.DeliverAsync(story);

        var row = await _rig.FindAsync(story.Id);
        Assert.Equal((OutboxRig.Channel, "99", "7", 1L), (row.MessageChannelId, row.MessageId, row.SentAfter, row.Revision));
        Assert.Equal((1, _rig.Now, null), (row.Attempts, row.SentAt, row.Publishing));
        Assert.Equal("99", (await _rig.Channels.FindAsync(OutboxRig.Channel, Cancelled))!.LastMessage);
        _rig.Poster.Verify(
            poster =>
                poster.PostAsync(
                    OutboxRig.Channel,
                    It.Is<ChannelPost>(post => post.Card.Buttons[0].Id == row.Marker),
                    row.Nonce,
                    It.IsAny<CancellationToken>()
                ),
            Times.Once
        );
    }

    [Theory]
    [InlineData("story", "pending")]
    [InlineData("notice", null)]
    public async Task Announcement_channel_publishes_stories_and_no_notices(string kind, string? publishing)
    {
        await _rig.KnowAsync(ChatChannelKind.Announcement);
        var row = kind == "story" ? await _rig.AddStoryAsync() : await _rig.AddNoticeAsync();
        _rig.Answers(Outcome(nameof(PostResult.Done)));

        await _rig.DeliverAsync(row);

        Assert.Equal(publishing, (await _rig.FindAsync(row.Id)).Publishing);
    }

    [Fact]
    public async Task Forum_gets_a_thread()
    {
        await _rig.KnowAsync(ChatChannelKind.Forum);
        var story = await _rig.AddStoryAsync();
        _rig.Poster.Setup(poster =>
                poster.PostToForumAsync(OutboxRig.Channel, It.Is<ChannelPost>(post => post.Title == "Story"), It.IsAny<CancellationToken>())
            )
            .ReturnsAsync(new PostOutcome(PostResult.Done, "5") { ChannelId = "5" });

        Assert.True(await _rig.DeliverAsync(story));

        Assert.Equal(("sent", "5"), ((await _rig.FindAsync(story.Id)).State, (await _rig.FindAsync(story.Id)).MessageChannelId));
    }

    [Fact]
    public async Task Story_that_was_edited_while_it_was_sent_is_to_be_updated()
    {
        var story = await _rig.AddStoryAsync();
        _rig.Poster.Setup(poster =>
                poster.PostAsync(OutboxRig.Channel, It.IsAny<ChannelPost>(), It.IsAny<string?>(), It.IsAny<CancellationToken>())
            )
            .Returns(async () =>
            {
                await _rig.ExecuteAsync("UPDATE items SET revision = 2 WHERE id = @ItemId", new { story.ItemId });
                return new PostOutcome(PostResult.Done, "99");
            });

        await _rig.DeliverAsync(story);

        Assert.Equal("stale", (await _rig.FindAsync(story.Id)).State);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(7200, false)]
    [InlineData(7201, true)]
    public async Task Post_is_not_sent_before_it_is_due_unless_the_clock_was_set_back(int seconds, bool isSent)
    {
        var story = await _rig.AddStoryAsync();
        await _rig.ExecuteAsync("UPDATE outbox SET not_before = @due", new { due = _rig.Now + seconds * 1000L });
        _rig.Answers(Outcome(nameof(PostResult.Done)));

        Assert.Equal(isSent, await _rig.DeliverAsync(story));

        Assert.Equal(isSent ? "sent" : "pending", (await _rig.FindAsync(story.Id)).State);
    }

    [Fact]
    public async Task Moderators_are_told_once_of_a_pause_until_a_post_succeeds()
    {
        var story = await _rig.AddStoryAsync();
        _rig.Answers(Outcome(nameof(PostResult.Forbidden)));
        await _rig.DeliverAsync(story);
        await _rig.Subscriptions.ResumeAsync(OutboxRig.Channel, cancellationToken: Cancelled);
        await _rig.DeliverAsync(story);
        Assert.Contains("It resumes by itself", Assert.Single(await _rig.NoticesAsync()));

        await _rig.Subscriptions.ResumeAsync(OutboxRig.Channel, cancellationToken: Cancelled);
        _rig.Answers(Outcome(nameof(PostResult.Done)));
        await _rig.DeliverAsync(story);
        _rig.Answers(Outcome(nameof(PostResult.ChannelGone)));
        await _rig.DeliverAsync(await _rig.AddStoryAsync(title: "Another"));

        Assert.Equal(2, (await _rig.NoticesAsync()).Length);
        Assert.Contains("`/news unfollow`", (await _rig.NoticesAsync())[1]);
    }

    [Fact]
    public async Task Missing_tag_pauses_only_what_posts_with_the_same_tag()
    {
        var tagged = await _rig.SubscribeAsync(tag: "Llama");
        var story = await _rig.AddStoryAsync();
        _rig.Answers(Outcome(nameof(PostResult.NeedsTag)));

        await _rig.DeliverAsync(story);

        Assert.False((await _rig.Subscriptions.FindAsync(tagged, Cancelled))!.IsPaused);
        Assert.True((await _rig.Subscriptions.FindAsync(story.SubscriptionId!.Value, Cancelled))!.IsPaused);
    }

    private static PostOutcome Outcome(string result, int? retryAfter = null) =>
        new(Enum.Parse<PostResult>(result), "99", "as Discord says")
        {
            ChannelId = OutboxRig.Channel,
            RetryAfter = retryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        };

    private async Task ExpectAsync(OutboxRow before, string state, string? reason, int? dueIn)
    {
        var row = await _rig.FindAsync(before.Id);
        Assert.Equal(
            (state, reason, dueIn is { } seconds ? _rig.Now + seconds * 1000L : (long?)null),
            (row.State, row.ReasonCode?.ToString(), row.NotBefore)
        );
    }
}
