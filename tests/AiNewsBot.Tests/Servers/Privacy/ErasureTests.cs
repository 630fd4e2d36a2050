using System.Text.Json;
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

/// <summary>What is kept of people and servers is told and erased in every table, and nothing of others is.</summary>
public sealed class ErasureTests : IAsyncLifetime
{
    private const string Me = "300000000000000001";
    private const string Other = "300000000000000002";
    private const string Here = "200000000000000001";
    private const string There = "200000000000000002";
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 29, 10, 0, 0, TimeSpan.Zero));
    private readonly IDatabase _database;
    private readonly SnapshotHolder _snapshots;
    private readonly Mock<IChatTransport> _transport = new();

    public ErasureTests()
    {
        _database = TestDatabase.OpenEmpty(_folder);
        _snapshots = new SnapshotHolder(new FactStore(_database, _time));
    }

    private PersonalData Personal => new(_database);

    public async ValueTask InitializeAsync() =>
        await _snapshots.ReplaceAsync(Snapshot.Create(FactBase.Create([]), 1, _time.GetUtcNow()), 0);

    public ValueTask DisposeAsync()
    {
        _snapshots.Dispose();
        _database.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Id_of_a_person_who_is_erased_is_in_no_table()
    {
        await FillAsync(Here, Me);
        Assert.NotEmpty(await TablesWithAsync(Me));

        Assert.True(await Personal.ForgetAsync(Me) > 0);

        Assert.Empty(await TablesWithAsync(Me));
    }

    [Fact]
    public async Task Erasing_one_person_leaves_what_others_did()
    {
        await FillAsync(Here, Me);
        await FillAsync(There, Other);
        var before = await TablesWithAsync(Other);

        await Personal.ForgetAsync(Me);

        Assert.Equal(before, await TablesWithAsync(Other));
        Assert.Equal(0, await Personal.ForgetAsync(Me));
    }

    [Fact]
    public async Task What_a_person_edited_and_set_stays_without_them_and_their_open_suggestion_is_withdrawn()
    {
        await FillAsync(Here, Me);

        await Personal.ForgetAsync(Me);

        Assert.Equal(1, await CountAsync("revisions WHERE editor IS NULL"));
        Assert.Equal(1, await CountAsync("subscriptions WHERE is_active = 1"));
        Assert.Equal(1, await CountAsync("server_feeds"));
        Assert.Equal(["withdrawn"], await ListAsync("SELECT state FROM suggestions"));
        Assert.Equal(0, await CountAsync("drafts") + await CountAsync("imports"));
    }

    // A table that holds the id and is not shown would be kept from the one whose id it is.
    [Fact]
    public async Task File_of_a_person_shows_each_row_that_holds_their_id()
    {
        await FillAsync(Here, Me);
        await FillAsync(There, Other);

        using var file = JsonDocument.Parse(await Personal.ExportAsync(Me));

        Assert.Equal(Me, file.RootElement.GetProperty("user").GetString());
        var lists = file
            .RootElement.EnumerateObject()
            .Where(field => field.Value.ValueKind == JsonValueKind.Array && field.Name != "votes")
            .ToArray();
        Assert.All(lists, list => Assert.True(list.Value.GetArrayLength() == 1, list.Name));

        // Suggestions that they made and decided are two lists of one table; what they follow for themselves, and were sent
        // by it, is beside what they made a server follow.
        Assert.Equal((await TablesWithAsync(Me)).Length + 3, lists.Length);
        Assert.Equal("2026-11-29T10:00:00+00:00", file.RootElement.GetProperty("edits")[0].GetProperty("made_at").GetString());
    }

    [Fact]
    public async Task Person_without_data_gets_empty_lists()
    {
        await FillAsync(There, Other);

        using var file = JsonDocument.Parse(await Personal.ExportAsync(Me));

        Assert.All(
            file.RootElement.EnumerateObject().Where(field => field.Name != "user"),
            list => Assert.Equal(0, list.Value.GetArrayLength())
        );
    }

    [Fact]
    public async Task Server_that_was_left_for_thirty_days_is_in_no_table()
    {
        await FillAsync(Here, Me);

        await LookAsync([]);
        _time.Advance(TimeSpan.FromDays(30) - TimeSpan.FromMilliseconds(1));
        await LookAsync([]);
        Assert.NotEmpty(await TablesWithAsync(Here));
        _time.Advance(TimeSpan.FromMilliseconds(1));
        await LookAsync([]);

        Assert.Empty(await TablesWithAsync(Here));
    }

    [Fact]
    public async Task Server_that_still_has_the_bot_keeps_all()
    {
        await FillAsync(Here, Me);
        await FillAsync(There, Other);
        var before = await TablesWithAsync(There);

        for (var i = 0; i < 2; i++)
        {
            await LookAsync([There]);
            _time.Advance(TimeSpan.FromDays(31));
        }

        await LookAsync([There]);

        Assert.Equal(before, await TablesWithAsync(There));
        Assert.Empty(await TablesWithAsync(Here));
    }

    [Fact]
    public async Task Server_to_which_the_bot_came_back_begins_its_thirty_days_again()
    {
        await FillAsync(Here, Me);
        await LookAsync([]);
        _time.Advance(TimeSpan.FromDays(29));
        await LookAsync([Here]);
        _time.Advance(TimeSpan.FromDays(29));
        await LookAsync([]);
        _time.Advance(TimeSpan.FromDays(29));

        await LookAsync([]);

        Assert.NotEmpty(await TablesWithAsync(Here));
    }

    // A server that never opened its settings has no row of its own, though others hold its id.
    [Theory]
    [InlineData("subscriptions")]
    [InlineData("server_feeds")]
    [InlineData("claim_checks")]
    [InlineData("unanswered")]
    [InlineData("suggestions")]
    [InlineData("drafts")]
    [InlineData("imports")]
    [InlineData("revisions")]
    [InlineData("items")]
    [InlineData("outbox")]
    [InlineData("channels")]
    public async Task Server_is_forgotten_whatever_it_left(string table)
    {
        await FillAsync(Here, Me);
        foreach (var other in (await TablesWithAsync(Here)).Where(name => name != table))
            await ExecuteAsync($"DELETE FROM {other}");
        Assert.Equal([table], await TablesWithAsync(Here));

        await LookAsync([]);
        _time.Advance(TimeSpan.FromDays(30));
        await LookAsync([]);

        Assert.Empty(await TablesWithAsync(Here));
    }

    [Fact]
    public async Task Feed_that_only_a_forgotten_server_had_is_asked_no_more()
    {
        await FillAsync(Here, Me);
        await FillAsync(There, Other);
        await ExecuteAsync(
            """
            INSERT INTO server_feeds (feed_id, server_id, about, added_by, added_at)
            SELECT MIN(feed_id), @There, NULL, '', 1 FROM server_feeds
            """,
            new { There }
        );

        await LookAsync([There]);
        _time.Advance(TimeSpan.FromDays(30));
        await LookAsync([There]);
        Assert.Equal(["Added 1", "Added 1"], await ListAsync("SELECT origin || ' ' || is_active FROM feeds"));
        await LookAsync([]);
        _time.Advance(TimeSpan.FromDays(30));
        await LookAsync([]);

        Assert.Equal(["Retired 0", "Retired 0"], await ListAsync("SELECT origin || ' ' || is_active FROM feeds"));
    }

    [Fact]
    public async Task Server_that_a_shard_of_another_process_serves_is_not_taken_for_one_that_was_left()
    {
        await FillAsync(Here, Me);
        await FillAsync(There, Other);

        await LookAsync([Here], unknown: There);

        Assert.Equal(0, await CountAsync("servers WHERE left_at IS NOT NULL"));
    }

    [Fact]
    public async Task Without_a_gateway_the_chat_is_asked_once_an_hour_for_all_processes()
    {
        await FillAsync(Here, Me);
        await FillAsync(There, Other);
        _transport
            .Setup(transport => transport.ListServersAsync(It.IsAny<CancellationToken>()))
            .ReturnsAsync(new HashSet<string> { There });
        var before = await TablesWithAsync(There);
        using var one = CreateJob();
        using var two = CreateJob();

        foreach (var hours in (int[])[1, 1, 30 * 24, 1])
        {
            await one.AskAsync(TestContext.Current.CancellationToken);
            await two.AskAsync(TestContext.Current.CancellationToken);
            _time.Advance(TimeSpan.FromHours(hours));
        }

        Assert.Empty(await TablesWithAsync(Here));
        Assert.Equal(before, await TablesWithAsync(There));
        _transport.Verify(transport => transport.ListServersAsync(It.IsAny<CancellationToken>()), Times.Exactly(4));
    }

    [Fact]
    public async Task Server_of_which_the_chat_says_nothing_is_not_taken_as_left()
    {
        await FillAsync(Here, Me);
        using var job = CreateJob();
        _transport
            .SetupSequence(transport => transport.ListServersAsync(It.IsAny<CancellationToken>()))
            .ThrowsAsync(new HttpRequestException("no answer"))
            .ReturnsAsync((IReadOnlySet<string>?)null);

        await Assert.ThrowsAsync<HttpRequestException>(() => job.AskAsync(TestContext.Current.CancellationToken));
        _time.Advance(TimeSpan.FromHours(1));
        await job.AskAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, await CountAsync("servers WHERE left_at IS NOT NULL"));
    }

    [Fact]
    public async Task What_was_written_and_not_finished_is_kept_for_a_day()
    {
        await FillAsync(Here, Me);
        using var job = CreateJob();

        _time.Advance(TimeSpan.FromDays(1));
        await job.DropUnfinishedAsync();
        Assert.Equal((1L, 1L), (await CountAsync("drafts"), await CountAsync("imports")));
        _time.Advance(TimeSpan.FromMilliseconds(1));
        await job.DropUnfinishedAsync();

        Assert.Equal((0L, 0L), (await CountAsync("drafts"), await CountAsync("imports")));
        Assert.Equal(1, await CountAsync("suggestions"));
    }

    private ServerRetentionJob CreateJob() =>
        new(_database, _transport.Object, new FeedbackStore(_database, _time), _snapshots, _time, NullLogger<ServerRetentionJob>.Instance);

    private async Task LookAsync(string[] present, string? unknown = null)
    {
        using var job = CreateJob();
        await job.RunAsync(present.ToHashSet(), server => server != unknown);
    }

    // A row in each table that holds the id of a server or a person.
    private Task<int> FillAsync(string server, string user) =>
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
                now = _time.GetUtcNow().ToUnixTimeMilliseconds(),
            }
        );

    // By the schema itself, so that a table that comes later is looked at, too.
    private async Task<string[]> TablesWithAsync(string id)
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

    private Task<int> ExecuteAsync(string sql, object? values = null) =>
        _database.WriteAsync(connection => connection.ExecuteAsync(sql, values), TestContext.Current.CancellationToken);

    private Task<long> CountAsync(string from) =>
        _database.ReadAsync(
            connection => connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM {from}"),
            TestContext.Current.CancellationToken
        );

    private Task<string[]> ListAsync(string sql) =>
        _database.ReadAsync(
            async connection => (await connection.QueryAsync<string>(sql)).ToArray(),
            TestContext.Current.CancellationToken
        );
}
