using System.Text;
using AiNewsBot.Feeds;
using AiNewsBot.Feeds.Tests.Fetching;
using AiNewsBot.News.FactChanges;
using AiNewsBot.News.Releases;
using DiscordSimulator;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Tests.News.Releases;

/// <summary>Releases and changed facts as news. The hub's answers have the shape of recorded ones, cut to what is used.</summary>
public sealed class HuggingFaceTests
{
    private const string Grok2 = """
        {"_id":"68a9","id":"xai-org/grok-2","likes":1000,"private":false,"downloads":5000,"tags":["safetensors","license:other",
        "region:us"],"library_name":"transformers","createdAt":"2025-08-23T20:04:30.000Z","modelId":"xai-org/grok-2"}
        """;

    private const string Grok3 = """
        {"_id":"70b1","id":"xai-org/grok-3","likes":1,"private":false,"downloads":0,"tags":["safetensors","text-generation",
        "license:other","region:us"],"pipeline_tag":"text-generation","createdAt":"2026-11-24T20:04:30.000Z","modelId":"xai-org/grok-3",
        "gated":"auto"}
        """;

    private const string Paper = """
        {"paper":{"id":"2501.00656","authors":[{"_id":"67","name":"Ann Author","hidden":false},{"_id":"68","name":"Ben Author",
        "hidden":false},{"_id":"69","name":"Cy Author","hidden":false},{"_id":"70","name":"Di Author","hidden":false}],
        "publishedAt":"2024-12-31T21:55:10.000Z","submittedOnDailyAt":"2026-11-27T01:29:25.000Z","title":"2 OLMo 2 Furious",
        "submittedOnDailyBy":{"_id":"60","avatarUrl":"https://cdn-avatars.huggingface.co/1.jpeg","fullname":"AK","name":"akhaliq",
        "type":"user"},"summary":"We present OLMo 2, the next generation of our fully open\nlanguage models.","upvotes":13,
        "discussionId":"67"},"publishedAt":"2024-12-31T16:55:10.000Z","title":"2 OLMo 2 Furious",
        "thumbnail":"https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/2501.00656.png","numComments":2,
        "submittedBy":{"_id":"60","fullname":"AK"},"isAuthorParticipating":false}
        """;

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
        var found = Assert.Single(
            await rig.Bot.Services.GetRequiredService<DiscoveredReleases>().AfterAsync(0, 10, TestContext.Current.CancellationToken)
        );
        Assert.Equal(("grok-3", "other"), (found.Repository, found.Licence));
    }

    [Fact]
    public async Task Moderators_watch_an_organisation_and_the_papers_of_the_hub()
    {
        var server = await FeedServer.StartAsync();
        var (models, papers) = ($"[{Grok2}]", "[]");
        server["/api/models"] = http => http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(models)).AsTask();
        server["/api/daily_papers"] = http => http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(papers)).AsTask();
        await using var rig = await NewsRig.StartAsync(
            server,
            [TestFeed.On(server, "/feed").Add("Old story")],
            settings: [(NewsRig.NoFollow, "")]
        );
        var user = rig.Discord.As(
            new SimulatedMember
            {
                Channels = new Dictionary<string, (string, int, ulong)> { [NewsRig.Channel] = ("news", 0, ulong.MaxValue >> 1) },
            }
        );

        var added = await user.RunCommandAsync("feeds add", ("url", server.Address("/api/models?author=xai-org").ToString()));
        Assert.Contains("Hugging Face: xai-org", added.Text.Replace("\\", "", StringComparison.Ordinal));
        Assert.Contains("1 entry now", added.Text);
        var listed = await user.RunCommandAsync("feeds add", ("url", server.Address("/api/daily_papers?limit=50").ToString()));
        Assert.Contains("papers of the day", listed.Text);
        await user.RunCommandAsync("news follow", ("channel", NewsRig.Channel), ("when", "instant"));
        await rig.BaselineAsync(3);

        models = $"[{Grok3},{Grok2}]";
        Assert.Contains("published grok-3, licence: other", (await rig.NextPostAsync()).Text.Replace("\\", "", StringComparison.Ordinal));
        papers = $"[{Paper}]";
        var post = (await rig.NextPostAsync()).Text.Replace("\\", "", StringComparison.Ordinal);

        Assert.Contains("2 OLMo 2 Furious", post);
        Assert.Contains($"127.0.0.1:{server.Port}/papers/2501.00656", post);
        Assert.Contains("We present OLMo 2, the next generation of our fully open language models.", post);
        Assert.Contains("Ann Author, Ben Author, Cy Author and 1 more", post);

        // What a server watches for itself is no suggestion for the curators.
        Assert.Empty(
            await rig.Bot.Services.GetRequiredService<DiscoveredReleases>().AfterAsync(0, 10, TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task GitHub_release_is_named_with_its_repository()
    {
        var server = await FeedServer.StartAsync();
        var release = "";
        server["/allenai/OLMo/releases.atom"] = http =>
            http.Response.WriteAsync(
                $"""
                <?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom">
                <id>tag:github.com,2008:https://github.com/allenai/OLMo/releases</id><title>Release notes from OLMo</title>
                <updated>2026-11-24T00:00:00Z</updated>{release}<entry><id>tag:github.com,2008:Repository/1/v0.1</id><title>v0.1</title>
                <link rel="alternate" href="https://github.com/allenai/OLMo/releases/tag/v0.1"/><updated>2026-01-01T00:00:00Z</updated>
                </entry></feed>
                """
            );
        await using var rig = await NewsRig.StartAsync(
            server,
            [],
            settings: [("News:Feeds:0:Url", server.Address("/allenai/OLMo/releases.atom").ToString())]
        );
        await rig.BaselineAsync(1);

        release = """
            <entry><id>tag:github.com,2008:Repository/1/v0.2</id><title>v0.2</title>
            <link rel="alternate" href="https://github.com/allenai/OLMo/releases/tag/v0.2"/><updated>2026-11-24T00:00:00Z</updated>
            </entry>
            """;

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

        Assert.True(await news.PublishAsync(change, TestContext.Current.CancellationToken));
        Assert.False(await news.PublishAsync(change, TestContext.Current.CancellationToken));
        Assert.True(
            await news.PublishAsync(
                new ChangedFact("revision-8", "llama-3", "Llama 3: another licence"),
                TestContext.Current.CancellationToken
            )
        );

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
        """
            [{"id":5},{"id":"noslash"},{"id":"a/b/c"},{"id":"a/b","private":true},
            {"id":"a/b","tags":7,"createdAt":"never","private":null}]
            """
    )]
    public void Unexpected_hub_fields_are_ignored(string body) =>
        Assert.True(HuggingFaceReader.Read(Encoding.UTF8.GetBytes(body), new Uri("https://hub.test/api/models")).Entries.Length <= 1);
}
