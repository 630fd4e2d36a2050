using System.Diagnostics;
using AiNewsBot.Hosting.Prometheus;
using AiNewsBot.Outbox;
using AiNewsBot.Outbox.Partitions;
using AiNewsBot.Storage;
using AiNewsBot.Storage.Postgres;
using AiNewsBot.Storage.Sqlite;
using AiNewsBot.Tests.Harness;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiNewsBot.Benchmarks.News;

/// <summary>What a post takes in a database that has been used for years: ten times what is expected.</summary>
internal static class Growth
{
    private const int Claims = 2000;
    private static readonly GrownDatabase Size = new(Servers: 2500, Subscriptions: 20_000, Posts: 1_000_000);

    public static async Task MeasureAsync()
    {
        Console.WriteLine(
            $"growth: {Size.Posts:N0} finished posts, {Size.Subscriptions:N0} subscriptions, {Size.Servers:N0} servers with edits"
        );
        using var folder = new TemporaryFolder();
        var file = new DatabaseFile($"Data Source={folder["grown.db"]}");
        new Migrator(file, new Backups(file, folder["backups"], 1, TimeProvider.System)).Migrate();
        using (var sqlite = new SqliteDatabase(file))
            await MeasureAsync("SQLite", sqlite);
        if (!PostgresCluster.IsInstalled)
        {
            Console.WriteLine($"  {PostgresCluster.Absent}");
            return;
        }

        await using var cluster = await PostgresCluster.StartAsync();
        await cluster.ExecuteAsync("CREATE DATABASE grown");
        using var server = new PostgresServer(cluster["grown"]);
        await new PostgresMigrator(server).MigrateAsync();
        using var postgres = new PostgresDatabase(server);
        await MeasureAsync("PostgreSQL", postgres);
    }

    private static async Task MeasureAsync(string name, IDatabase database)
    {
        var watch = Stopwatch.StartNew();
        var time = TimeProvider.System;
        await database.WriteAsync(async connection =>
        {
            await Size.FillAsync(connection, time.GetUtcNow().ToUnixTimeMilliseconds());
            await connection.ExecuteAsync("ANALYZE; SELECT 1", commandTimeout: 600);
        });
        Console.WriteLine($"  {name}: filled in {watch.Elapsed.TotalSeconds:0} s");
        var partitions = new NewsPartitions(database, 1, time, NullLogger<NewsPartitions>.Instance);
        await partitions.CheckAsync();
        var outbox = new OutboxStore(database, partitions, time);
        var rows = await AddPostsAsync(database);
        var (open, peek, claim, sent) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < rows.Length; i++)
        {
            // The channels that wait are asked for at each wake-up, not for each post.
            if (i % 20 == 0)
                await TimeAsync(open, () => outbox.OpenChannelsAsync());
            var row = await TimeAsync(peek, () => outbox.PeekNextAsync(GrownDatabase.ChannelOf(i + 1)));
            var claimed = await TimeAsync(claim, () => outbox.ClaimAsync(OutboxStore.WithNonce(row!), 1, null, isRepeat: false));
            await TimeAsync(
                sent,
                async () =>
                {
                    await outbox.MarkSentAsync(claimed!, claimed!.ChannelId, "1", "shown", publishes: false);
                    return true;
                }
            );
        }

        Console.WriteLine($"    channels that wait: {new Figures(open)}");
        Console.WriteLine($"    next post of one:   {new Figures(peek)}");
        Console.WriteLine($"    claim:              {new Figures(claim)}");
        Console.WriteLine($"    sent:               {new Figures(sent)}");
        await TellAsync("progress of the news", () => new NewsProgress(database, time).GetErrorAsync());
        await TellAsync("state for /metrics", () => new BotStateReader(database, time).ReadAsync());
        await TellAsync("servers of which anything is stored", () => database.ReadAsync(AiNewsBot.Servers.Privacy.KnownServers.ReadAsync));
    }

    private static async Task TellAsync<T>(string what, Func<Task<T>> run)
    {
        var times = new List<double>();
        for (var i = 0; i < 20; i++)
            await TimeAsync(times, run);
        Console.WriteLine($"    {what}: {new Figures(times)}");
    }

    private static async Task<OutboxRow[]> AddPostsAsync(IDatabase database) =>
        await database.WriteAsync(async connection =>
        {
            await connection.ExecuteAsync(
                """
                WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < @Claims)
                INSERT INTO outbox (kind, channel_id, payload, state, created_at)
                SELECT 'notice', CAST(300000000000000000 + n AS TEXT), '{"text":"x"}', 'pending', 1 FROM numbers
                """,
                new { Claims }
            );
            return (
                await connection.QueryAsync<OutboxRow>($"SELECT {OutboxRow.Columns} FROM outbox WHERE state IN ('pending', 'sending')")
            ).ToArray();
        });

    private static async Task<T> TimeAsync<T>(List<double> times, Func<Task<T>> run)
    {
        var from = Stopwatch.GetTimestamp();
        var result = await run();
        times.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
        return result;
    }
}
