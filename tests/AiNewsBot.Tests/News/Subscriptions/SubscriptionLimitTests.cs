using AiNewsBot.News.Digests;
using AiNewsBot.News.Rendering;
using AiNewsBot.News.Subscriptions;
using AiNewsBot.Outbox;
using AiNewsBot.Storage;
using AiNewsBot.Tests.Outbox;
using Dapper;

namespace AiNewsBot.Tests.News.Subscriptions;

/// <summary>
/// How many posts a subscription makes, when, and which: decided with the story itself, so that nothing is lost or posted twice.
/// </summary>
public sealed class SubscriptionLimitTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Posts_beyond_the_limit_are_gathered_in_a_digest_of_the_next_hour()
    {
        await using var rig = await OutboxRig.CreateAsync();
        var one = await SubscribeAsync(rig, one => one with { MaxPosts = 2, MaxPostsPer = PostWindow.Hour });
        var digests = Digests(rig);

        var written = await MatchAsync(rig, "First", "Second", "Third", "Fourth");

        Assert.Equal(4, written);
        Assert.Equal(["First", "Second"], await TitlesAsync(rig, "SELECT item_id FROM outbox WHERE kind = 'item' ORDER BY id"));
        Assert.Equal(["Third", "Fourth"], await TitlesAsync(rig, "SELECT item_id FROM digest_items ORDER BY item_id"));
        Assert.False(await digests.WriteIfDueAsync((await rig.Subscriptions.FindAsync(one.Id, Cancelled))!, Cancelled));
        rig.Time.Advance(TimeSpan.FromHours(1));
        Assert.True(await digests.WriteIfDueAsync((await rig.Subscriptions.FindAsync(one.Id, Cancelled))!, Cancelled));
        Assert.False(await digests.WriteIfDueAsync((await rig.Subscriptions.FindAsync(one.Id, Cancelled))!, Cancelled));
        Assert.Equal(1, await rig.AskAsync<long>("SELECT COUNT(*) FROM outbox WHERE kind = 'digest'"));
        Assert.Equal(2, await rig.AskAsync<long>("SELECT COUNT(*) FROM digest_items WHERE outbox_id IS NOT NULL"));
    }

    [Fact]
    public async Task Limit_counts_the_posts_of_the_past_hour_alone()
    {
        await using var rig = await OutboxRig.CreateAsync();
        await SubscribeAsync(rig, one => one with { MaxPosts = 1, MaxPostsPer = PostWindow.Hour });

        await MatchAsync(rig, "First");
        rig.Time.Advance(TimeSpan.FromMinutes(61));
        await MatchAsync(rig, "Second");

        Assert.Equal(["First", "Second"], await TitlesAsync(rig, "SELECT item_id FROM outbox WHERE kind = 'item' ORDER BY id"));
    }

    [Fact]
    public async Task Story_that_was_gathered_is_not_posted_as_well()
    {
        await using var rig = await OutboxRig.CreateAsync();
        await SubscribeAsync(rig, one => one with { MaxPosts = 1, MaxPostsPer = PostWindow.Hour });
        await MatchAsync(rig, "First");
        var item = await rig.AddItemAsync("Second");
        await MatchAsync(rig, [item]);

        rig.Time.Advance(TimeSpan.FromHours(2));
        var written = await MatchAsync(rig, [item]);

        Assert.Equal(0, written);
        Assert.Equal(["First"], await TitlesAsync(rig, "SELECT item_id FROM outbox WHERE kind = 'item'"));
    }

    [Theory]
    [InlineData("22:00", "07:00", "2026-01-15T23:30:00+01:00", "2026-01-16T07:00:00+01:00")]
    [InlineData("22:00", "07:00", "2026-01-15T06:59:00+01:00", "2026-01-15T07:00:00+01:00")]
    [InlineData("22:00", "07:00", "2026-01-15T07:00:00+01:00", null)]
    [InlineData("22:00", "07:00", "2026-01-15T21:59:00+01:00", null)]
    [InlineData("12:00", "13:00", "2026-07-15T12:30:00+02:00", "2026-07-15T13:00:00+02:00")]
    // The hour that spring skips: quiet until the first instant behind it.
    [InlineData("22:00", "02:30", "2026-03-29T01:00:00+01:00", "2026-03-29T03:00:00+02:00")]
    public void Quiet_time_ends_in_the_servers_zone(string from, string to, string now, string? end) =>
        Assert.Equal(
            end is null ? null : DateTimeOffset.Parse(end, null),
            QuietHours
                .EndOf(
                    new Subscription
                    {
                        ChannelId = "1",
                        QuietFrom = from,
                        QuietTo = to,
                        Timezone = "Europe/Paris",
                    },
                    DateTimeOffset.Parse(now, null)
                )
                ?.ToUniversalTime()
        );

    [Theory]
    [InlineData("22:00-07:00", "22:00", "07:00")]
    [InlineData("10pm – 7am", "22:00", "07:00")]
    [InlineData("9-17", "09:00", "17:00")]
    public void Span_of_hours_is_read_as_people_write_it(string text, string from, string to) =>
        Assert.Equal((from, to), QuietHours.TryParse(text));

    [Theory]
    [InlineData("22:00")]
    [InlineData("22:00-22:00")]
    [InlineData("late-early")]
    [InlineData("25:00-26:00")]
    public void Text_that_is_not_a_span_of_hours_is_refused(string text) => Assert.Null(QuietHours.TryParse(text));

    [Fact]
    public async Task Story_of_the_quiet_time_is_posted_at_its_end()
    {
        await using var rig = await OutboxRig.CreateAsync();
        var now = rig.Time.GetUtcNow();
        await SubscribeAsync(rig, one => one with { QuietFrom = $"{now.AddHours(-1):HH\\:mm}", QuietTo = $"{now.AddHours(3):HH\\:mm}" });

        await MatchAsync(rig, "Quiet");

        Assert.Equal("scheduled", await rig.AskAsync<string>("SELECT state FROM outbox WHERE kind = 'item'"));
        var posts = new ModeratorPosts(rig.Database, rig.Signal, rig.Time);
        Assert.Equal(0, await posts.ReleaseAsync(Cancelled));
        rig.Time.Advance(TimeSpan.FromHours(3));
        Assert.Equal(1, await posts.ReleaseAsync(Cancelled));
        Assert.Equal("pending", await rig.AskAsync<string>("SELECT state FROM outbox WHERE kind = 'item'"));
    }

    [Fact]
    public async Task Digest_of_what_was_too_much_waits_for_the_end_of_the_quiet_time()
    {
        await using var rig = await OutboxRig.CreateAsync();
        var now = rig.Time.GetUtcNow();
        var one = await SubscribeAsync(
            rig,
            one =>
                one with
                {
                    MaxPosts = 1,
                    MaxPostsPer = PostWindow.Hour,
                    QuietFrom = $"{now.AddMinutes(30):HH\\:mm}",
                    QuietTo = $"{now.AddHours(5):HH\\:mm}",
                }
        );
        var digests = Digests(rig);
        await MatchAsync(rig, "First", "Second");

        rig.Time.Advance(TimeSpan.FromHours(2));
        Assert.False(await digests.WriteIfDueAsync((await rig.Subscriptions.FindAsync(one.Id, Cancelled))!, Cancelled));
        rig.Time.Advance(TimeSpan.FromHours(3));

        Assert.True(await digests.WriteIfDueAsync((await rig.Subscriptions.FindAsync(one.Id, Cancelled))!, Cancelled));
    }

    [Fact]
    public async Task Quiet_time_is_in_the_time_zone_that_the_server_has_when_a_story_comes()
    {
        await using var rig = await OutboxRig.CreateAsync();
        var kolkata = TimeZoneInfo.ConvertTime(rig.Time.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Kolkata"));
        await SubscribeAsync(
            rig,
            one => one with { QuietFrom = $"{kolkata.AddHours(-1):HH\\:mm}", QuietTo = $"{kolkata.AddHours(1):HH\\:mm}" }
        );
        await MatchAsync(rig, "Before");

        await rig.Servers.SetTimeZoneAsync(OutboxRig.Server, "Asia/Kolkata", cancellationToken: Cancelled);
        await MatchAsync(rig, "Behind");

        Assert.Equal(["Before"], await TitlesAsync(rig, "SELECT item_id FROM outbox WHERE state = 'pending'"));
        Assert.Equal(["Behind"], await TitlesAsync(rig, "SELECT item_id FROM outbox WHERE state = 'scheduled'"));
    }

    [Fact]
    public async Task Only_what_the_filter_lets_through_is_posted()
    {
        await using var rig = await OutboxRig.CreateAsync();
        var one = await SubscribeAsync(rig, one => one);
        await rig.Subscriptions.SetFilterAsync(one.Id, "title:llama -title:mistral", cancellationToken: Cancelled);

        await MatchAsync(rig, "Llama 4 is out", "Grok is out", "Llama and Mistral");

        Assert.Equal(["Llama 4 is out"], await TitlesAsync(rig, "SELECT item_id FROM outbox WHERE kind = 'item'"));
    }

    [Fact]
    public async Task Pause_of_a_moderator_does_not_end_with_that_of_the_channel()
    {
        await using var rig = await OutboxRig.CreateAsync();
        var one = await SubscribeAsync(rig, one => one);

        Assert.True(await rig.Subscriptions.PauseOneAsync(one.Id, OutboxRig.Server, Cancelled));
        Assert.False(await rig.Subscriptions.PauseOneAsync(one.Id, OutboxRig.Server, Cancelled));
        Assert.False(await rig.Subscriptions.ResumeAsync(OutboxRig.Channel, cancellationToken: Cancelled));
        Assert.True((await rig.Subscriptions.FindAsync(one.Id, Cancelled))!.IsPausedByModerator);
        Assert.True(await rig.Subscriptions.ResumeOneAsync(one.Id, OutboxRig.Server, Cancelled));
    }

    private static DigestWriter Digests(OutboxRig rig) =>
        new(
            rig.Database,
            rig.Subscriptions,
            new StoryReader(rig.Database),
            rig.Contents,
            new ModeratorPosts(rig.Database, rig.Signal, rig.Time),
            rig.Signal,
            rig.Watch,
            rig.Time
        );

    private static async Task<Subscription> SubscribeAsync(OutboxRig rig, Func<Subscription, Subscription> change)
    {
        var one = change((await rig.Subscriptions.FindAsync(await rig.SubscribeAsync()))!);
        await rig.Subscriptions.ChangeLimitsAsync(one);
        return one;
    }

    private static async Task<int> MatchAsync(OutboxRig rig, params string[] titles)
    {
        var items = new List<long>();
        foreach (var title in titles)
            items.Add(await rig.AddItemAsync(title));
        return await MatchAsync(rig, [.. items]);
    }

    private static Task<int> MatchAsync(OutboxRig rig, long[] items) =>
        rig.Database.WriteAsync(connection =>
            SubscriptionMatcher.MatchAsync(connection, [.. items.Select(item => new NewItem(item, []))], null, rig.Now)
        );

    private static Task<string[]> TitlesAsync(OutboxRig rig, string ids) =>
        rig.Database.ReadAsync(async connection =>
        {
            var titles = new List<string>();
            foreach (var id in (await connection.QueryAsync<long>(ids)).ToArray())
                titles.Add((await connection.ExecuteScalarAsync<string>("SELECT title FROM items WHERE id = @id", new { id }))!);
            return titles.ToArray();
        });
}
