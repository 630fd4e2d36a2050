using AiNewsBot.Outbox.Partitions;
using AiNewsBot.Storage.Postgres;
using AiNewsBot.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AiNewsBot.Tests.Storage;

/// <summary>PostgreSQL behind pgbouncer.</summary>
public sealed class PgBouncerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static bool IsInstalled => PgBouncer.IsInstalled;

    public void Dispose() => _folder.Dispose();

    [Fact(Skip = PgBouncer.Absent, SkipUnless = nameof(IsInstalled))]
    public async Task Bots_behind_transaction_mode_see_an_edit_of_each_other_and_divide_the_news()
    {
        var server = await TestDatabase.CreateSeededPostgresAsync(_folder);
        await using var pooler = await PgBouncer.StartAsync(server);
        await using var one = await StartAsync(pooler, server);
        await using var other = await StartAsync(pooler, server);

        var form = await one.Discord.RunCommandAsync("fact edit", ("subject", "grok-1"), ("property", "licence"), ("layer", "global"));
        var saved = await one.Discord.SubmitAsync(
            form.FormId!,
            ("value", "BSD-3-Clause"),
            ("since", "2024-03-17"),
            ("until", ""),
            ("source", "https://example.org/LICENSE"),
            ("why", "The licence file says so")
        );
        while (!(await AskAsync(other)).Contains("BSD", StringComparison.Ordinal))
            await Task.Delay(20, TestContext.Current.CancellationToken);
        NewsPartitions[] parts = [.. new[] { one, other }.Select(bot => bot.Services.GetRequiredService<NewsPartitions>())];
        while (parts.Any(part => part.Open.Length != NewsPartitions.Divided / 2))
            await Task.Delay(20, TestContext.Current.CancellationToken);

        Assert.Contains("after: **BSD-3-Clause**", saved.Text, StringComparison.Ordinal);
    }

    [Fact(Skip = PgBouncer.Absent, SkipUnless = nameof(IsInstalled))]
    public async Task Transaction_mode_with_the_server_itself_named_is_found_right()
    {
        var server = await TestDatabase.CreateSeededPostgresAsync(_folder);
        await using var pooler = await PgBouncer.StartAsync(server);
        using var database = new PostgresServer(Pooled(pooler, server), server);

        Assert.Null(await PoolerCheck.FindErrorAsync(database));
    }

    [Fact(Skip = PgBouncer.Absent, SkipUnless = nameof(IsInstalled))]
    public async Task Transaction_mode_without_the_server_itself_is_found_wrong()
    {
        var server = await TestDatabase.CreateSeededPostgresAsync(_folder);
        await using var pooler = await PgBouncer.StartAsync(server);
        using var database = new PostgresServer(Pooled(pooler, server));

        Assert.Contains("Storage:DirectConnectionString", await PoolerCheck.FindErrorAsync(database), StringComparison.Ordinal);
    }

    [Fact(Skip = PgBouncer.Absent, SkipUnless = nameof(IsInstalled))]
    public async Task Statement_mode_is_refused()
    {
        var server = await TestDatabase.CreateSeededPostgresAsync(_folder);
        await using var pooler = await PgBouncer.StartAsync(server, "statement");
        using var database = new PostgresServer(Pooled(pooler, server), server);

        var refusal = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => PoolerCheck.FindErrorAsync(database));

        Assert.Contains("statement", refusal.Message, StringComparison.OrdinalIgnoreCase);
    }

    private static string Pooled(PgBouncer pooler, string server) => pooler[new NpgsqlConnectionStringBuilder(server).Database!];

    private static Task<RunningBot> StartAsync(PgBouncer pooler, string server) =>
        RunningBot.StartAsync(
            settings:
            [
                new("Storage:ConnectionString", Pooled(pooler, server)),
                new("Storage:DirectConnectionString", server),
                new("Curation:Curators", "300000000000000001"),
                new("News:Enabled", "true"),
                new("News:Feeds:0:Url", "http://127.0.0.1:1/feed"),
                new("News:WatchedOrganizations", ""),
            ]
        );

    private static async Task<string> AskAsync(RunningBot bot) =>
        (await bot.Discord.RunCommandAsync("ask", ("question", "what is the licence of grok-1"))).Text;
}
