using AiNewsBot.News.Feeds;
using AiNewsBot.Outbox;
using AiNewsBot.Outbox.Partitions;
using AiNewsBot.Tests.News;

namespace AiNewsBot.Tests.Outbox.Partitions;

/// <summary>What a process does for a partition that it does not hold, or holds no longer, is void.</summary>
public sealed class PartitionFenceTests
{
    private static readonly DeliveryReason Busy = new(ReasonCode.Busy);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Post_is_claimed_under_the_fence_of_its_channel_alone()
    {
        await using var rig = await OutboxRig.CreateAsync();
        var story = OutboxStore.WithNonce(await rig.AddStoryAsync());

        await rig.ExecuteAsync("UPDATE leases SET fence = fence + 1 WHERE name = 'news'");

        Assert.Null(await rig.Outbox.ClaimAsync(story, 1, webhook: null, isRepeat: false, cancellationToken: Cancelled));
        Assert.Equal("pending", (await rig.FindAsync(story.Id)).State);
    }

    [Fact]
    public async Task Process_without_partitions_sees_and_claims_no_post()
    {
        await using var rig = await OutboxRig.CreateAsync();
        var story = OutboxStore.WithNonce(await rig.AddStoryAsync());

        await rig.Partitions.LeaveAsync();

        Assert.Empty(await rig.Outbox.OpenChannelsAsync(Cancelled));
        Assert.Null(await rig.Outbox.ClaimAsync(story, 1, webhook: null, isRepeat: false, cancellationToken: Cancelled));
    }

    [Fact]
    public async Task Outcome_of_an_attempt_is_void_where_the_post_was_claimed_again_since()
    {
        await using var rig = await OutboxRig.CreateAsync();
        var story = OutboxStore.WithNonce(await rig.AddStoryAsync());
        var late = (await rig.Outbox.ClaimAsync(story, 1, webhook: null, isRepeat: false, cancellationToken: Cancelled))!;
        var current = (await rig.Outbox.ClaimAsync(late, 1, webhook: null, isRepeat: true, cancellationToken: Cancelled))!;

        await rig.Outbox.PostponeAsync(late, TimeSpan.FromMinutes(1), Busy);
        await rig.Outbox.ReconcileLaterAsync(late, TimeSpan.FromMinutes(1), Busy);
        await rig.Outbox.MarkFinishedAsync(late, OutboxState.Refused, Busy);

        Assert.Equal(current, await rig.FindAsync(story.Id));
    }

    [Fact]
    public async Task Edit_of_a_process_that_no_longer_edits_is_made_once_more_by_its_successor()
    {
        await using var rig = await OutboxRig.CreateAsync();
        var story = await rig.MakeSentAsync(await rig.AddStoryAsync(), OutboxState.Stale);
        await rig.ExecuteAsync("UPDATE leases SET fence = fence + 1 WHERE name = 'news'");

        await rig.Outbox.PostponeUpdateAsync(story, TimeSpan.FromMinutes(1));
        Assert.Equal(story, await rig.FindAsync(story.Id));
        await rig.ExecuteAsync("UPDATE outbox SET state = 'sent', shown = 'newer', revision = 7");
        await rig.Outbox.MarkUpdatedAsync(story, 6, "older", isEdited: true);

        var after = await rig.FindAsync(story.Id);
        Assert.Equal((OutboxState.Stale, null, 7L, 0), (after.State, after.Shown, after.Revision, after.Edits));
    }

    [Fact]
    public async Task Edit_that_was_not_needed_is_left_to_the_successor()
    {
        await using var rig = await OutboxRig.CreateAsync();
        var story = await rig.MakeSentAsync(await rig.AddStoryAsync(), OutboxState.Stale);
        await rig.ExecuteAsync("UPDATE leases SET fence = fence + 1 WHERE name = 'news'");

        await rig.Outbox.MarkUpdatedAsync(story, 6, "older", isEdited: false);

        Assert.Equal(story, await rig.FindAsync(story.Id));
    }

    [Fact]
    public async Task Publication_is_recorded_by_the_process_that_publishes_alone()
    {
        await using var rig = await OutboxRig.CreateAsync();
        var story = await rig.AddStoryAsync();
        await rig.Outbox.MarkSentAsync(story, OutboxRig.Channel, "99", "shown", publishes: true);
        var sent = await rig.FindAsync(story.Id);
        await rig.ExecuteAsync("UPDATE leases SET fence = fence + 1 WHERE name = 'news'");

        await rig.Outbox.RecordCrosspostAsync(sent, CrosspostState.Done, null);
        Assert.Equal(CrosspostState.Pending, (await rig.FindAsync(story.Id)).Publishing);
        await rig.Partitions.LeaveAsync();
        await rig.Partitions.CheckAsync();
        await rig.Outbox.RecordCrosspostAsync(sent, CrosspostState.Done, null);

        Assert.Equal(CrosspostState.Done, (await rig.FindAsync(story.Id)).Publishing);
    }

    [Fact]
    public async Task Feeds_are_due_and_planned_by_the_process_that_holds_their_partition()
    {
        await using var news = await NewsStorage.CreateAsync();
        FeedRecord[] feeds = [await news.AddFeedAsync("one.example"), await news.AddFeedAsync("two.example")];
        await news.ExecuteAsync("UPDATE feeds SET next_poll_at = @at, polled_at = @at", new { at = news.Now - 60_000 });
        var second = new PartitionSet(0, 32).With(PartitionSet.OfFeed(feeds[1].Id, 32));

        Assert.Equal([feeds[1].Id], (await news.Feeds.DueAsync(10, second, Cancelled)).Select(feed => feed.Id));
        Assert.Empty(await news.Feeds.DueAsync(10, new PartitionSet(0, 32), Cancelled));
        await news.Feeds.RescheduleAsync(-3_600_000, second, Cancelled);

        Assert.Equal(
            news.Now - 60_000,
            await news.Feeds.NextDueAsync(new PartitionSet(0, 32).With(PartitionSet.OfFeed(feeds[0].Id, 32)), Cancelled)
        );
        Assert.Equal(news.Now - 3_660_000, await news.Feeds.NextDueAsync(second, Cancelled));
    }

    [Fact]
    public async Task Poll_of_a_feed_that_another_process_has_by_now_is_not_noted()
    {
        await using var news = await NewsStorage.CreateAsync();
        var feed = await news.AddFeedAsync("one.example");

        await news.Feeds.RecordPollsAsync(
            [new FeedPollUpdate { Id = feed.Id, ETag = "\"late\"" }],
            _ => Task.FromResult(new PartitionSet(0, 32))
        );

        Assert.Null((await news.Feeds.FindAsync(feed.Id, Cancelled))!.ETag);
    }

    [Fact]
    public async Task Reading_of_a_feed_that_another_process_has_by_now_is_not_stored()
    {
        await using var news = await NewsStorage.CreateAsync();
        var feed = await news.AddFeedAsync("one.example");

        await Assert.ThrowsAsync<OperationCanceledException>(() =>
            news.Ingestor.IngestAsync(
                feed,
                new AiNewsBot.News.Ingest.PollResult.Read(new AiNewsBot.Feeds.Feed(null, null, null, [news.Entry("Late")]), "hash"),
                default,
                _ => Task.FromResult(new PartitionSet(0, 32)),
                Cancelled
            )
        );

        Assert.Null((await news.Feeds.FindAsync(feed.Id, Cancelled))!.BodyHash);
    }

    [Fact]
    public void Channels_of_one_server_are_spread_over_the_partitions()
    {
        var sizes = Enumerable
            .Range(0, 250)
            .GroupBy(number => PartitionSet.OfChannel(FormattableString.Invariant($"2000000000000010{number:00}"), 32))
            .Select(group => group.Count());

        Assert.Equal((32, 250), (sizes.Count(), sizes.Sum()));
        Assert.InRange(sizes.Max(), 8, 16);
    }
}
