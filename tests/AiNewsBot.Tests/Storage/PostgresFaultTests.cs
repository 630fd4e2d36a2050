using AiNewsBot.Hosting;
using AiNewsBot.Tests.Harness;
using DiscordSimulator;
using Npgsql;

namespace AiNewsBot.Tests.Storage;

/// <summary>A running bot whose server's disk is full, or whose pooler is not as it should be.</summary>
public sealed class PostgresFaultTests : IDisposable
{
    // What the server says where it cannot make a file larger, at each statement that writes.
    private const string Fill = """
        CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE 'could not extend file "base/5/16384": No space left on device' USING ERRCODE = 'disk_full'; END $$;
        DO $$ DECLARE name text; BEGIN
            FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
                EXECUTE format('CREATE TRIGGER no_room BEFORE INSERT OR UPDATE ON %I EXECUTE FUNCTION no_room()', name);
            END LOOP;
        END $$
        """;

    private readonly TemporaryFolder _folder = new();

    public static bool IsInstalled => PostgresCluster.IsInstalled;

    public static bool HasPooler => PgBouncer.IsInstalled;

    public void Dispose() => _folder.Dispose();

    [Fact(Skip = PostgresCluster.Absent, SkipUnless = nameof(IsInstalled))]
    public async Task Full_disk_of_the_server_is_told_once_until_there_is_room()
    {
        var database = await TestDatabase.CreateSeededPostgresAsync(_folder);
        await using var bot = (await FactEdits.StartAsync(database)).Expects("the server's disk is full");

        await ExecuteAsync(database, Fill);
        var refused = await FactEdits.EditAsync(bot, "BSD-3-Clause");
        var answer = await FactEdits.AskAsync(bot);
        await ExecuteAsync(database, "DROP FUNCTION no_room() CASCADE");
        await FactEdits.UntilAsync(bot, isWritable: true);
        var saved = await FactEdits.EditAsync(bot, "BSD-3-Clause");

        Assert.Contains("disk is full. Nothing was changed.", refused, StringComparison.Ordinal);
        Assert.Contains("Apache License 2.0", answer, StringComparison.Ordinal);
        Assert.Contains("after: **BSD-3-Clause**", saved, StringComparison.Ordinal);
        Assert.Single(FactEdits.Faults(bot));
    }

    [Fact(Skip = PgBouncer.Absent, SkipUnless = nameof(HasPooler))]
    public async Task Bot_that_starts_before_its_pooler_waits_for_it()
    {
        var server = await TestDatabase.CreateSeededPostgresAsync(_folder);
        var folder = PgBouncer.CreateFolder();
        var pooled = PgBouncer.ConnectionString(folder, new NpgsqlConnectionStringBuilder(server).Database!);
        var discord = new TaskCompletionSource<FakeDiscord>();
        var starting = RunningBot.StartAsync(
            prepare: discord.SetResult,
            settings: FactEdits.Settings(pooled, new KeyValuePair<string, string?>("Storage:DirectConnectionString", server))
        );
        await (await discord.Task).Gateway.Readies.ReachAsync(1, "the bot to connect without a pooler");

        await using var pooler = await PgBouncer.StartAsync(server, folder: folder);
        await using var bot = (await starting).Expects("Waiting for it");
        var saved = await FactEdits.EditAsync(bot, "BSD-3-Clause");

        Assert.Contains("after: **BSD-3-Clause**", saved, StringComparison.Ordinal);
        Assert.Single(FactEdits.Faults(bot));
    }

    [Fact(Skip = PgBouncer.Absent, SkipUnless = nameof(HasPooler))]
    public async Task Bot_behind_a_pooler_in_statement_mode_ends_with_one_line()
    {
        var server = await TestDatabase.CreateEmptyPostgresAsync(_folder);
        await using var pooler = await PgBouncer.StartAsync(server, "statement");
        await using var discord = await FakeDiscord.StartAsync();
        using var bot = BotProgram.Start(
            null,
            _folder,
            discord,
            ("Storage__ConnectionString", pooler[new NpgsqlConnectionStringBuilder(server).Database!]),
            ("Storage__DirectConnectionString", server),
            ("Http__Urls", "")
        );
        var log = await bot.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await bot.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.Usage, bot.ExitCode);
        Assert.Single(log.Split('\n'), line => line.Contains("set pgbouncer's pool_mode to transaction", StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", log, StringComparison.Ordinal);
    }

    private static async Task ExecuteAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection($"{database};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
