using AiNewsBot.News.Commands.Reading;
using AiNewsBot.News.Commands.Selection;
using AiNewsBot.News.Feeds;
using AiNewsBot.News.Subscriptions;

namespace AiNewsBot.Tests.News.Commands;

/// <summary>Why a story was posted or not, in each state in which its post can be.</summary>
public sealed class DeliveryExplainerTests : IAsyncLifetime
{
    private NewsStorage _news = null!;
    private FeedRecord _lab = null!;

    private DeliveryExplainer Explainer =>
        new(
            _news.Database,
            _news.Stories,
            new StoryFeeds(_news.Database),
            new ServerFilters(_news.Database),
            _news.Subscriptions,
            new SubscriptionText(_news.Snapshots, _news.Feeds),
            _news.Snapshots,
            _news.Settings
        );

    public async ValueTask InitializeAsync()
    {
        _news = await NewsStorage.CreateAsync();
        _lab = await _news.AddFeedAsync("lab.example");
    }

    public ValueTask DisposeAsync() => _news.DisposeAsync();

    [Theory]
    [InlineData("state = 'pending'", "waits for its turn")]
    [InlineData("state = 'pending', reason = 'Busy'", "waits: the chat is busy")]
    [InlineData("state = 'pending', reason = 'Busy', reason_detail = 'Slow *down*'", @"waits: Slow \*down\*")]
    [InlineData("state = 'scheduled', not_before = 1795950000000", "is due <t:1795950000:f>")]
    [InlineData("state = 'sending'", "is being sent")]
    [InlineData("state = 'sending', reason = 'NoAnswer'", "is being sent: no answer")]
    [InlineData("state = 'sent', sent_at = 1795950000000", "posted <t:1795950000:f>")]
    [InlineData(
        "state = 'sent', sent_at = 1795950000000, message_id = '99'",
        "posted <t:1795950000:f> ([to the post](<https://discord.com/channels/200000000000000001/10/99>))"
    )]
    [InlineData("state = 'stale', sent_at = 1795950000000, message_id = '99', message_channel_id = '12'", "/12/99>))")]
    [InlineData("state = 'sent', sent_at = 1795950000000, publishing = 'pending'", ", and waits to be published to followers")]
    [InlineData(
        "state = 'held', reason = 'Unverifiable', reason_detail = '403'",
        "held back: Whether it was posted cannot be determined: 403."
    )]
    [InlineData("state = 'refused', reason = 'Malformed', reason_detail = 'code 50035'", "refused by Discord: code 50035")]
    [InlineData("state = 'covered'", "not posted again: another subscription of the channel has posted it")]
    [InlineData("state = 'dropped', reason = 'FeedRemoved'", "not posted: the feed was removed")]
    [InlineData("state = 'dropped'", "not posted: dropped")]
    public async Task Each_state_of_a_post_is_told(string state, string told)
    {
        await _news.FollowAsync();
        await _news.ReadAsync(_lab, _news.Entry("Story"));
        await _news.ExecuteAsync($"UPDATE outbox SET {state}");

        Assert.Contains(told, await FateAsync("Story"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_that_waits_for_a_paused_subscription_says_why_that_is_paused()
    {
        await _news.FollowAsync();
        await _news.ReadAsync(_lab, _news.Entry("Story"));
        await _news.ExecuteAsync("UPDATE subscriptions SET paused_at = 1, paused_reason = 'Locked'");

        Assert.Contains("waits; the subscription is paused: the thread is locked.", await FateAsync("Story"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Story_that_waits_for_a_digest_says_when_that_is_due_or_why_it_is_paused()
    {
        await _news.FollowAsync(cadence: Cadence.Daily);
        await _news.ReadAsync(_lab, _news.Entry("Story"));
        var due = new DateTimeOffset(2026, 11, 30, 9, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();

        Assert.Contains($"waits for the digest due <t:{due}:f>", await FateAsync("Story"), StringComparison.Ordinal);
        await _news.ExecuteAsync("UPDATE subscriptions SET paused_at = 1, paused_reason = 'Locked'");

        Assert.Contains("waits for its digest, which is paused: the thread is locked.", await FateAsync("Story"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Story_older_than_the_subscription_came_before_it()
    {
        await _news.ReadAsync(_lab, _news.Entry("Story"));
        _news.Time.Advance(TimeSpan.FromMinutes(1));
        await _news.FollowAsync();

        Assert.Contains("not posted: it came in before this was followed", await FateAsync("Story"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("quartz", "not posted: it does not speak of Quartz")]
    [InlineData("no-longer-there", "not posted: it does not speak of no-longer-there")]
    public async Task Story_about_something_else_says_so(string about, string told)
    {
        await _news.FollowAsync(about: about);
        await _news.ReadAsync(_lab, _news.Entry("Flint 9 is out"));

        Assert.Contains(told, await FateAsync("Flint 9 is out"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Story_whose_feed_alone_is_about_the_subject_is_not_said_to_speak_of_something_else(bool isOwnFeed)
    {
        await _news.FollowAsync(about: "quartz");
        var feed = isOwnFeed
            ? await _news.AddServerFeedAsync("own.example", "quartz", NewsStorage.Here)
            : await _news.AddFeedAsync("quartz.example", about: "quartz");
        await _news.ReadAsync(feed, _news.Entry("Nameless", published: _news.Time.GetUtcNow().AddDays(-40)));

        Assert.Contains("not posted: it was more than 30 days old", await FateAsync("Nameless"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Story_of_another_feed_says_so()
    {
        await _news.FollowAsync(feed: await _news.AddFeedAsync("paper.example"));
        await _news.ReadAsync(_lab, _news.Entry("Story"));

        Assert.Contains("not posted: it came from another feed", await FateAsync("Story"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, 31, "not posted: it was more than 30 days old when it came in")]
    [InlineData(1, 2, "not posted: it was more than 1 day old when it came in")]
    public async Task Story_that_was_too_old_says_so_with_the_limit(int? most, int days, string told)
    {
        await _news.FollowAsync(maxAgeDays: most);
        await _news.ReadAsync(_lab, _news.Entry("Story", published: _news.Time.GetUtcNow().AddDays(-days)));

        Assert.Contains(told, await FateAsync("Story"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Story_of_the_first_reading_says_so()
    {
        await _news.FollowAsync();
        await _news.ReadAsync(await _news.AddFeedAsync("fresh.example", isRead: false), _news.Entry("Story"));

        var text = await FateAsync("Story");

        Assert.Contains("not posted: it was there at the first reading of its feed", text, StringComparison.Ordinal);
        Assert.Contains("with the first reading of that feed, which is never posted", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "held back, with many others that came at once, until a moderator decides")]
    [InlineData("drop", "not posted: a moderator dropped it, with many others that came at once")]
    [InlineData("post", "not posted: it came before this was followed")]
    public async Task Story_of_a_held_batch_says_what_was_decided(string? decision, string told)
    {
        await _news.FollowAsync();
        await _news.ReadAsync(_lab, _news.Entry("Story"));
        await _news.ExecuteAsync("DELETE FROM outbox; UPDATE sightings SET batch_id = 7");
        await _news.ExecuteAsync("INSERT INTO held_batches (id, feed_id, held_at) VALUES (7, @Id, 1)", new { _lab.Id });
        if (decision is not null)
            await _news.ExecuteAsync("INSERT INTO held_decisions VALUES (7, @Here, @decision, '1', 1)", new { NewsStorage.Here, decision });

        Assert.Contains(told, await FateAsync("Story"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stages_tell_whence_it_came_when_it_is_dated_and_what_it_speaks_of()
    {
        await _news.ReadAsync(_lab, _news.Entry("Quartz 2 is out"));
        await _news.ReadAsync(_lab, _news.Entry("It rains"));

        var text = await FateAsync("Quartz 2 is out");

        Assert.Contains($"- came in <t:{_news.Now / 1000}:f> from https\\://lab.example/feed", text, StringComparison.Ordinal);
        Assert.Contains($"- dated <t:{_news.Now / 1000}:f>", text, StringComparison.Ordinal);
        Assert.Contains("- speaks of Quartz 2, Quartz, Lumen Labs", text, StringComparison.Ordinal);
        Assert.Contains("This server follows no news.", text, StringComparison.Ordinal);
        Assert.Contains("- speaks of no model or maker that is known", await FateAsync("It rains"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_of_a_server_nothing_is_told_of_servers()
    {
        await _news.FollowAsync();
        await _news.ReadAsync(_lab, _news.Entry("Story"));

        var text = await FateAsync("Story", server: null);

        Assert.Contains("Ask in a server to see where it was posted there.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("waits", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Story_in_brief_tells_the_first_three_channels()
    {
        for (var channel = 1; channel <= 4; channel++)
            await _news.FollowAsync(channel: $"{channel}");
        await _news.ReadAsync(_lab, _news.Entry("Story"));
        var story = (await _news.Stories.ReadAsync(await IdAsync("Story"), NewsStorage.Here, TestContext.Current.CancellationToken))!;

        var brief = await Explainer.ExplainBrieflyAsync(story, NewsStorage.Here, TestContext.Current.CancellationToken);

        Assert.Equal(["- Story", .. Enumerable.Range(1, 3).Select(n => $"  - in <#{n}>: waits for its turn")], brief.Split('\n'));
        Assert.EndsWith(
            "This server follows no news.",
            await Explainer.ExplainBrieflyAsync(story, NewsStorage.There, TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    private Task<long> IdAsync(string title) => _news.AskAsync<long>("SELECT MAX(id) FROM items WHERE title = @title", new { title });

    private async Task<string> FateAsync(string title, string? server = NewsStorage.Here)
    {
        var card = await Explainer.ExplainAsync((await _news.Stories.ReadAsync(await IdAsync(title), server))!, server);
        return string.Join('\n', card.Blocks.Select(block => block.Markdown));
    }
}
