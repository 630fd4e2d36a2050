using AiNewsBot.Answering;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Feeds;
using AiNewsBot.Feeds.Fetching;
using AiNewsBot.News.Configuration;
using AiNewsBot.News.Digests;
using AiNewsBot.News.Feeds;
using AiNewsBot.News.Ingest;
using AiNewsBot.News.Items;
using AiNewsBot.News.Rendering;
using AiNewsBot.News.Subscriptions;
using AiNewsBot.Outbox;
using AiNewsBot.Storage;
using AiNewsBot.Tests.Harness;
using Dapper;
using Microsoft.Extensions.Time.Testing;

namespace AiNewsBot.Tests.News;

/// <summary>News in a database of its own, without a bot: a test says what was read, and looks at what is to be posted.</summary>
internal sealed class NewsStorage : IAsyncDisposable
{
    public const string Here = "200000000000000001";
    public const string There = "200000000000000002";

    private readonly TemporaryFolder _folder = new();
    private readonly IDatabase _database;
    private readonly ReadingPreparer _preparer;

    private NewsStorage(IDatabase? database)
    {
        _database = database ?? TestDatabase.OpenEmpty(_folder);
        Snapshots = new SnapshotHolder(new FactStore(Database, Time));
        Tagger = new ItemTagger(Snapshots);
        _preparer = new ReadingPreparer(Database, Tagger);
        Feeds = new FeedStore(Database, Time);
        ServerFeeds = new ServerFeeds(Database, Time);
        Subscriptions = new SubscriptionStore(Database, Time);
        Stories = new StoryReader(Database);
        Watch = new DatabaseWatch(Task.CompletedTask, Database, Time);
        Signal = new OutboxSignal(Watch);
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 29, 10, 0, 0, TimeSpan.Zero));

    public NewsSettings Settings { get; } = new() { ArticlePictures = false };

    public IDatabase Database => _database;

    public SnapshotHolder Snapshots { get; }

    public ItemTagger Tagger { get; }

    public FeedStore Feeds { get; }

    public ServerFeeds ServerFeeds { get; }

    public SubscriptionStore Subscriptions { get; }

    public StoryReader Stories { get; }

    public DigestContents Contents => new(Snapshots);

    public DatabaseWatch Watch { get; }

    public OutboxSignal Signal { get; }

    public FeedIngestor Ingestor => new(Database, _preparer, new ArticlePictures(Database, null!, Settings, Time), Settings, Time);

    public long Now => Time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Lumen Labs makes the family Quartz, of which there are Quartz 1 and Quartz 2; Rival makes Flint.</summary>
    public static FactBase Facts { get; } =
        FactBase.Create([
            Subject(SubjectKind.Organization, "lumen", "Lumen Labs"),
            Subject(SubjectKind.Organization, "rival", "Rival Research"),
            Subject(SubjectKind.Family, "quartz", "Quartz", "lumen"),
            Subject(SubjectKind.Family, "flint", "Flint", "rival"),
            Subject(SubjectKind.Release, "quartz-1", "Quartz 1", "quartz"),
            Subject(SubjectKind.Release, "quartz-2", "Quartz 2", "quartz"),
            Subject(SubjectKind.Release, "flint-9", "Flint 9", "flint"),
            Subject(SubjectKind.Licence, "Glass-1.0", "Glass License"),
            Subject(SubjectKind.Topic, "chips", "Chip exports") with
            {
                Asks = ["what about chip exports"],
            },
        ]);

    public static async Task<NewsStorage> CreateAsync(IDatabase? database = null)
    {
        var storage = new NewsStorage(database);
        await storage.Snapshots.ReplaceAsync(Snapshot.Create(Facts, 1, storage.Time.GetUtcNow()), 0);
        return storage;
    }

    public async ValueTask DisposeAsync()
    {
        Watch.Dispose();
        Snapshots.Dispose();
        _database.Dispose();
        _folder.Dispose();
        await ValueTask.CompletedTask;
    }

    public Task<int> ExecuteAsync(string sql, object? values = null) =>
        Database.WriteAsync(connection => connection.ExecuteAsync(sql, values), TestContext.Current.CancellationToken);

    public Task<T?> AskAsync<T>(string sql, object? values = null) =>
        Database.ReadAsync(connection => connection.ExecuteScalarAsync<T>(sql, values), TestContext.Current.CancellationToken);

    public Task<T[]> ListAsync<T>(string sql, object? values = null) =>
        Database.ReadAsync(
            async connection => (await connection.QueryAsync<T>(sql, values)).ToArray(),
            TestContext.Current.CancellationToken
        );

    /// <summary>A server whose moderators have named a channel for notices.</summary>
    public Task AddServerAsync(string server) =>
        ExecuteAsync("INSERT INTO servers (id, audit_channel) VALUES (@server, 'audit of ' || @server)", new { server });

    /// <summary>What the moderators of a server are to be told.</summary>
    public async Task<string[]> NoticesAsync(string server) =>
        [
            .. (
                await ListAsync<string>(
                    "SELECT payload FROM outbox WHERE kind = 'notice' AND channel_id = 'audit of ' || @server ORDER BY id",
                    new { server }
                )
            ).Select(json => ((NoticePayload)OutboxPayloadJson.Read(OutboxRow.Notice, json)).Text),
        ];

    /// <summary>A feed of the operator.</summary>
    /// <param name="isRead">Whether it was read before, so that what it brings now is new.</param>
    public async Task<FeedRecord> AddFeedAsync(
        string host,
        string? about = null,
        bool isRead = true,
        FeedOrigin origin = FeedOrigin.Configured
    )
    {
        var id = await Database.WriteAsync(connection =>
            connection.ExecuteScalarAsync<long>(
                """
                INSERT INTO feeds (url, kind, origin, about, is_active, next_poll_at, created_at, baseline_at, identity)
                VALUES (@url, 'Feed', @origin, @about, 1, @Now, @Now, @baseline, CASE WHEN @baseline IS NULL THEN NULL ELSE 'Id' END)
                RETURNING id
                """,
                new
                {
                    url = $"https://{host}/feed",
                    origin = origin.ToString(),
                    about,
                    Now,
                    baseline = isRead ? Now : (long?)null,
                }
            )
        );
        return (await Feeds.FindAsync(id))!;
    }

    /// <summary>A feed that moderators of servers added.</summary>
    public async Task<FeedRecord> AddServerFeedAsync(string host, string? about, params string[] servers)
    {
        foreach (var server in servers)
            await ServerFeeds.AddAsync(FeedAddress.TryParse($"https://{host}/feed")!, server, about, "7");
        await ExecuteAsync(
            "UPDATE feeds SET baseline_at = @Now, identity = 'Id' WHERE url = @url",
            new { Now, url = $"https://{host}/feed" }
        );
        return (await Feeds.FindAsync(FeedAddress.TryParse($"https://{host}/feed")!, servers[0]))!;
    }

    /// <summary>A subscription that posts at once in a channel named after its server and itself.</summary>
    public Task<long> FollowAsync(
        string server = Here,
        string? about = null,
        FeedRecord? feed = null,
        Cadence cadence = Cadence.Instant,
        int? maxAgeDays = null,
        string channel = "10"
    ) =>
        Subscriptions.AddAsync(
            new Subscription
            {
                ServerId = server,
                ChannelId = channel,
                About = about,
                FeedId = feed?.Id,
                Cadence = cadence,
                MaxAgeDays = maxAgeDays,
            }
        );

    /// <summary>An entry that was published just now, on a page of the feed's own site.</summary>
    public FeedEntry Entry(string title, string? link = null, string? summary = null, DateTimeOffset? published = null) =>
        new($"id of {title} {link}", link, title, summary, published ?? Time.GetUtcNow(), null);

    /// <summary>A feed is read, and says this.</summary>
    public async Task<(int New, FeedDoubt? Doubt)> ReadAsync(FeedRecord feed, params FeedEntry[] entries) =>
        await Ingestor.IngestAsync(
            (await Feeds.FindAsync(feed.Id))!,
            new PollResult.Read(new Feed(null, null, null, [.. entries]), $"hash {Guid.NewGuid()}"),
            new PollTiming(Time.GetTimestamp(), TimeSpan.FromMinutes(5))
        );

    /// <summary>The titles that a subscription is to post, in order.</summary>
    public Task<string[]> PostsAsync(long subscription) =>
        ListAsync<string>(
            "SELECT items.title FROM outbox JOIN items ON items.id = outbox.item_id WHERE subscription_id = @subscription "
                + "ORDER BY outbox.id",
            new { subscription }
        );

    /// <summary>The titles that wait for the digest of a subscription.</summary>
    public Task<string[]> WaitingAsync(long subscription) =>
        ListAsync<string>(
            "SELECT items.title FROM digest_items JOIN items ON items.id = digest_items.item_id WHERE subscription_id = @subscription "
                + "ORDER BY items.id",
            new { subscription }
        );

    /// <summary>The story of an item by its title, as a server sees it; null for one that has no feeds of its own.</summary>
    public async Task<long> StoryAsync(string title, string? server = null) =>
        await Database.ReadAsync(async connection =>
            await AiNewsBot.News.Items.Stories.CreateAsync(
                connection,
                await connection.ExecuteScalarAsync<long>("SELECT MAX(id) FROM items WHERE title = @title", new { title }),
                server
            )
        );

    private static Subject Subject(SubjectKind kind, string id, string name, string? parent = null) =>
        new()
        {
            Kind = kind,
            Id = id,
            Name = name,
            Parent = parent,
        };
}
