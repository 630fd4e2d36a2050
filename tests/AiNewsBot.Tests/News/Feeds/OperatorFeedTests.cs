using AiNewsBot.Feeds.Tests.Fetching;
using AiNewsBot.News;
using AiNewsBot.News.Configuration;
using AiNewsBot.News.Subscriptions;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Tests.News.Feeds;

/// <summary>Feeds and subscriptions of the configuration: each start makes the database's those of the configuration.</summary>
public sealed class OperatorFeedTests
{
    private const string Other = "200000000000000041";

    [Fact]
    public async Task Every_field_of_a_configured_subscription_is_applied()
    {
        var server = await FeedServer.StartAsync();
        var one = TestFeed.On(server, "/one").Add("Old story");
        var other = TestFeed.On(server, "/other").Add("Older story");
        await using var rig = await NewsRig.StartAsync(
            server,
            [one, other],
            discord => discord.SimulatedChannels.Add(Other),
            settings:
            [
                ("News:Feeds:1:About", "Mistral 7B"),
                ("News:Follow:0:Channel", NewsRig.Channel),
                ("News:Follow:0:Feed", one.Url),
                ("News:Follow:0:About", "xAI"),
                ("News:Follow:0:Mention", "777"),
                ("News:Follow:1:Channel", Other),
                ("News:Follow:1:About", "Mistral 7B"),
                ("News:Follow:2:Channel", Other),
                ("News:Follow:2:When", "weekly"),
                ("News:Follow:2:Weekday", "friday"),
                ("News:Follow:2:At", "18:30"),
                ("News:Follow:2:Timezone", "Asia/Kolkata"),
            ]
        );
        await NewsRig.UntilAsync(
            async () => (await rig.Subscriptions.ForServerAsync("200000000000000000")).Count == 3,
            "the channels' server to be known"
        );

        one.Add("Grok 3 in the first feed").Add("Something else in the first feed");
        other.Add("Grok 3 in the other feed").Add("Nothing named in a feed about Mistral 7B");
        await rig.PostsAsync(3);
        await rig.ReadOnceMoreAsync(one, other);
        var list = await rig.Discord.RunCommandAsync("news list");

        // The first wants both; the second takes all of a feed that is about its subject.
        Assert.Equal(["Grok 3 in the first feed"], rig.SimulatedChannels[NewsRig.Channel].Messages.Select(TestFeed.TitleOf));
        Assert.Equal(["777"], rig.SimulatedChannels[NewsRig.Channel].Messages[0].Pings);
        Assert.Equal(
            ["Grok 3 in the other feed", "Nothing named in a feed about Mistral 7B"],
            rig.SimulatedChannels[Other].Messages.Select(TestFeed.TitleOf)
        );
        Assert.Contains("each Friday at 18:30 (Asia/Kolkata) (set by the operator)", list.Text.Replace("\\", "", StringComparison.Ordinal));
        Assert.Contains(
            "The bot's operator set this one",
            (await rig.Discord.RunCommandAsync("news unfollow", ("subscription", $"{(await rig.Subscriptions.AllAsync())[0].Id}"))).Text
        );
        Assert.Contains("only they can remove it", (await rig.Discord.RunCommandAsync("feeds remove", ("feed", one.Url))).Text);
    }

    [Fact]
    public async Task Removed_subscription_ends_and_a_restored_one_starts_afresh()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed").Add("Old story");
        await using var rig = await NewsRig.StartAsync(
            server,
            [feed],
            settings: [("News:Follow:0:Channel", NewsRig.Channel), ("News:Follow:0:When", "daily"), ("News:Follow:0:At", "09:00")]
        );
        feed.Add("Waits for its digest");
        await NewsRig.UntilAsync(async () => await WaitingAsync() == 1, "the story to wait");
        var settings = rig.Bot.Services.GetRequiredService<NewsSettings>();
        var operators = rig.Bot.Services.GetRequiredService<OperatorFeedSynchronizer>();
        var (follow, before) = (settings.Follow[0], Assert.Single(await rig.Subscriptions.AllAsync()));

        settings.Follow.Clear();
        await operators.ApplyAsync();
        Assert.Empty(await rig.Subscriptions.AllAsync());
        Assert.Equal(0, await WaitingAsync());

        follow.At = "10:00";
        settings.Follow.Add(follow);
        await operators.ApplyAsync();
        await operators.ApplyAsync();
        var after = Assert.Single(await rig.Subscriptions.AllAsync());
        Assert.NotEqual(before.Id, after.Id);
        Assert.Equal((Cadence.Daily, "10:00"), (after.Cadence, after.At));
        Assert.Equal(0, await WaitingAsync());

        // Another hour is a change of the same.
        follow.At = "11:00";
        await operators.ApplyAsync();
        Assert.Equal(
            (after.Id, "11:00"),
            (Assert.Single(await rig.Subscriptions.AllAsync()).Id, Assert.Single(await rig.Subscriptions.AllAsync()).At)
        );

        Task<long> WaitingAsync() =>
            rig.Database.ReadAsync(connection =>
                connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM digest_items WHERE outbox_id IS NULL")
            );
    }

    [Fact]
    public async Task Removed_feed_is_not_polled_and_its_missed_entries_are_no_news()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed").Add("Old story");
        var other = TestFeed.On(server, "/other").Add("Older story");
        await using var rig = await NewsRig.StartAsync(server, [feed, other]);
        var settings = rig.Bot.Services.GetRequiredService<NewsSettings>();
        var operators = rig.Bot.Services.GetRequiredService<OperatorFeedSynchronizer>();
        var taken = settings.Feeds[0];

        settings.Feeds.RemoveAt(0);
        await operators.ApplyAsync();
        await rig.ReadOnceMoreAsync(other);
        var asked = feed.Requests;
        feed.Add("While it was out");
        await rig.ReadOnceMoreAsync(other);
        Assert.Equal(asked, feed.Requests);
        Assert.DoesNotContain(
            "/feed",
            (await rig.Discord.RunCommandAsync("feeds list")).Text.Replace("/feeds", "", StringComparison.Ordinal)
        );

        settings.Feeds.Add(taken);
        await operators.ApplyAsync();
        await rig.ReadOnceMoreAsync(feed);
        feed.Add("Since it is back");

        Assert.Equal("Since it is back", TestFeed.TitleOf(Assert.Single(await rig.PostsAsync(1))));
    }
}
