using System.Net;
using AiNewsBot.Feeds.Fetching;
using AiNewsBot.Feeds.Tests.Fetching;
using DiscordSimulator;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Tests.News.Commands;

/// <summary>Pages of well-known sites that are given in place of feeds, and sites that refuse.</summary>
public sealed class SitePageTests
{
    private const string Page = "https://github.com/allenai/OLMo";
    private const string Content = "the releases of allenai/OLMo";

    private static readonly SimulatedMember Moderator = new()
    {
        Channels = new Dictionary<string, (string, int, ulong)> { [NewsRig.Channel] = ("news", 0, ulong.MaxValue >> 1) },
    };

    [Fact]
    public async Task Parts_of_a_pages_feed_are_told_when_it_is_followed_added_and_checked()
    {
        await using var rig = await StartAsync(await FeedServer.StartAsync());
        var user = rig.Discord.As(Moderator);

        var followed = await user.RunCommandAsync(
            "news follow",
            ("channel", NewsRig.Channel),
            ("when", "instant"),
            ("feed", $"{Page} https://www.reddit.com/r/LocalLLaMA")
        );
        Assert.Equal(2, followed.Text.Split("From now on: news from").Length - 1);
        Assert.Contains(Content, followed.Text, StringComparison.Ordinal);
        Assert.Contains("the posts of r/LocalLLaMA", followed.Text, StringComparison.Ordinal);

        var added = await user.RunCommandAsync("feeds add", ("url", Page));
        Assert.Contains("is on this server's list already", added.Text, StringComparison.Ordinal);
        Assert.Contains($"It has {Content}", added.Text, StringComparison.Ordinal);

        var check = await user.RunCommandAsync("feeds check", ("url", Page));
        Assert.Contains(Content, check.Text, StringComparison.Ordinal);
        Assert.Contains("it was added by this server", check.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cloudflare", "Cloudflare, which protects this site")]
    [InlineData("nginx", "look there for the address of a feed")]
    public async Task Site_that_refuses_gets_advice(string protection, string advice)
    {
        var server = await FeedServer.StartAsync();
        server["/feed"] = FeedServer.Send(HttpStatusCode.Forbidden, ("Server", protection));
        await using var rig = await StartAsync(server);
        var user = rig.Discord.As(Moderator);
        var address = ("url", (object)server.Address("/feed").ToString());

        Assert.Contains(advice, (await user.RunCommandAsync("feeds add", address)).Text, StringComparison.Ordinal);
        Assert.Contains(advice, (await user.RunCommandAsync("feeds check", address)).Text, StringComparison.Ordinal);
    }

    // No site of the world is found from here.
    private static Task<NewsRig> StartAsync(FeedServer server) =>
        NewsRig.StartAsync(
            server,
            [TestFeed.On(server, "/known").Add("Old story")],
            change: services =>
                services.AddSingleton(
                    new FeedFetcherOptions
                    {
                        AllowedAddresses = [IPNetwork.Parse("127.0.0.1/32")],
                        Resolve = (_, _) => Task.FromResult<IPAddress[]>([]),
                    }
                ),
            settings: (NewsRig.NoFollow, "")
        );
}
