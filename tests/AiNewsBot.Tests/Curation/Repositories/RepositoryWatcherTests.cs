using AiNewsBot.Curation.Jobs;
using AiNewsBot.Curation.Repositories;
using AiNewsBot.Feeds.Tests.Fetching;
using AiNewsBot.Storage;
using AiNewsBot.Tests.News;
using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Tests.Curation.Repositories;

/// <summary>A repository that facts rest on changes: the curators see before and after, and what they approve is news.</summary>
public sealed class RepositoryWatcherTests
{
    private const string Curator = "280000000000000001";
    private static readonly CancellationToken Cancelled = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Changed_licence_tag_is_suggested_once_and_is_news_when_approved()
    {
        await using var watched = await Watched.StartAsync();
        await watched.CheckAsync("""{"id":"a/b","gated":false,"cardData":{"license":"apache-2.0"}}""");
        await watched.CheckAsync("""{"id":"a/b","gated":false,"cardData":{"license":"mit"}}""");
        await watched.CheckAsync("""{"id":"a/b","gated":false,"cardData":{"license":"mit"}}""");

        var review = await watched.Curator.RunCommandAsync("fact review");
        Assert.Equal(1, await watched.CountAsync("SELECT COUNT(*) FROM suggestions"));
        Assert.Contains("by the release watcher", review.Text);
        Assert.Contains("suggested: **MIT**", Plain(review.Text));
        Assert.Contains($"The licence of {watched.Repository.Name} was apache-2.0 and is mit", Plain(review.Text));

        await watched.Curator.PressAsync(review.Buttons["Approve"]);
        await watched.PublishAsync();

        Assert.Contains("the licence is now MIT", Plain(Assert.Single(await watched.Rig.PostsAsync(1)).Text));
    }

    [Fact]
    public async Task Changed_licence_file_is_suggested_as_an_event_and_is_news_when_approved()
    {
        await using var watched = await Watched.StartAsync();
        await watched.CheckAsync("""{"id":"a/b","siblings":[{"rfilename":"LICENSE","blobId":"1"}]}""");
        await watched.CheckAsync("""{"id":"a/b","siblings":[{"rfilename":"LICENSE","blobId":"2"}]}""");

        var review = await watched.Curator.RunCommandAsync("fact review");
        Assert.Contains($"The licence file of {watched.Repository.Name} was changed", Plain(review.Text));
        Assert.Contains("The file was 1 and is 2", Plain(review.Text));

        await watched.Curator.PressAsync(review.Buttons["Approve"]);
        await watched.PublishAsync();

        Assert.Contains("licence changed", Plain(Assert.Single(await watched.Rig.PostsAsync(1)).Text));
    }

    [Fact]
    public async Task Changed_gate_is_suggested_for_the_weights()
    {
        await using var watched = await Watched.StartAsync();
        await watched.CheckAsync("""{"id":"a/b","gated":false}""");
        await watched.CheckAsync("""{"id":"a/b","gated":"manual"}""");

        var review = await watched.Curator.RunCommandAsync("fact review");

        Assert.Contains(", weights", Plain(review.Text));
        Assert.Contains("suggested: **gated**", Plain(review.Text));
        Assert.Contains("were open and are gated", Plain(review.Text));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("""{"error":"Repository not found"}""")]
    public async Task Answer_that_cannot_be_read_changes_nothing(string answer)
    {
        await using var watched = await Watched.StartAsync();
        await watched.CheckAsync("""{"id":"a/b","cardData":{"license":"mit"}}""");
        await watched.CheckAsync(answer);
        await watched.CheckAsync("""{"id":"a/b","cardData":{"license":"mit"}}""");

        Assert.Equal(0, await watched.CountAsync("SELECT COUNT(*) FROM suggestions"));
    }

    [Fact]
    public async Task Repository_is_asked_for_once_a_day()
    {
        await using var watched = await Watched.StartAsync();
        await watched.CheckAsync("""{"id":"a/b"}""");

        await watched.Watcher.CheckAsync(Cancelled);

        Assert.Equal(1, watched.Asked);
    }

    private static string Plain(string text) => text.Replace("\\", "", StringComparison.Ordinal);

    /// <summary>A bot whose only repository that waits to be looked at lies on a server of the test.</summary>
    private sealed class Watched : IAsyncDisposable
    {
        private string _answer = "";

        private Watched(NewsRig rig, KnownRepository repository) => (Rig, Repository) = (rig, repository);

        public NewsRig Rig { get; }

        public KnownRepository Repository { get; }

        public int Asked { get; private set; }

        public RepositoryWatcher Watcher => Rig.Bot.Services.GetRequiredService<RepositoryWatcher>();

        public DiscordSimulator.SimulatedUser Curator => Rig.Discord.As(Guilds.Manager() with { User = RepositoryWatcherTests.Curator });

        public static async Task<Watched> StartAsync()
        {
            var server = await FeedServer.StartAsync();
            var facts = ShippedFacts.Base;
            var known = KnownRepositories.Find(facts);
            var repository = known.First(one =>
                one.Host == RepositoryHost.Hub
                && facts.Find(one.Release)!.Subject.Statements.Any(claim => claim is { Property: "licence", Value: "Apache-2.0" })
            );
            var rig = await NewsRig.StartAsync(
                server,
                [TestFeed.On(server, "/feed").Add("Old story")],
                settings:
                [
                    ("News:Follow:0:Channel", NewsRig.Channel),
                    ("News:Follow:0:About", repository.Release),
                    ("News:HubUrl", $"http://127.0.0.1:{server.Port}"),
                    ("Curation:Curators", RepositoryWatcherTests.Curator),
                ]
            );
            await rig.BaselineAsync(1);
            var watched = new Watched(rig, repository);
            server[$"/api/models/{repository.Name}"] = http =>
            {
                watched.Asked++;
                return http.Response.WriteAsync(watched._answer);
            };

            // The others were looked at just now.
            var now = rig.Bot.Services.GetRequiredService<TimeProvider>().GetUtcNow().ToUnixTimeMilliseconds();
            await rig.Database.WriteAsync(connection =>
                connection.ExecuteAsync(
                    "INSERT INTO repository_states (repository, is_known, checked_at) VALUES (@Id, 0, @now)",
                    known.Where(one => one != repository).Select(one => new { one.Id, now })
                )
            );
            await rig.Bot.Services.GetRequiredService<FactChangeWatcher>().PublishAsync();
            return watched;
        }

        /// <summary>Looks at it a day later than before, when the hub answers this.</summary>
        public async Task CheckAsync(string answer)
        {
            _answer = answer;
            await Rig.Database.WriteAsync(connection =>
                connection.ExecuteAsync(
                    "UPDATE repository_states SET checked_at = checked_at - 86400001 WHERE repository = @Id",
                    new { Repository.Id }
                )
            );
            await Watcher.CheckAsync(Cancelled);
        }

        public Task PublishAsync() => Rig.Bot.Services.GetRequiredService<FactChangeWatcher>().PublishAsync();

        public Task<long> CountAsync(string sql) => Rig.Database.ReadAsync(connection => connection.ExecuteScalarAsync<long>(sql));

        public ValueTask DisposeAsync() => Rig.DisposeAsync();
    }
}
