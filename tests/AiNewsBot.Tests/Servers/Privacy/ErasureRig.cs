using AiNewsBot.Answering;
using AiNewsBot.Answering.Feedback;
using AiNewsBot.Chat;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Servers.Privacy;
using AiNewsBot.Storage;
using AiNewsBot.Tests.Harness;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace AiNewsBot.Tests.Servers.Privacy;

/// <summary>A database in which people and servers have left something in each table.</summary>
internal sealed class ErasureRig : IAsyncDisposable
{
    public const string Me = "300000000000000001";
    public const string Other = "300000000000000002";
    public const string Here = "200000000000000001";
    public const string There = "200000000000000002";

    private readonly TemporaryFolder _folder = new();

    private ErasureRig()
    {
        Database = TestDatabase.OpenEmpty(_folder);
        Snapshots = new SnapshotHolder(new FactStore(Database, Time));
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 29, 10, 0, 0, TimeSpan.Zero));

    public IDatabase Database { get; }

    public SnapshotHolder Snapshots { get; }

    public Mock<IChatTransport> Transport { get; } = new();

    public PersonalData Personal => new(Database);

    public static async Task<ErasureRig> CreateAsync()
    {
        var rig = new ErasureRig();
        await rig.Snapshots.ReplaceAsync(Snapshot.Create(FactBase.Create([]), 1, rig.Time.GetUtcNow()), 0);
        return rig;
    }

    public ValueTask DisposeAsync()
    {
        Snapshots.Dispose();
        Database.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    public ServerRetentionJob CreateJob() =>
        new(Database, Transport.Object, new FeedbackStore(Database, Time), Snapshots, Time, NullLogger<ServerRetentionJob>.Instance);

    public async Task LookAsync(string[] present, string? unknown = null)
    {
        using var job = CreateJob();
        await job.RunAsync(present.ToHashSet(), server => server != unknown);
    }

    // A row in each table that holds the id of a server or a person.
    public Task<int> FillAsync(string server, string user) =>
        ExecuteAsync(
            """
            INSERT INTO servers (id, audit_channel) VALUES (@server, '10');
            INSERT INTO server_roles (server, power, role) VALUES (@server, 'edit', '20');
            INSERT INTO subjects (id, kind, name, position, aliases, details, related, asks) VALUES ('grok', 'family', 'Grok', 1, '[]',
                '{}', '[]', '[]') ON CONFLICT DO NOTHING;
            INSERT INTO statements (id, layer, subject, property, value, sources, verified_on, rank, qualifiers, position)
                VALUES ('s' || @server, @server, 'grok', 'licence', 'MIT', '[]', '2026-01-01', 'normal', '{}', 1);
            INSERT INTO revisions (number, layer, statement, subject, property, kind, content, editor, made_at)
                VALUES ((SELECT COUNT(*) + 1 FROM revisions), @server, 's' || @server, 'grok', 'licence', 'edit', '{}', @user, @now);
            INSERT INTO suggestions (layer, author, subject, property, content, reason, decided_by, made_at)
                VALUES (@server, @user, 'grok', 'licence', '{}', 'Because', @user, @now);
            INSERT INTO drafts (id, layer, editor, form, fields, made_at) VALUES ('d' || @server, @server, @user, 'f', '{}', @now);
            INSERT INTO imports (id, layer, editor, text, made_at) VALUES ('i' || @server, @server, @user, '{}', @now);
            INSERT INTO unanswered (server, question, asked, last_asked) VALUES (@server, 'what', 1, @now);
            INSERT INTO claim_checks (id, server, claims, link, made_at) VALUES ('c' || @server, @server, '[]', '', @now);
            INSERT INTO feeds (url, kind, origin, is_active, next_poll_at, created_at)
                VALUES ('https://feeds.test/' || @user, 'Feed', 'Added', 1, 0, 0);
            INSERT INTO server_feeds (feed_id, server_id, added_by, added_at) SELECT MAX(id), @server, @user, @now FROM feeds;
            INSERT INTO held_batches (feed_id, held_at) SELECT MAX(id), 1 FROM feeds;
            INSERT INTO held_decisions (batch_id, server_id, decision, decided_by, decided_at)
                SELECT MAX(id), @server, 'post', @user, @now FROM held_batches;
            INSERT INTO subscriptions (server_id, channel_id, cadence, created_by, created_at)
                VALUES (@server, '10', 'Instant', @user, @now);
            INSERT INTO subscriptions (user_id, channel_id, cadence, created_at) VALUES (@user, '9' || @user, 'Instant', @now);
            INSERT INTO outbox (kind, subscription_id, channel_id, state, created_at)
                SELECT 'item', MAX(id), '9' || @user, 'sent', 1 FROM subscriptions;
            INSERT INTO channels (id, kind, name) VALUES ('9' || @user, 'Text', '');
            INSERT INTO items (kind, server_id, title, dated_at, first_seen_at) VALUES ('Post', @server, 'Own words', 1, 1);
            INSERT INTO server_stories (server_id, story_id, same_as) SELECT @server, MAX(id), MAX(id) FROM items;
            INSERT INTO outbox (kind, server_id, channel_id, state, created_at) VALUES ('notice', @server, '10', 'sent', 1);
            INSERT INTO channels (id, kind, server_id, name) VALUES ('10' || @server, 'Text', @server, 'news');
            """.Replace("'https://feeds.test/' || @user", $"'https://feeds.test/{server}'", StringComparison.Ordinal),
            new
            {
                server,
                user,
                now = Time.GetUtcNow().ToUnixTimeMilliseconds(),
            }
        );

    // By the schema itself, so that a table that comes later is looked at, too.
    public async Task<string[]> TablesWithAsync(string id)
    {
        var columns = await ListAsync(
            TestDatabase.IsPostgres
                ? """
                SELECT table_name || ' ' || column_name FROM information_schema.columns WHERE table_schema = current_schema()
                    AND data_type = 'text' AND table_name = lower(table_name) AND table_name <> 'feeds' ORDER BY table_name
                """
                : """
                SELECT m.name || ' ' || c.name FROM sqlite_master AS m, pragma_table_info(m.name) AS c
                WHERE m.type = 'table' AND c.type = 'TEXT' AND m.name NOT LIKE 'sqlite%' AND m.name <> 'feeds' ORDER BY m.name
                """
        );
        var tables = new List<string>();
        foreach (var column in columns.Select(column => column.Split(' ')).Where(column => column[1] != "id" || column[0] == "servers"))
        {
            if (await CountAsync($"{column[0]} WHERE \"{column[1]}\" = '{id}'") > 0)
                tables.Add(column[0]);
        }

        return [.. tables.Distinct()];
    }

    public Task<int> ExecuteAsync(string sql, object? values = null) =>
        Database.WriteAsync(connection => connection.ExecuteAsync(sql, values), TestContext.Current.CancellationToken);

    public Task<long> CountAsync(string from) =>
        Database.ReadAsync(
            connection => connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM {from}"),
            TestContext.Current.CancellationToken
        );

    public Task<string[]> ListAsync(string sql) =>
        Database.ReadAsync(async connection => (await connection.QueryAsync<string>(sql)).ToArray(), TestContext.Current.CancellationToken);
}
