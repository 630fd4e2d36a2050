using AiNewsBot.News.Digests;
using AiNewsBot.News.Feeds;
using AiNewsBot.News.Subscriptions;
using AiNewsBot.Outbox;

namespace AiNewsBot.Tests.News.Digests;

/// <summary>What waits becomes a digest when its hour comes: one, however many hours passed, and none where nothing waits.</summary>
public sealed class DigestWriterTests : IAsyncLifetime
{
    private NewsStorage _news = null!;
    private FeedRecord _feed = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _news = await NewsStorage.CreateAsync();
        _feed = await _news.AddFeedAsync("lab.example");
    }

    public ValueTask DisposeAsync() => _news.DisposeAsync();

    // It is 10:00 of Sunday, 29 November 2026, in UTC.
    [Theory]
    [InlineData("Daily", "11:00", null, "Etc/UTC", 59, 60)]
    [InlineData("Daily", "09:00", null, "Etc/UTC", 23 * 60 - 1, 23 * 60)]
    [InlineData("Daily", "11:30", null, "Europe/Paris", 29, 30)]
    [InlineData("Daily", null, null, null, 23 * 60 - 1, 23 * 60)]
    [InlineData("Weekly", "10:30", DayOfWeek.Sunday, "Etc/UTC", 29, 30)]
    [InlineData("Weekly", "09:00", null, "Etc/UTC", 23 * 60 - 1, 23 * 60)]
    [InlineData("Weekly", "09:00", DayOfWeek.Saturday, "Etc/UTC", 6 * 24 * 60 - 61, 6 * 24 * 60 - 60)]
    public async Task Digest_is_due_at_its_hour_and_not_before(
        string cadence,
        string? at,
        DayOfWeek? weekday,
        string? zone,
        int notAfter,
        int dueAfter
    )
    {
        var id = await _news.Subscriptions.AddAsync(
            new Subscription
            {
                ServerId = NewsStorage.Here,
                ChannelId = "10",
                Cadence = Enum.Parse<Cadence>(cadence),
                At = at,
                Weekday = weekday,
                Timezone = zone,
            },
            Cancelled
        );
        await _news.ReadAsync(_feed, _news.Entry("Story"));

        _news.Time.Advance(TimeSpan.FromMinutes(notAfter));
        Assert.False(await WriteAsync(id));
        _news.Time.Advance(TimeSpan.FromMinutes(dueAfter - notAfter));

        Assert.True(await WriteAsync(id));
        Assert.False(await WriteAsync(id));
        Assert.Equal(["Story"], Assert.Single(await DigestsAsync()).Titles);
    }

    [Fact]
    public async Task Digests_of_all_hours_that_passed_are_one()
    {
        var id = await FollowDailyAsync();
        await _news.ReadAsync(_feed, _news.Entry("Of the first day"));
        _news.Time.Advance(TimeSpan.FromDays(1));
        await _news.ReadAsync(_feed, _news.Entry("Of the second day"));
        _news.Time.Advance(TimeSpan.FromDays(9));

        Assert.True(await WriteAsync(id));
        Assert.False(await WriteAsync(id));

        var digest = Assert.Single(await DigestsAsync());
        Assert.Equal(["Of the second day", "Of the first day"], digest.Titles);
        Assert.Equal("The day's news, 9 December 2026", digest.Title);
    }

    [Fact]
    public async Task Hour_at_which_nothing_waits_passes_without_a_digest_and_counts()
    {
        var id = await FollowDailyAsync();
        _news.Time.Advance(TimeSpan.FromDays(1));

        Assert.False(await WriteAsync(id));
        await _news.ReadAsync(_feed, _news.Entry("After the hour"));
        Assert.False(await WriteAsync(id));

        Assert.Empty(await DigestsAsync());
        Assert.Equal(_news.Now, (await _news.Subscriptions.FindAsync(id, Cancelled))!.DigestedTo);
    }

    [Fact]
    public async Task Stories_come_by_their_dates_and_each_in_one_digest()
    {
        var id = await FollowDailyAsync();
        var now = _news.Time.GetUtcNow();
        await _news.ReadAsync(_feed, _news.Entry("Newer", published: now.AddHours(-1)));
        await _news.ReadAsync(_feed, _news.Entry("Older", published: now.AddHours(-2)));

        _news.Time.Advance(TimeSpan.FromDays(1));
        await WriteAsync(id);
        await _news.ReadAsync(_feed, _news.Entry("Of the next day"));
        _news.Time.Advance(TimeSpan.FromDays(1));
        await WriteAsync(id);

        Assert.Equal(
            [
                ["Newer", "Older"],
                ["Of the next day"],
            ],
            (await DigestsAsync()).Select(one => one.Titles)
        );
    }

    [Fact]
    public async Task Long_digest_comes_in_numbered_parts_that_hold_each_story_once()
    {
        var id = await FollowDailyAsync();
        string[] titles = [.. Enumerable.Range(0, 40).Select(n => $"Story {n:00} {new string('x', 200)}")];
        foreach (var title in titles)
            await _news.ReadAsync(_feed, _news.Entry(title));
        _news.Time.Advance(TimeSpan.FromDays(1));

        await WriteAsync(id);

        var parts = await DigestsAsync();
        Assert.True(parts.Length > 1);
        Assert.Equal(Enumerable.Range(1, parts.Length), parts.Select(part => part.Number));
        Assert.All(parts, part => Assert.Equal(parts.Length, part.Count));
        Assert.Equal(titles.Reverse(), parts.SelectMany(part => part.Titles));
    }

    // Another process of the bot that found it due has written it by now.
    [Fact]
    public async Task Of_two_that_find_it_due_one_writes_it()
    {
        var id = await FollowDailyAsync();
        await _news.ReadAsync(_feed, _news.Entry("Story"));
        _news.Time.Advance(TimeSpan.FromDays(1));
        var seen = (await _news.Subscriptions.FindAsync(id, Cancelled))!;

        Assert.True(await Writer().WriteIfDueAsync(seen, Cancelled));
        Assert.False(await Writer().WriteIfDueAsync(seen, Cancelled));

        Assert.Single(await DigestsAsync());
    }

    // A digest that was made by a clock that went wrong would keep the next ones away for as long.
    [Theory]
    [InlineData("Daily", 3, true)]
    [InlineData("Daily", 1, false)]
    [InlineData("Weekly", 9, true)]
    [InlineData("Weekly", 7, false)]
    public async Task Digest_that_was_made_in_a_far_future_does_not_put_off_the_next(string cadence, int daysAhead, bool isWritten)
    {
        var id = await _news.FollowAsync(cadence: Enum.Parse<Cadence>(cadence));
        await _news.ReadAsync(_feed, _news.Entry("Story"));
        await _news.ExecuteAsync("UPDATE subscriptions SET digested_to = @at", new { at = _news.Now + daysAhead * 86_400_000L });

        Assert.Equal(isWritten, await WriteAsync(id));
    }

    [Theory]
    [InlineData("Daily", "Asia/Tokyo", "The day's news, 30 November 2026")]
    [InlineData("Weekly", "America/New_York", "The week's news, 29 November 2026")]
    [InlineData("Daily", "No/Where", "The day's news, 29 November 2026")]
    [InlineData("Daily", null, "The day's news, 29 November 2026")]
    public void Digest_bears_the_day_of_its_time_zone(string cadence, string? zone, string title) =>
        Assert.Equal(
            title,
            DigestWriter.TitleOf(
                new Subscription
                {
                    ChannelId = "10",
                    Cadence = Enum.Parse<Cadence>(cadence),
                    Timezone = zone,
                },
                new DateTimeOffset(2026, 11, 29, 18, 0, 0, TimeSpan.Zero)
            )
        );

    [Fact]
    public async Task Loop_writes_what_is_due_releases_what_was_scheduled_and_leaves_out_what_is_paused()
    {
        var due = await FollowDailyAsync();
        var paused = await FollowDailyAsync();
        await _news.ReadAsync(_feed, _news.Entry("Story"));
        await _news.ExecuteAsync("UPDATE subscriptions SET paused_at = 1 WHERE id = @paused", new { paused });
        await _news.ExecuteAsync(
            "INSERT INTO outbox (kind, channel_id, state, not_before, created_at) VALUES ('post', '10', 'scheduled', @at, 0)",
            new { at = _news.Now + 1000 }
        );
        _news.Time.Advance(TimeSpan.FromDays(1));
        using var stop = new CancellationTokenSource();

        var running = Writer().RunAsync(stop.Token);
        await _news.Signal.WaitAsync(null, Cancelled);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);

        Assert.Equal([due], await _news.ListAsync<long>("SELECT subscription_id FROM outbox WHERE kind = 'digest'"));
        Assert.Equal("pending", await _news.AskAsync<string>("SELECT state FROM outbox WHERE kind = 'post'"));
    }

    private DigestWriter Writer() =>
        new(
            _news.Database,
            _news.Subscriptions,
            _news.Stories,
            _news.Contents,
            new ModeratorPosts(_news.Database, new OutboxSignal(_news.Watch), _news.Time),
            _news.Signal,
            _news.Watch,
            _news.Time
        );

    private Task<long> FollowDailyAsync() => _news.FollowAsync(cadence: Cadence.Daily);

    private async Task<bool> WriteAsync(long id) => await Writer().WriteIfDueAsync((await _news.Subscriptions.FindAsync(id))!);

    private async Task<(int Number, int Count, string Title, string[] Titles)[]> DigestsAsync()
    {
        var digests = new List<(int, int, string, string[])>();
        foreach (var json in await _news.ListAsync<string>("SELECT payload FROM outbox WHERE kind = 'digest' ORDER BY id"))
        {
            var part = (DigestPayload)OutboxPayloadJson.Read(OutboxRow.Digest, json);
            var stories = await _news.Stories.ReadAsync(part.Items, NewsStorage.Here);
            digests.Add((part.Number, part.Count, part.Title, [.. stories.Select(story => story.Item.Title)]));
        }

        return [.. digests];
    }
}
