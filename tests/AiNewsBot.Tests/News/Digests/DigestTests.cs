using System.Text;
using AiNewsBot.Feeds.Tests.Fetching;
using AiNewsBot.News.Subscriptions;
using AiNewsBot.Outbox;
using AiNewsBot.Storage;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Tests.News.Digests;

/// <summary>Digests: one for all that came since the last, none where nothing came, in parts where it is long.</summary>
public sealed class DigestTests
{
    private static readonly (string, string)[] Daily =
    [
        ("News:Follow:0:Channel", NewsRig.Channel),
        ("News:Follow:0:When", "daily"),
        ("News:Follow:0:At", "09:00"),
    ];

    [Fact]
    public async Task Digest_after_three_days_holds_all_stories_the_newest_first()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed").Add("Old story");
        await using var rig = await NewsRig.StartAsync(server, [feed], settings: Daily);
        feed.Add("First").Add("Second");
        await rig.ReadOnceMoreAsync(feed);
        Assert.Empty(rig.SimulatedChannels.Posted.All);

        await LastDigestBeforeAsync(rig, TimeSpan.FromDays(3));
        var post = Assert.Single(await rig.PostsAsync(1));
        await rig.ReadOnceMoreAsync(feed);

        Assert.Contains("The day's news", post.Text);
        Assert.True(post.Text.IndexOf("Second", StringComparison.Ordinal) < post.Text.IndexOf("First", StringComparison.Ordinal));
        Assert.DoesNotContain("Old story", post.Text);
        Assert.Single(rig.SimulatedChannels.Posted.All);
    }

    [Fact]
    public async Task Digest_shows_the_picture_of_its_newest_story_that_has_one()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed").Add("Old story");
        await using var rig = await NewsRig.StartAsync(server, [feed], settings: Daily);
        var now = DateTimeOffset.UtcNow;
        feed.Add(new TestStory("Without") { Date = now });
        feed.Instead = Encoding.UTF8.GetBytes(
            feed.ToString()
                .Replace(
                    "</channel>",
                    $"{Pictured("newer", now.AddHours(-1))}{Pictured("older", now.AddHours(-2))}</channel>",
                    StringComparison.Ordinal
                )
        );
        await rig.ReadOnceMoreAsync(feed);

        await LastDigestBeforeAsync(rig, TimeSpan.FromDays(1));
        var post = Assert.Single(await rig.PostsAsync(1));

        Assert.Contains("Without", post.Text, StringComparison.Ordinal);
        Assert.Contains("https://news.test/newer.jpg", post.Body.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("https://news.test/older.jpg", post.Body.ToString(), StringComparison.Ordinal);

        static string Pictured(string name, DateTimeOffset at) =>
            $"<item><title>{name}</title><guid>{name}</guid><pubDate>{at:r}</pubDate>"
            + $"<enclosure url=\"https://news.test/{name}.jpg\" type=\"image/jpeg\" length=\"9\"/></item>";
    }

    [Fact]
    public async Task Empty_digest_is_not_posted()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed").Add("Old story");
        await using var rig = await NewsRig.StartAsync(server, [feed], settings: Daily);

        await LastDigestBeforeAsync(rig, TimeSpan.FromDays(2));
        await NewsRig.UntilAsync(
            async () => (await SubscriptionAsync(rig)).DigestedTo > DateTimeOffset.UtcNow.AddDays(-1).ToUnixTimeMilliseconds(),
            "the digest's hour to be noted"
        );

        Assert.Empty(rig.SimulatedChannels.Posted.All);
    }

    [Fact]
    public async Task Long_digest_is_split_in_order_without_loss()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed").Add("Old story");
        await using var rig = await NewsRig.StartAsync(server, [feed], settings: Daily);
        feed.Add([
            .. Enumerable
                .Range(0, 60)
                .Select(number => new TestStory($"A rather long headline that says a lot about story number {number:00}")
                {
                    Link = $"https://news.test/{number}",
                }),
        ]);
        await NewsRig.UntilAsync(
            async () =>
                await rig.Database.ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM digest_items")) == 60,
            "the stories to wait"
        );

        await LastDigestBeforeAsync(rig, TimeSpan.FromDays(1));
        await NewsRig.UntilAsync(
            () =>
                Task.FromResult(
                    rig.SimulatedChannels.Posted.All is [.., { } last] && last.Text.Contains("number 00", StringComparison.Ordinal)
                ),
            "the last part"
        );

        var posts = rig.SimulatedChannels.Posted.All;
        Assert.Equal(
            Enumerable.Range(1, posts.Count).Select(number => $"({number} of {posts.Count})"),
            posts.Select(post => post.Text.Split('\n')[0][^$"({posts.Count} of {posts.Count})".Length..])
        );
        var all = string.Join('\n', posts.Select(post => post.Text));
        Assert.All(Enumerable.Range(0, 60), number => Assert.Single(all.Split($"number {number:00}]").Skip(1)));
    }

    [Fact]
    public async Task Digest_made_by_a_wrong_clock_does_not_delay_the_next()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed").Add("Old story");
        await using var rig = await NewsRig.StartAsync(server, [feed], settings: Daily);

        await LastDigestBeforeAsync(rig, TimeSpan.FromDays(-400));
        await NewsRig.UntilAsync(
            async () => (await SubscriptionAsync(rig)).DigestedTo <= DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(),
            "the time to be put right"
        );

        Assert.Empty(rig.SimulatedChannels.Posted.All);
    }

    [Fact]
    public void Digest_part_round_trips()
    {
        var part = new DigestPayload(2, 3, "The week's news | of 1 May 2026", [4, 8, 15]);

        var (kind, json) = OutboxPayloadJson.Write(part);
        var read = Assert.IsType<DigestPayload>(OutboxPayloadJson.Read(kind, json));

        Assert.Equal((part.Number, part.Count, part.Title), (read.Number, read.Count, read.Title));
        Assert.Equal(part.Items.AsEnumerable(), read.Items);
    }

    private static async Task<Subscription> SubscriptionAsync(NewsRig rig) =>
        Assert.Single(await rig.Bot.Services.GetRequiredService<SubscriptionStore>().AllAsync());

    private static Task<int> LastDigestBeforeAsync(NewsRig rig, TimeSpan time) =>
        rig.Database.WriteAsync(connection =>
            connection.ExecuteAsync(
                "UPDATE subscriptions SET digested_to = @to",
                new { to = (DateTimeOffset.UtcNow - time).ToUnixTimeMilliseconds() }
            )
        );
}
