using AiNewsBot.Answering.Feedback;
using AiNewsBot.Answering.Statistics;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Posting;
using AiNewsBot.Hosting.Prometheus;
using AiNewsBot.News.Commands.Following;
using AiNewsBot.News.Digests;
using AiNewsBot.News.Subscriptions;
using AiNewsBot.Outbox;
using AiNewsBot.Outbox.Delivery;
using AiNewsBot.Servers.Privacy;
using AiNewsBot.Storage;
using AiNewsBot.Storage.Postgres;
using AiNewsBot.Storage.Sqlite;
using AiNewsBot.Tests.Harness;
using AiNewsBot.Tests.News;
using AiNewsBot.Tests.Outbox;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;

namespace AiNewsBot.Tests.Storage;

/// <summary>What the bot does by the clock, for each post and at a moderator's command takes no longer the more it has done.</summary>
public sealed class QueryPlanTests
{
    private const string Database = "plans";
    private static readonly GrownDatabase Size = new(Servers: 200, Subscriptions: 1000, Posts: 20_000);

    public static bool IsInstalled => PostgresCluster.IsInstalled;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Skip = PostgresCluster.Absent, SkipUnless = nameof(IsInstalled))]
    public async Task No_statement_reads_a_whole_table_that_grows()
    {
        await using var cluster = await PostgresCluster.StartAsync();
        await cluster.ExecuteAsync($"CREATE DATABASE {Database}");
        await FillAsync(cluster[Database]);
        await QueryPlans.TellAsync(cluster, Database);

        await PostAsync(TestDatabase.OpenPostgres(cluster[Database]));
        await ReadFeedsAsync(TestDatabase.OpenPostgres(cluster[Database]));
        await WatchAsync(TestDatabase.OpenPostgres(cluster[Database]));

        var plans = await QueryPlans.ReadAsync(cluster, Database);
        Assert.Contains(plans.Queries, query => query.Contains("SKIP LOCKED", StringComparison.Ordinal));
        using var folder = new TemporaryFolder();
        EmptyDatabase.Copy(folder["empty.db"]);
        using var sqlite = new DatabaseFile($"Data Source={folder["empty.db"]}").Open();
        string[] whole = [.. plans.WholeTables(), .. plans.WholeTables(sqlite)];
        Assert.True(whole.Length == 0, string.Join("\n\n", whole));
    }

    // A post from its turn to its edit and its publication, and others that end otherwise.
    private static async Task PostAsync(IDatabase database)
    {
        await using var rig = await OutboxRig.CreateAsync(database);
        await rig.KnowAsync();
        await rig.KnowAsync(ChatChannelKind.Announcement, "200000000000000011");
        var story = await rig.AddStoryAsync("200000000000000011");
        Assert.NotEmpty(await rig.Outbox.OpenChannelsAsync());
        rig.Answers(new PostOutcome(PostResult.Done, "200000000000000011", "99"));
        Assert.True(await rig.DeliverAsync((await rig.Outbox.PeekNextAsync("200000000000000011"))!));
        var sent = await rig.FindAsync(story.Id);
        Assert.Equal(story.Id, (await rig.Outbox.FindByNonceAsync(sent.Nonce!))!.Id);
        await rig.ExecuteAsync("UPDATE outbox SET state = 'stale', shown = 'older' WHERE id = @Id", new { story.Id });
        using var edited = new CancellationTokenSource();
        rig.Poster.Setup(poster =>
                poster.EditAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<ChannelPost>(), It.IsAny<CancellationToken>())
            )
            .Callback(edited.Cancel)
            .ReturnsAsync(new PostOutcome(PostResult.Done));
        var updater = new MessageUpdater(
            rig.Database,
            rig.Outbox,
            rig.Renderer,
            rig.Poster.Object,
            rig.Watch,
            rig.Time,
            rig.Logger<MessageUpdater>()
        );
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => updater.RunAsync(edited.Token));
        using var published = new CancellationTokenSource();
        rig.Poster.Setup(poster => poster.PublishAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .Callback(published.Cancel)
            .ReturnsAsync(new PostOutcome(PostResult.Done));
        var crossposts = new CrosspostWorker(rig.Database, rig.Outbox, rig.Poster.Object, rig.Watch, rig.Time);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => crossposts.RunAsync(published.Token));

        var other = await rig.AddStoryAsync();
        await rig.Outbox.PostponeAsync(other, TimeSpan.Zero, new DeliveryReason(ReasonCode.Busy));
        await rig.Outbox.ReconcileLaterAsync(other, TimeSpan.Zero, new DeliveryReason(ReasonCode.Busy));
        await rig.Outbox.MarkFinishedAsync(other, OutboxState.Held, new DeliveryReason(ReasonCode.Unverifiable));
        var held = new HeldDeliveries(rig.Database, rig.Outbox, rig.Signal, rig.Time);
        Assert.Equal(other.Id, (await held.FindPostAsync(OutboxRig.Server))!.Id);
        Assert.True(await held.DecideAsync(other.Id, OutboxRig.Server, isThere: true));
        await rig.Pauser.PauseAsync(await rig.AddStoryAsync(), new PostOutcome(PostResult.Forbidden));
        Assert.NotEmpty(await rig.Subscriptions.PausedAsync());
        await rig.Pauser.OnPostSucceededAsync(OutboxRig.Channel);
        await new FinishedPosts(rig.Database, rig.Time, NullLogger<FinishedPosts>.Instance).DeleteOldAsync(Cancelled);
    }

    // A story comes in, is told by another feed and changes, and a digest is written.
    private static async Task ReadFeedsAsync(IDatabase database)
    {
        await using var news = await NewsStorage.CreateAsync(database);
        var feeds = (await news.AddFeedAsync("one.example"), await news.AddFeedAsync("two.example"));
        var follow = await news.FollowAsync(feed: feeds.Item1);
        var digest = await news.FollowAsync(cadence: Cadence.Daily);
        await news.ReadAsync(feeds.Item1, news.Entry("Story", "https://one.example/story"));
        await news.ReadAsync(
            feeds.Item2,
            news.Entry("The story", "https://two.example/1") with
            {
                Canonical = "https://one.example/story",
            }
        );
        Assert.Equal(["Story"], await news.PostsAsync(follow));
        Assert.NotEmpty(await news.WaitingAsync(digest));
        var digests = new DigestWriter(
            news.Database,
            news.Subscriptions,
            news.Stories,
            news.Contents,
            new ModeratorPosts(news.Database, news.Signal, news.Time),
            news.Signal,
            news.Watch,
            news.Time
        );
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => digests.RunAsync(new CancellationToken(canceled: true)));
        await new SubscriptionHealth(news.Database, news.Feeds, news.Time).DescribeAsync(
            NewsStorage.Here,
            await news.Subscriptions.ForServerAsync(NewsStorage.Here)
        );
        Assert.True(await news.Subscriptions.RemoveAsync(follow, NewsStorage.Here));
        Assert.NotEmpty(await news.Subscriptions.AddedAsync(follow));
    }

    // What is looked at by the clock, and a server that the bot left.
    private static async Task WatchAsync(IDatabase database)
    {
        await using var news = await NewsStorage.CreateAsync(database);
        Assert.Null(await new NewsProgress(database, news.Time).GetErrorAsync());
        Assert.Equal(0, (await new BotStateReader(database, news.Time).ReadAsync()).PostsHeld);
        using var questions = new QuestionStatistics(database, news.Snapshots, news.Time, NullLogger<QuestionStatistics>.Instance);
        await new StatisticsReader(database, questions, news.Time).ReadAsync(GrownDatabase.ServerOf(1));
        var left = GrownDatabase.ServerOf(2);
        using var retention = new ServerRetentionJob(
            database,
            Mock.Of<IChatTransport>(),
            new FeedbackStore(database, news.Time),
            news.Snapshots,
            news.Time,
            NullLogger<ServerRetentionJob>.Instance
        );
        await retention.DropPersonalAsync();
        await retention.RunAsync(new HashSet<string>(), server => server == left);
        news.Time.Advance(TimeSpan.FromDays(31));
        await retention.RunAsync(new HashSet<string>(), server => server == left);
        Assert.Equal(0, await news.AskAsync<long>("SELECT COUNT(*) FROM outbox WHERE server_id = @left", new { left }));
    }

    private static async Task FillAsync(string connectionString)
    {
        using var server = new PostgresServer(connectionString);
        await new PostgresMigrator(server).MigrateAsync();
        await using var connection = await server.OpenAsync();
        await Size.FillAsync(connection, new DateTimeOffset(2026, 11, 29, 10, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds());
        await connection.ExecuteAsync("ANALYZE; SELECT 1");
    }
}
