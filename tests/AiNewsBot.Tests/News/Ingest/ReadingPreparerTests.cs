using AiNewsBot.Feeds;
using AiNewsBot.Feeds.Tests.Fetching;
using AiNewsBot.News.Feeds;
using AiNewsBot.News.Ingest;
using AiNewsBot.Storage;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Tests.News.Ingest;

/// <summary>What a feed says is matched and tagged before the transaction that stores it.</summary>
public sealed class ReadingPreparerTests
{
    private static readonly Feed Document = new(
        "Test feed",
        null,
        null,
        [new FeedEntry("new", "https://news.test/new", "Grok-1 is on the hub", "By xAI.", DateTimeOffset.UnixEpoch, null)]
    );

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reading_is_matched_and_tagged_while_another_transaction_is_under_way()
    {
        await using var rig = await StartAsync();
        using var began = new ManualResetEventSlim();
        using var ends = new ManualResetEventSlim();
        var cancellation = Cancelled;
        var writing = Task.Run(
            async () =>
                await rig.Database.WriteAsync(_ =>
                {
                    began.Set();
                    ends.Wait(TimeSpan.FromSeconds(60), cancellation);
                    return Task.CompletedTask;
                }),
            cancellation
        );
        began.Wait(cancellation);

        var prepared = await Task.Run(async () => await Preparer(rig).PrepareAsync(await FeedOfAsync(rig), Document), cancellation)
            .WaitAsync(TimeSpan.FromSeconds(30), cancellation);
        Assert.False(writing.IsCompleted);
        ends.Set();
        await writing;

        Assert.Contains("grok-1", Assert.Single(prepared.Drafts).Subjects);
    }

    [Fact]
    public async Task Reading_that_was_matched_before_another_was_stored_is_not_stored()
    {
        await using var rig = await StartAsync();
        var feed = await FeedOfAsync(rig);
        var ingestor = rig.Bot.Services.GetRequiredService<FeedIngestor>();
        var read = new PollResult.Read(Document, "hash");
        var first = await Preparer(rig).PrepareAsync(feed, Document, Cancelled);
        var second = await Preparer(rig).PrepareAsync(feed, Document, Cancelled);

        Assert.True(await ingestor.TryStoreAsync(feed, read, first, default, cancellationToken: Cancelled));
        Assert.False(await ingestor.TryStoreAsync(feed, read, second, default, cancellationToken: Cancelled));
        Assert.Equal((0, null), await ingestor.IngestAsync(feed, read, default, cancellationToken: Cancelled));

        Assert.Equal(
            1,
            await rig.Database.ReadAsync(
                connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM items WHERE title LIKE 'Grok-1 is on%'"),
                Cancelled
            )
        );
    }

    private static ReadingPreparer Preparer(NewsRig rig) => rig.Bot.Services.GetRequiredService<ReadingPreparer>();

    private static Task<FeedRecord> FeedOfAsync(NewsRig rig) =>
        rig.Database.ReadAsync(connection => connection.QueryFirstAsync<FeedRecord>($"SELECT {FeedRecord.Columns} FROM feeds"));

    private static async Task<NewsRig> StartAsync()
    {
        var server = await FeedServer.StartAsync();
        return await NewsRig.StartAsync(
            server,
            [TestFeed.On(server, "/feed").Add("Old story")],
            settings: [(NewsRig.NoFollow, ""), ("News:PollInterval", "01:00:00")]
        );
    }
}
