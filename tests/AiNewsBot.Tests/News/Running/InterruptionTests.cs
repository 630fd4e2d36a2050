using AiNewsBot.Feeds.Tests.Fetching;
using AiNewsBot.Tests.Harness;
using DiscordSimulator;

namespace AiNewsBot.Tests.News.Running;

/// <summary>After any end of the process, nothing is lost and nothing is posted twice.</summary>
public sealed class InterruptionTests : IAsyncLifetime
{
    private const string Digests = "200000000000000011";
    private static readonly (string, string) NoGateway = ("Discord__Gateway", "false");

    private readonly TemporaryFolder _folder = new();
    private FeedServer _server = null!;
    private TestFeed _feed = null!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs signals");
        await SeededDatabase.CopyAsync(_folder["facts.db"]);
        _server = await FeedServer.StartAsync();
        _feed = TestFeed.On(_server, "/feed").Add("Old story");
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Restart_posts_everything_missed_once_with_one_merged_digest()
    {
        (string, string)[] settings =
        [
            NoGateway,
            ("News__Follow__1__Channel", Digests),
            ("News__Follow__1__When", "daily"),
            ("News__Follow__1__At", "09:00"),
        ];
        await using var discord = await StartDiscordAsync();
        await using (var bot = await StartAsync(discord, settings))
        {
            _feed.Add("Before");
            await PostsAsync(discord, 1);
            Assert.Equal(0, await bot.TerminateAsync());
        }

        // Digests of two days were missed, and Discord remembers no nonce.
        _feed.Add([.. Enumerable.Range(0, 20).Select(number => new TestStory($"While it was down {number:00}"))]);
        discord.SimulatedChannels.ForgetNonces();
        NewsProcess.Query<long>(_folder, "UPDATE subscriptions SET digested_to = digested_to - 172800000 WHERE cadence = 'Daily'");
        await using var next = NewsProcess.Start(_folder, discord, _feed, settings);
        await PostsAsync(discord, 22);
        await ReadOnceMoreAsync();

        Assert.Equal(["Before", .. Enumerable.Range(0, 20).Select(number => $"While it was down {number:00}")], TitlesIn(discord));
        Assert.Contains("Before", Assert.Single(discord.SimulatedChannels[Digests].Messages).Text);
        Assert.Equal(21, NewsProcess.Query<long>(_folder, "SELECT COUNT(*) FROM digest_items"));
        Assert.Equal(0, NewsProcess.Query<long>(_folder, "SELECT COUNT(*) FROM outbox WHERE state <> 'sent'"));
        discord.Violations.AssertNone();
    }

    [Fact]
    public async Task Killed_post_is_found_after_its_nonce_expired()
    {
        await using var discord = await StartDiscordAsync();
        await using (var bot = await StartAsync(discord, NoGateway))
        {
            using var held = discord.Rest.HoldAnswers("/messages");
            _feed.Add("Posted, and nobody was told");
            await PostsAsync(discord, 1);
            await bot.KillAsync();
        }

        discord.SimulatedChannels.ForgetNonces();
        _feed.Add("The next");
        await using var next = NewsProcess.Start(_folder, discord, _feed, NoGateway);
        await PostsAsync(discord, 2);
        await ReadOnceMoreAsync();

        Assert.Equal(["Posted, and nobody was told", "The next"], TitlesIn(discord));
        discord.Violations.AssertNone();
    }

    [Fact]
    public async Task Killed_direct_message_is_found_after_its_nonce_expired()
    {
        const string direct = "900000000000000001";
        await using var discord = await StartDiscordAsync();
        discord.SimulatedChannels.Add(direct, type: 1);
        await using (var bot = await StartAsync(discord, NoGateway))
        {
            NewsProcess.Query<long>(
                _folder,
                "INSERT INTO subscriptions (user_id, channel_id, cadence, created_at, digested_to) "
                    + $"VALUES ('300000000000000001', '{direct}', 'Instant', 1, 1)"
            );
            using var held = discord.Rest.HoldAnswers("/messages");
            _feed.Add("Sent, and nobody was told");
            await PostsAsync(discord, 2);
            await bot.KillAsync();
        }

        discord.SimulatedChannels.ForgetNonces();
        _feed.Add("The next");
        await using var next = NewsProcess.Start(_folder, discord, _feed, NoGateway);
        await PostsAsync(discord, 4);
        await ReadOnceMoreAsync();

        string[] once = ["Sent, and nobody was told", "The next"];
        Assert.Equal(once, TitlesIn(discord));
        Assert.Equal(once, discord.SimulatedChannels.MessagesIn(direct).Select(TestFeed.TitleOf));
        discord.Violations.AssertNone();
    }

    [Theory]
    [InlineData("It was posted", 1)]
    [InlineData("It is not: post it", 2)]
    public async Task Unreadable_channel_is_left_to_a_moderator(string button, int posted)
    {
        const ulong viewAndSend = 1 << 10 | 1 << 11;
        await using var discord = await StartDiscordAsync(new FakeDiscordOptions { BotPermissions = viewAndSend });
        discord.SimulatedChannels[NewsRig.Channel].HidesHistory = true;
        await using (var bot = await StartAsync(discord, NoGateway))
        {
            using var held = discord.Rest.HoldAnswers("/messages");
            _feed.Add("Who knows");
            await PostsAsync(discord, 1);
            await bot.KillAsync();
        }

        // The kill was ten minutes ago: no nonce holds that long.
        discord.SimulatedChannels.ForgetNonces();
        NewsProcess.Query<long>(_folder, "UPDATE outbox SET sending_at = sending_at - 600000");
        await using var next = NewsProcess.Start(_folder, discord, _feed);
        await NewsProcess.UntilAsync(
            () => NewsProcess.Query<string>(_folder, "SELECT state FROM outbox") == "held",
            "the post to be held back"
        );
        await discord.Gateway.Readies.ReachAsync(1, "the bot to be ready");
        Assert.Single(discord.SimulatedChannels.Posted.All);

        var list = await discord.RunCommandAsync("news list");
        Assert.Contains($"**Held back** in <#{NewsRig.Channel}>", list.Text);
        await discord.PressAsync(list.Buttons[button]);
        Assert.Contains("decided already", (await discord.PressAsync(list.Buttons[button])).Text);
        _feed.Add("Goes on");
        await PostsAsync(discord, posted + 1);
        await ReadOnceMoreAsync();

        Assert.Equal([.. Enumerable.Repeat("Who knows", posted), "Goes on"], TitlesIn(discord));
    }

    [Fact]
    public async Task Frozen_process_is_replaced_and_does_nothing_when_it_wakes()
    {
        await using var discord = await StartDiscordAsync();
        await using var first = await StartAsync(discord, NoGateway);
        _feed.Add("By the first");
        await PostsAsync(discord, 1);

        await first.FreezeAsync(_folder);
        var fence = NewsProcess.Query<long>(_folder, "SELECT fence FROM leases WHERE name = 'news'");
        await using var second = NewsProcess.Start(_folder, discord, _feed, NoGateway);
        _feed.Add("By the second");
        await NewsProcess.UntilAsync(
            () => NewsProcess.Query<long>(_folder, "SELECT fence FROM leases WHERE name = 'news'") > fence,
            "the lease to be taken over"
        );
        await PostsAsync(discord, 2);
        await first.ThawAsync();
        _feed.Add("By the second again");
        await PostsAsync(discord, 3);
        await ReadOnceMoreAsync();

        Assert.Equal(["By the first", "By the second", "By the second again"], TitlesIn(discord));
        await first.UntilLoggedAsync("Lost 1 news partitions to another process");
        Assert.Equal(0, await first.TerminateAsync());
        discord.Violations.AssertNone();
    }

    private static async Task<FakeDiscord> StartDiscordAsync(FakeDiscordOptions? options = null)
    {
        var discord = await FakeDiscord.StartAsync(
            (options ?? new FakeDiscordOptions()) with
            {
                OpenApi = SharedFiles.Find("discord/openapi.json"),
            }
        );
        discord.SimulatedChannels.Add(NewsRig.Channel);
        discord.SimulatedChannels.Add(Digests);
        return discord;
    }

    private async Task<NewsProcess> StartAsync(FakeDiscord discord, params (string, string)[] settings)
    {
        var bot = NewsProcess.Start(_folder, discord, _feed, settings);
        await NewsProcess.UntilAsync(() => _feed.Requests >= 2, "the feed to be read");
        return bot;
    }

    private static Task PostsAsync(FakeDiscord discord, int count) =>
        NewsProcess.UntilAsync(() => discord.SimulatedChannels.Posted.Count >= count, $"{count} posts");

    // The second of two further requests begins after the answer to the first was taken in.
    private Task ReadOnceMoreAsync()
    {
        var wanted = _feed.Requests + 2;
        return NewsProcess.UntilAsync(() => _feed.Requests >= wanted, "the feed to be read again");
    }

    private static IEnumerable<string> TitlesIn(FakeDiscord discord) =>
        discord.SimulatedChannels[NewsRig.Channel].Messages.Select(TestFeed.TitleOf);
}
