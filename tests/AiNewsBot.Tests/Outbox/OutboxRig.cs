using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Posting;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.News.Digests;
using AiNewsBot.News.Rendering;
using AiNewsBot.News.Subscriptions;
using AiNewsBot.Outbox;
using AiNewsBot.Outbox.Delivery;
using AiNewsBot.Outbox.Partitions;
using AiNewsBot.Scheduling;
using AiNewsBot.Servers;
using AiNewsBot.Storage;
using AiNewsBot.Tests.Harness;
using Dapper;
using Microsoft.Extensions.Logging;
using Moq;

namespace AiNewsBot.Tests.Outbox;

/// <summary>The outbox over a database of its own and a chat that answers what the test says.</summary>
internal sealed class OutboxRig : IAsyncDisposable
{
    public const string Server = "200000000000000000";
    public const string Channel = "200000000000000010";
    public const string Audit = "200000000000000030";

    private readonly TemporaryFolder _folder = new();
    private readonly IDatabase _database;
    private readonly SnapshotHolder _snapshots;
    private readonly LoggerFactory _loggers;

    public OutboxRig(IDatabase? database = null)
    {
        _database = database ?? TestDatabase.OpenEmpty(_folder);
        _loggers = new LoggerFactory([Log]);
        Watch = new DatabaseWatch(Task.CompletedTask, Database, Time);
        Signal = new OutboxSignal(Watch);
        Partitions = new NewsPartitions(Database, 1, Time, Logger<NewsPartitions>());
        Outbox = new OutboxStore(Database, Partitions, Time);
        Subscriptions = new SubscriptionStore(Database, Time);
        Channels = new ChannelStore(Database);
        _snapshots = new SnapshotHolder(new FactStore(Database, Time));
        Contents = new DigestContents(_snapshots);
        var templates = new StoryTemplates(_snapshots, Time);
        Renderer = new PostRenderer(
            new StoryReader(Database),
            new StoryCards(_snapshots, templates),
            templates,
            Contents,
            new PictureUploads(null!),
            new PostPictures(Database, null!),
            Subscriptions,
            new ChannelCache(Poster.Object, Channels)
        );
        Pauser = new SubscriptionPauser(Subscriptions, Database, Signal, Time, Logger<SubscriptionPauser>());
        Processor = new OutboxProcessor(
            Outbox,
            Subscriptions,
            new ChannelCache(Poster.Object, Channels),
            Renderer,
            new DeliveryReconciler(Poster.Object, Time),
            Pauser,
            new SenderFallback(Database, Signal, Time, Logger<SenderFallback>()),
            Poster.Object,
            Time,
            Logger<OutboxProcessor>()
        );
    }

    public SteppedClock Time { get; } = new();

    public LogCollector Log { get; } = new();

    public Mock<IChannelPoster> Poster { get; } = new(MockBehavior.Strict);

    public IDatabase Database => _database;

    public DatabaseWatch Watch { get; }

    public OutboxSignal Signal { get; }

    public NewsPartitions Partitions { get; }

    public OutboxStore Outbox { get; }

    public SubscriptionStore Subscriptions { get; }

    public ServerStore Servers => new(Database, new NoticeDelivery(true), Time);

    public ChannelStore Channels { get; }

    public DigestContents Contents { get; }

    public PostRenderer Renderer { get; }

    public SubscriptionPauser Pauser { get; }

    public OutboxProcessor Processor { get; }

    public long Now => Time.Milliseconds();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>With all channels this process's, no facts, and moderators who have named a channel.</summary>
    public static async Task<OutboxRig> CreateAsync(IDatabase? database = null)
    {
        var rig = new OutboxRig(database);
        await rig._snapshots.ReplaceAsync(Snapshot.Create(FactBase.Create([]), 1, rig.Time.GetUtcNow()), 0);
        await rig.Partitions.CheckAsync();
        await rig.ExecuteAsync("INSERT INTO servers (id, audit_channel) VALUES (@Server, @Audit)", new { Server, Audit });
        return rig;
    }

    public async ValueTask DisposeAsync()
    {
        Watch.Dispose();
        _loggers.Dispose();
        _snapshots.Dispose();
        _database.Dispose();
        _folder.Dispose();
        await ValueTask.CompletedTask;
    }

    public ILogger<T> Logger<T>() => _loggers.CreateLogger<T>();

    public Task ExecuteAsync(string sql, object? values = null) =>
        Database.WriteAsync(connection => connection.ExecuteAsync(sql, values), Cancelled);

    public Task<T?> AskAsync<T>(string sql, object? values = null) =>
        Database.ReadAsync(connection => connection.ExecuteScalarAsync<T>(sql, values), Cancelled);

    /// <summary>A channel that was posted in before, so that it need not be asked for.</summary>
    public Task KnowAsync(ChatChannelKind kind = ChatChannelKind.Text, string channel = Channel) =>
        Channels.RecordAsync(new ChannelInfo(channel, kind, "news", Server, "7"));

    public Task<long> SubscribeAsync(string channel = Channel, string? tag = null, string? mention = null) =>
        Subscriptions.AddAsync(
            new Subscription
            {
                ServerId = Server,
                ChannelId = channel,
                Cadence = Cadence.Instant,
                Tag = tag,
                Mention = mention,
            }
        );

    public async Task<long> AddItemAsync(string title = "Story", string kind = "Entry")
    {
        var id = await Database.WriteAsync(
            connection =>
                connection.ExecuteScalarAsync<long>(
                    """
                    INSERT INTO items (kind, title, summary, link, dated_at, first_seen_at)
                    VALUES (@kind, @title, 'Its text', 'https://example.org/story', @Now, @Now) RETURNING id
                    """,
                    new
                    {
                        kind,
                        title,
                        Now,
                    }
                ),
            Cancelled
        );
        await ExecuteAsync("UPDATE items SET story_id = id WHERE id = @id", new { id });
        return id;
    }

    public async Task<OutboxRow> AddAsync(NewPost post) =>
        await FindAsync(await Database.WriteAsync(connection => OutboxWriter.AddAsync(connection, post, Now), Cancelled));

    /// <summary>A story that a subscription is to post.</summary>
    public async Task<OutboxRow> AddStoryAsync(string channel = Channel, string title = "Story") =>
        await AddAsync(
            new NewPost(new StoryPayload(), channel)
            {
                ServerId = Server,
                SubscriptionId = await SubscribeAsync(channel),
                ItemId = await AddItemAsync(title),
            }
        );

    /// <summary>What a moderator wrote.</summary>
    public async Task<OutboxRow> AddPostAsync(string? tag = null, string state = OutboxState.Pending, long? due = null) =>
        await AddAsync(
            new NewPost(new PostPayload(tag), Channel)
            {
                ServerId = Server,
                ItemId = await AddItemAsync(kind: "Post"),
                State = state,
                NotBefore = due,
            }
        );

    public Task<OutboxRow> AddNoticeAsync(string channel = Channel) =>
        AddAsync(new NewPost(new NoticePayload("For moderators"), channel) { ServerId = Server });

    /// <summary>Its request got no answer some time ago.</summary>
    public async Task<OutboxRow> MakeUnsettledAsync(OutboxRow row, TimeSpan ago = default)
    {
        await ExecuteAsync(
            "UPDATE outbox SET state = 'sending', nonce = '42', attempts = 1, sent_after = '7', sending_at = @at WHERE id = @Id",
            new { row.Id, at = Now - (long)ago.TotalMilliseconds }
        );
        return await FindAsync(row.Id);
    }

    /// <summary>It is in its channel.</summary>
    public async Task<OutboxRow> MakeSentAsync(OutboxRow row, string state = OutboxState.Sent, string? message = "99")
    {
        await ExecuteAsync(
            "UPDATE outbox SET state = @state, nonce = @nonce, message_id = @message, message_channel_id = channel_id WHERE id = @Id",
            new
            {
                row.Id,
                state,
                nonce = $"n{row.Id}",
                message,
            }
        );
        return await FindAsync(row.Id);
    }

    public async Task<OutboxRow> FindAsync(long id) => (await Outbox.FindAsync(id))!;

    /// <summary>Delivers it as it is now.</summary>
    public async Task<bool> DeliverAsync(OutboxRow row) => await Processor.DeliverAsync(await FindAsync(row.Id), Cancelled);

    /// <summary>What moderators are to be told, in order.</summary>
    public Task<string[]> NoticesAsync() =>
        Database.ReadAsync(
            async connection =>
                (
                    await connection.QueryAsync<string>(
                        "SELECT payload FROM outbox WHERE kind = 'notice' AND channel_id = @Audit ORDER BY id",
                        new { Audit }
                    )
                )
                    .Select(json => ((NoticePayload)OutboxPayloadJson.Read(OutboxRow.Notice, json)).Text)
                    .ToArray(),
            Cancelled
        );

    /// <summary>The chat answers each post with this.</summary>
    public void Answers(PostOutcome outcome) =>
        Poster
            .Setup(poster =>
                poster.PostAsync(It.IsAny<string>(), It.IsAny<ChannelPost>(), It.IsAny<string?>(), It.IsAny<CancellationToken>())
            )
            .ReturnsAsync(outcome);

    /// <summary>A search for a post whose answer was lost shows this.</summary>
    public void Finds(SearchOutcome outcome) =>
        Poster
            .Setup(poster => poster.FindAsync(Channel, It.IsAny<string>(), It.IsAny<string?>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(outcome);

    /// <summary>Who asks for the channel gets this.</summary>
    public void Looks(ChannelInfo? channel, PostOutcome? refusal = null) =>
        Poster.Setup(poster => poster.ChannelAsync(Channel, It.IsAny<CancellationToken>())).ReturnsAsync((channel, refusal));
}
