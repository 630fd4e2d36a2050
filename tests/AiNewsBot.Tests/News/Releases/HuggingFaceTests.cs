using System.Text;
using AiNewsBot.Feeds;
using AiNewsBot.Feeds.Tests.Fetching;
using AiNewsBot.News.FactChanges;
using AiNewsBot.News.Releases;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Tests.News.Releases;

/// <summary>Releases and changed facts as news. The hub's answers have the shape of recorded ones, cut to what is used.</summary>
public sealed class HuggingFaceTests
{
    private const string Grok2 =
        """{"_id":"68a9","id":"xai-org/grok-2","likes":1000,"private":false,"downloads":5000,"tags":["safetensors","license:other","region:us"],"library_name":"transformers","createdAt":"2025-08-23T20:04:30.000Z","modelId":"xai-org/grok-2"}""";

    private const string Grok3 =
        """{"_id":"70b1","id":"xai-org/grok-3","likes":1,"private":false,"downloads":0,"tags":["safetensors","text-generation","license:other","region:us"],"pipeline_tag":"text-generation","createdAt":"2026-11-24T20:04:30.000Z","modelId":"xai-org/grok-3","gated":"auto"}""";

    [Fact]
    public async Task New_repository_of_a_watched_organisation_is_news_and_a_suggestion()
    {
        var server = await FeedServer.StartAsync();
        var (answer, asked) = ($"[{Grok2}]", 0);
        server["/api/models"] = http =>
        {
            Interlocked.Increment(ref asked);
            Assert.Equal("xai-org", http.Request.Query["author"]);
            return http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(answer)).AsTask();
        };
        await using var rig = await NewsRig.StartAsync(
            server,
            [TestFeed.On(server, "/feed").Add("Old story")],
            settings:
            [
                ("News:WatchedOrganizations", "xai-org"),
                ("News:HubUrl", $"http://127.0.0.1:{server.Port}"),
                ("News:Follow:0:Channel", NewsRig.Channel),
                ("News:Follow:0:About", "Grok 3"),
            ]
        );
        await rig.BaselineAsync(2);

        answer = $"[{Grok3},{Grok2}]";
        var post = Assert.Single(await rig.PostsAsync(1));

        Assert.Contains("xai\\-org published grok\\-3, licence".Replace("\\", "", StringComparison.Ordinal), post.Text);
        Assert.Contains("licence: other", post.Text);
        Assert.Contains($"127.0.0.1:{server.Port}/xai-org/grok-3", post.Text);
        Assert.Contains("gated", post.Text);
        var found = Assert.Single(await rig.Bot.Services.GetRequiredService<DiscoveredReleases>().AfterAsync(0, 10));
        Assert.Equal(("grok-3", "other"), (found.Repository, found.Licence));
    }

    [Fact]
    public async Task GitHub_release_is_named_with_its_repository()
    {
        var server = await FeedServer.StartAsync();
        var release = "";
        server["/allenai/OLMo/releases.atom"] = http =>
            http.Response.WriteAsync(
                $"""<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom"><id>tag:github.com,2008:https://github.com/allenai/OLMo/releases</id><title>Release notes from OLMo</title><updated>2026-11-24T00:00:00Z</updated>{release}<entry><id>tag:github.com,2008:Repository/1/v0.1</id><title>v0.1</title><link rel="alternate" href="https://github.com/allenai/OLMo/releases/tag/v0.1"/><updated>2026-01-01T00:00:00Z</updated></entry></feed>"""
            );
        await using var rig = await NewsRig.StartAsync(
            server,
            [],
            settings: [("News:Feeds:0:Url", server.Address("/allenai/OLMo/releases.atom").ToString())]
        );
        await rig.BaselineAsync(1);

        release =
            """<entry><id>tag:github.com,2008:Repository/1/v0.2</id><title>v0.2</title><link rel="alternate" href="https://github.com/allenai/OLMo/releases/tag/v0.2"/><updated>2026-11-24T00:00:00Z</updated></entry>""";

        Assert.Contains("allenai/OLMo: v0.2", Assert.Single(await rig.PostsAsync(1)).Text.Replace("\\", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Changed_fact_is_news_once_for_followers_of_its_maker()
    {
        var server = await FeedServer.StartAsync();
        await using var rig = await NewsRig.StartAsync(
            server,
            [TestFeed.On(server, "/feed").Add("Old story")],
            settings: [("News:Follow:0:Channel", NewsRig.Channel), ("News:Follow:0:About", "xai")]
        );
        var news = rig.Bot.Services.GetRequiredService<FactChangePublisher>();
        var change = new ChangedFact(
            "revision-7",
            "grok-3",
            "Grok 3: weights are available",
            "Before: unavailable.",
            "https://x.ai/grok-3"
        );

        Assert.True(await news.PublishAsync(change));
        Assert.False(await news.PublishAsync(change));
        Assert.True(await news.PublishAsync(new ChangedFact("revision-8", "llama-3", "Llama 3: another licence")));

        Assert.Contains("Grok 3: weights are available", Assert.Single(await rig.PostsAsync(1)).Text);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("nonsense")]
    [InlineData("")]
    public void Hub_response_that_is_no_list_is_refused(string body) =>
        Assert.StartsWith(
            "hub.test sent no",
            Assert
                .Throws<FeedFormatException>(() =>
                    HuggingFaceReader.Read(Encoding.UTF8.GetBytes(body), new Uri("https://hub.test/api/models"))
                )
                .Message
        );

    [Theory]
    [InlineData("[1,null,{},[],\"a\"]")]
    [InlineData(
        """[{"id":5},{"id":"noslash"},{"id":"a/b/c"},{"id":"a/b","private":true},{"id":"a/b","tags":7,"createdAt":"never","private":null}]"""
    )]
    public void Unexpected_hub_fields_are_ignored(string body) =>
        Assert.True(HuggingFaceReader.Read(Encoding.UTF8.GetBytes(body), new Uri("https://hub.test/api/models")).Entries.Length <= 1);
}
