using System.Diagnostics;
using AiNewsBot.Tests.Harness;
using DiscordSimulator;

namespace AiNewsBot.Kill.Tests;

/// <summary>
/// Kills the bot (SIGKILL) at random moments of a stream of edits and starts it again on what it left. Everything acknowledged must be
/// there, no revision without its edit and no edit without its revision, and the file sound.
/// </summary>
internal static class EditKills
{
    // Most die in the middle of many edits, some already in their first.
    private const int MaxLifetime = 400;
    private const int EarlyDeaths = 4;

    /// <summary>Kills so many times.</summary>
    public static async Task<EditReport> RunAsync(int times, int seed)
    {
        var watch = Stopwatch.StartNew();
        var random = new Random(seed);
        using var folder = new TemporaryFolder();
        await using var discord = await FakeDiscord.StartAsync(new FakeDiscordOptions { IdentifyPace = TimeSpan.Zero });
        var edits = new EditStream(discord);
        var faults = new List<string>();
        for (var life = 1; life <= times; life++)
        {
            using var bot = BotProgram.Start(
                folder,
                folder["facts.db"],
                discord,
                ("News__Enabled", "false"),
                ("Limits__QuestionsPerMinute", "0")
            );
            var said = bot.StandardError.ReadToEndAsync();
            await discord.Gateway.Readies.ReachAsync(life, "the bot to be ready");
            var begins = life % EarlyDeaths == 0 ? Task.CompletedTask : edits.NextAsync();
            var killed = KillAsync(bot, begins, random.Next(MaxLifetime));
            await edits.RunAsync(killed);
            await killed;
            var log = await said;
            faults.AddRange(
                (await EditCheck.FaultsOfAsync(folder["facts.db"], edits, mostInFlight: edits.Cut + edits.Unanswered))
                    .Concat(
                        log.Split('\n')
                            .Where(line =>
                                line.Contains("crit:", StringComparison.Ordinal) || line.Contains("Unhandled", StringComparison.Ordinal)
                            )
                    )
                    .Select(fault => $"kill {life}: {fault}")
            );
        }

        faults.AddRange(discord.Violations.All);
        return new EditReport(times, seed, watch.Elapsed, edits.Acknowledged.Count, edits.Cut, edits.Unanswered, faults);
    }

    private static async Task KillAsync(Process bot, Task begins, int after)
    {
        await begins;
        await Task.Delay(after);
        bot.Kill();
        await bot.WaitForExitAsync();
    }
}
