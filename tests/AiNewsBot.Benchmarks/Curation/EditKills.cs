using System.Diagnostics;
using System.Globalization;
using DiscordSimulator;
using Microsoft.Data.Sqlite;

namespace AiNewsBot.Benchmarks.Curation;

/// <summary>
/// Kills the bot (SIGKILL) at random moments of a stream of edits and starts it again on what it left. Everything acknowledged must be
/// there, no revision without its edit and no edit without its revision, and the file sound.
/// </summary>
internal static class EditKills
{
    // Most die in the middle of many edits, some already in their first.
    private const int MaxLifetime = 400;
    private const int EarlyDeaths = 4;

    /// <summary>Kills so many times; 0 when nothing was lost.</summary>
    public static async Task<int> RunAsync(int times, int seed)
    {
        var watch = Stopwatch.StartNew();
        var random = new Random(seed);
        var folder = Directory.CreateTempSubdirectory("ainewsbot-kills-").FullName;
        await using var discord = await FakeDiscord.StartAsync(new FakeDiscordOptions { IdentifyPace = TimeSpan.Zero });
        var edits = new EditStream(discord);
        var faults = new List<string>();
        for (var life = 1; life <= times; life++)
        {
            using var bot = BotProcess.Connect(folder, discord);
            var said = bot.StandardError.ReadToEndAsync();
            var output = bot.StandardOutput.ReadToEndAsync();
            await discord.Gateway.Readies.ReachAsync(life, "the bot to be ready");
            var begins = life % EarlyDeaths == 0 ? Task.CompletedTask : edits.NextAsync();
            var killed = KillAsync(bot, begins, random.Next(MaxLifetime));
            await edits.RunAsync(killed);
            await killed;
            await output;
            var log = await said;
            faults.AddRange(
                (await EditCheck.FaultsOfAsync(folder, edits, mostInFlight: edits.Cut + edits.Unanswered))
                    .Concat(
                        log.Split('\n')
                            .Where(line =>
                                line.Contains("crit:", StringComparison.Ordinal) || line.Contains("Unhandled", StringComparison.Ordinal)
                            )
                    )
                    .Select(fault => $"kill {life}: {fault}")
            );
        }

        // A stream in which nothing is taken would prove nothing.
        if (edits.Acknowledged.Count < times)
            faults.Add($"only {edits.Acknowledged.Count} edits were acknowledged in {times} lives");
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        faults.AddRange(discord.Violations.All);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"edits: killed {times} times (seed {seed}, {watch.Elapsed.TotalSeconds:0} s): {edits.Acknowledged.Count} "
                    + $"acknowledged, {edits.Cut} cut off, {edits.Unanswered} without an answer, {faults.Count} faults"
            )
        );
        foreach (var fault in faults)
            Console.WriteLine($"  {fault}");
        return faults.Count == 0 ? 0 : 1;
    }

    private static async Task KillAsync(Process bot, Task begins, int after)
    {
        await begins;
        await Task.Delay(after);
        bot.Kill();
        await bot.WaitForExitAsync();
    }
}
