using System.Diagnostics;
using System.Globalization;
using AiNewsBot.Tests.Harness;
using DiscordSimulator;

namespace AiNewsBot.Benchmarks;

/// <summary>
/// The same questions to a bot on SQLite and to one on PostgreSQL, by turns: their time is not to depend on the database. Wanted: under
/// 90 MB a process on PostgreSQL.
/// </summary>
internal static class BothDatabases
{
    private const int Turns = 4;
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(10);

    public static async Task MeasureAsync()
    {
        if (!PostgresCluster.IsInstalled)
        {
            Console.WriteLine(PostgresCluster.Absent);
            return;
        }

        BotProcess.Prepare();
        await using var cluster = await PostgresCluster.StartAsync();
        await using var sqlite = await LoadedBot.StartAsync(BotProcess.Connect);
        await using var postgres = await LoadedBot.StartAsync(OnPostgres, OnPostgres);
        LoadedBot[] bots = [sqlite, postgres];
        foreach (var bot in bots)
            bot.Reset();
        for (var turn = 0; turn < Turns; turn++)
        {
            foreach (var bot in turn % 2 == 0 ? bots : Enumerable.Reverse(bots))
                await bot.RunAsync(Arrivals.Even(300), Turn);
        }

        Console.WriteLine($"{Arrivals.Even(300)}, {Turns} x {Turn.TotalSeconds:0} s each, by turns:");
        Console.WriteLine($"{"", -36}{"SQLite", 12}{"PostgreSQL", 12}");
        Print("median, ms", bots.Select(bot => bot.Times.At(0.5)));
        Print("99th percentile, ms", bots.Select(bot => bot.Times.At(0.99)));
        Print("processor time each, µs", bots.Select(bot => bot.Microseconds));
        Print("resident after it, MB (under 90)", bots.Select(bot => bot.Resident));

        Process OnPostgres(string folder, FakeDiscord discord) =>
            BotProcess.Connect(folder, discord, gateway: true, new() { ["Storage__ConnectionString"] = cluster["postgres"] });
    }

    private static void Print(string what, IEnumerable<double> values) =>
        Console.WriteLine(
            $"{what, -36}{string.Concat(values.Select(value => string.Create(CultureInfo.InvariantCulture, $"{value, 12:0.000}")))}"
        );
}
