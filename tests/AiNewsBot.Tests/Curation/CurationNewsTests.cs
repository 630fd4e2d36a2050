using System.Globalization;
using System.Text;
using AiNewsBot.Curation.Jobs;
using AiNewsBot.Feeds.Tests.Fetching;
using AiNewsBot.Storage;
using AiNewsBot.Tests.News;
using Dapper;
using DiscordSimulator;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Tests.Curation;

/// <summary>Facts that change for all servers are news by themselves, and what the
/// release watcher finds is suggested to the curators.</summary>
public sealed class CurationNewsTests
{
    private const string Curator = "280000000000000001";
    private const string Source = "https://huggingface.co/xai-org/grok-3/blob/main/LICENSE";
    private static readonly string Today = DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static readonly (string, string)[] FollowXai =
    [
        ("News:Follow:0:Channel", NewsRig.Channel),
        ("News:Follow:0:About", "xai"),
        ("Curation:Curators", Curator),
    ];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static (string, string)[] Fields(string value, string since) =>
        [("value", value), ("since", since), ("until", ""), ("source", Source), ("why", "I read it there")];

    [Fact]
    public async Task Licence_change_by_a_curator_is_news_once_and_a_correction_of_the_past_is_not()
    {
        var server = await FeedServer.StartAsync();
        await using var rig = await NewsRig.StartAsync(server, [TestFeed.On(server, "/feed").Add("Old story")], settings: FollowXai);
        var curator = rig.Discord.As(Guilds.Manager() with { User = Curator });
        var watch = rig.Bot.Services.GetRequiredService<FactChangeWatcher>();
        await watch.PublishAsync(Cancelled);

        await EditAsync(curator, "grok-2", "MIT", "2024-08-13");
        await watch.PublishAsync(Cancelled);
        await EditAsync(curator, "grok-1", "MIT", Today);
        await watch.PublishAsync(Cancelled);
        await watch.PublishAsync(Cancelled);

        var post = Assert.Single(await rig.PostsAsync(1));
        Assert.Contains("Grok-1: the licence is now MIT", Plain(post.Text));
        Assert.Contains("It was Apache-2.0.", Plain(post.Text));
        Assert.Equal(1, await CountAsync(rig, "SELECT COUNT(*) FROM items WHERE kind = 'Fact'"));
    }

    [Fact]
    public async Task Server_statement_is_no_news_for_other_servers()
    {
        var server = await FeedServer.StartAsync();
        await using var rig = await NewsRig.StartAsync(server, [TestFeed.On(server, "/feed").Add("Old story")], settings: FollowXai);
        var watch = rig.Bot.Services.GetRequiredService<FactChangeWatcher>();
        await watch.PublishAsync(Cancelled);
        var form = await rig.Discord.As(Guilds.Manager()).RunCommandAsync("fact edit", ("subject", "grok-1"), ("property", "licence"));
        await rig.Discord.As(Guilds.Manager()).SubmitAsync(form.FormId!, Fields("MIT", Today));

        await watch.PublishAsync(Cancelled);

        Assert.Equal(0, await CountAsync(rig, "SELECT COUNT(*) FROM items WHERE kind = 'Fact'"));
    }

    [Fact]
    public async Task New_dataset_publishes_released_weights_and_kept_promises()
    {
        var server = await FeedServer.StartAsync();
        await using var rig = await NewsRig.StartAsync(server, [TestFeed.On(server, "/feed").Add("Old story")], settings: FollowXai);
        var watch = rig.Bot.Services.GetRequiredService<FactChangeWatcher>();
        await watch.PublishAsync(Cancelled);
        var dataset = ShippedFacts.Dataset;
        var grok = dataset.Subjects.Single(subject => subject.Id == "grok-3");
        var family = dataset.Subjects.Single(subject => subject.Id == "grok");
        var weights = grok.Statements.Last(statement => statement.Property == "weights");
        var published = grok with
        {
            Statements =
            [
                .. grok.Statements.Where(statement => statement != weights),
                weights with
                {
                    Value = "available",
                    ValidFrom = AiNewsBot.Facts.Model.FactDate.Parse(Today),
                },
            ],
        };
        var kept = family with
        {
            Statements =
            [
                .. family.Statements.Select(statement =>
                    statement.Property == "promise" && statement.Value.Contains("Grok 3", StringComparison.Ordinal)
                        ? statement with
                        {
                            Qualifiers = statement.Qualifiers.SetItem("fulfilled", Today),
                        }
                        : statement
                ),
            ],
        };

        var store = rig.Bot.Services.GetRequiredService<FactStore>();
        await store.SeedAsync(
            "another",
            () =>
                dataset with
                {
                    Version = dataset.Version + 1,
                    Subjects = dataset.Subjects.Replace(grok, published).Replace(family, kept),
                },
            Cancelled
        );
        await watch.PublishAsync(Cancelled);
        var posts = await rig.PostsAsync(2);

        Assert.Contains(posts, post => Plain(post.Text).Contains("Grok 3: the weights are out", StringComparison.Ordinal));
        Assert.Contains(posts, post => Plain(post.Text).Contains("Grok: a promise was kept", StringComparison.Ordinal));
        Assert.Equal(2, await CountAsync(rig, "SELECT COUNT(*) FROM items WHERE kind = 'Fact'"));
    }

    [Fact]
    public async Task Discovered_release_is_suggested_once_and_becomes_news_when_approved()
    {
        var server = await FeedServer.StartAsync();
        var answer = "[]";
        server["/api/models"] = http => http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(answer)).AsTask();
        await using var rig = await NewsRig.StartAsync(
            server,
            [TestFeed.On(server, "/feed").Add("Old story")],
            settings: [.. FollowXai, ("News:WatchedOrganizations", "xai-org"), ("News:HubUrl", $"http://127.0.0.1:{server.Port}")]
        );
        await rig.BaselineAsync(2);
        answer = """
            [{"id":"xai-org/grok-3","createdAt":"2026-11-25T10:00:00.000Z","tags":["license:other"]},{"id":"xai-org/zebrafish",
            "createdAt":"2026-11-25T11:00:00.000Z","tags":[]}]
            """;
        await rig.PostsAsync(2);
        var suggestions = rig.Bot.Services.GetRequiredService<ReleaseSuggester>();
        await suggestions.SuggestAsync(Cancelled);
        await suggestions.SuggestAsync(Cancelled);

        var curator = rig.Discord.As(Guilds.Manager() with { User = Curator });
        var reviews = new List<DiscordSimulator.Interactions.SimulatedReply> { await curator.RunCommandAsync("fact review") };
        reviews.Add(await curator.PressAsync(reviews[0].Buttons["Next"]));
        var weights = reviews.Single(review => review.Text.Contains("weights", StringComparison.Ordinal));
        var form = await curator.PressAsync(weights.Buttons["Edit and approve"]);
        await curator.SubmitAsync(form.FormId!, Fields("available", Today));
        await rig.Bot.Services.GetRequiredService<FactChangeWatcher>().PublishAsync(Cancelled);
        var posts = await rig.PostsAsync(3);

        Assert.Equal(2, await CountAsync(rig, "SELECT COUNT(*) FROM suggestions"));
        Assert.Contains("by the release watcher", weights.Text);
        Assert.Contains("Grok 3, weights", Plain(weights.Text));
        Assert.Contains("suggested: **available**", Plain(weights.Text));
        Assert.Contains(
            reviews,
            review =>
                Plain(review.Text).Contains("xAI, event", StringComparison.Ordinal)
                && Plain(review.Text).Contains("Published zebrafish, licence: not stated", StringComparison.Ordinal)
        );
        Assert.Contains(posts, post => Plain(post.Text).Contains("Grok 3: the weights are out", StringComparison.Ordinal));
    }

    [Fact]
    public async Task GitHub_release_is_news_and_a_suggestion_for_its_maker()
    {
        var server = await FeedServer.StartAsync();
        var feed = new TestReleases(server, "/allenai/OLMo/releases.atom");
        feed.Add("v0.1");
        await using var rig = await NewsRig.StartAsync(
            server,
            [],
            settings: [("News:Feeds:0:Url", feed.Url), ("News:Follow:0:Channel", NewsRig.Channel), ("Curation:Curators", Curator)]
        );
        await rig.BaselineAsync(1);

        feed.Add("v0.2");
        var post = Assert.Single(await rig.PostsAsync(1));
        var suggestions = rig.Bot.Services.GetRequiredService<ReleaseSuggester>();
        await suggestions.SuggestAsync(Cancelled);
        await suggestions.SuggestAsync(Cancelled);
        var review = await rig.Discord.As(Guilds.Manager() with { User = Curator }).RunCommandAsync("fact review");

        Assert.Contains("allenai/OLMo: v0.2", Plain(post.Text));
        Assert.Contains("Notes of v0.2", Plain(post.Text));
        Assert.Contains("https://github.com/allenai/OLMo/releases/tag/v0.2", post.Text);
        Assert.Contains("Released OLMo v0.2 on GitHub", Plain(review.Text));
        Assert.Equal(1, await CountAsync(rig, "SELECT COUNT(*) FROM suggestions"));
    }

    private static async Task EditAsync(SimulatedUser curator, string subject, string licence, string since)
    {
        var form = await curator.RunCommandAsync("fact edit", ("subject", subject), ("property", "licence"), ("layer", "global"));
        var saved = await curator.SubmitAsync(form.FormId!, Fields(licence, since));
        Assert.Contains($"after: **{licence}**", saved.Text);
    }

    private static Task<long> CountAsync(NewsRig rig, string sql) =>
        rig.Database.ReadAsync(connection => connection.ExecuteScalarAsync<long>(sql));

    private static string Plain(string text) => text.Replace("\\", "", StringComparison.Ordinal);
}
