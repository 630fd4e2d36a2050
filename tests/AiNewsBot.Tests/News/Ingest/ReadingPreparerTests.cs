using AiNewsBot.Feeds;
using AiNewsBot.Feeds.Tests.Fetching;
using AiNewsBot.News.Feeds;
using AiNewsBot.News.Ingest;
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

    [Fact]
    public async Task Reading_is_matched_and_tagged_while_another_transaction_is_under_way()
    {
        await using var rig = await StartAsync();
        using var began = new ManualResetEventSlim();
        using var ends = new ManualResetEventSlim();
        var cancellation = TestContext.Current.CancellationToken;
        var writing = Task.Run(
            () =>
                rig.Database.Write(_ =>
                {
                    began.Set();
                    ends.Wait(TimeSpan.FromSeconds(60), cancellation);
                }),
            cancellation
        );
        began.Wait(cancellation);

        var prepared = await Task.Run(() => Preparer(rig).Prepare(FeedOf(rig), Document), cancellation)
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
        var feed = FeedOf(rig);
        var ingestor = rig.Bot.Services.GetRequiredService<FeedIngestor>();
        var read = new PollResult.Read(Document, "hash");
        var first = Preparer(rig).Prepare(feed, Document);
        var second = Preparer(rig).Prepare(feed, Document);

        Assert.True(ingestor.TryStore(feed, read, first, 0));
        Assert.False(ingestor.TryStore(feed, read, second, 0));
        Assert.Equal((0, null), ingestor.Ingest(feed, read, 0));

        Assert.Equal(
            1,
            rig.Database.Read(connection => connection.ExecuteScalar<long>("SELECT COUNT(*) FROM items WHERE title LIKE 'Grok-1 is on%'"))
        );
    }

    private static ReadingPreparer Preparer(NewsRig rig) => rig.Bot.Services.GetRequiredService<ReadingPreparer>();

    private static FeedRecord FeedOf(NewsRig rig) =>
        rig.Database.Read(connection => connection.QueryFirst<FeedRecord>($"SELECT {FeedRecord.Columns} FROM feeds"));

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
