using System.Diagnostics;
using System.Globalization;
using DiscordSimulator;

namespace AiNewsBot.Benchmarks;

/// <summary>
/// What the bot costs while it has nothing to do. Wanted: under 90 MB resident, connected and with its health endpoint, and under 0.2 % of
/// a core, with the gateway and without it.
/// </summary>
internal static class IdleBot
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(60);

    public static async Task MeasureAsync()
    {
        BotProcess.Prepare();
        var folder = Directory.CreateTempSubdirectory("ainewsbot-").FullName;
        await using (var discord = await FakeDiscord.StartAsync())
        {
            foreach (var start in (string[])["first start, with an empty database", "second start"])
            {
                using var bot = await ConnectAsync(folder, discord, BotProcess.Connect);
                Console.WriteLine(
                    $"the idle bot {Settling.TotalSeconds:0} s after its {start}: {BotProcess.ResidentOf(bot):0.#} MB resident, "
                        + $"{BotProcess.PeakOf(bot):0.#} MB at most"
                );
                await EndAsync(bot);
            }
        }

        await RestAsync("the idle bot, connected to the gateway", folder, BotProcess.Connect);
        await RestAsync("the idle bot, without the gateway", folder, (path, discord) => BotProcess.Connect(path, discord, gateway: false));
        await RestAsync("the echo bot", folder, BotProcess.Echo);
        Directory.Delete(folder, recursive: true);
    }

    private static async Task RestAsync(string what, string folder, Func<string, FakeDiscord, Process> start)
    {
        await using var discord = await FakeDiscord.StartAsync();
        using var bot = await ConnectAsync(folder, discord, start);
        var before = BotProcess.ProcessorTimeOf(bot);
        var watch = Stopwatch.StartNew();
        await Task.Delay(Idle);
        var used = BotProcess.ProcessorTimeOf(bot) - before;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what}: {used.TotalMilliseconds:0} ms of processor time in {watch.Elapsed.TotalSeconds:0} s, "
                    + $"{used / watch.Elapsed:0.00 %} of a core (wanted: under 0.2 %)"
            )
        );
        await EndAsync(bot);
    }

    private static async Task<Process> ConnectAsync(string folder, FakeDiscord discord, Func<string, FakeDiscord, Process> start)
    {
        var ready = discord.Gateway.Readies.NextAsync("the bot to be ready");
        var bot = start(folder, discord);
        _ = bot.StandardError.ReadToEndAsync();
        _ = bot.StandardOutput.ReadToEndAsync();
        if (await Task.WhenAny(ready, Task.Delay(Settling)) == ready)
            await discord.RunCommandAsync("ask", ("question", "is grok open source"));
        await Task.Delay(Settling);
        return bot;
    }

    private static async Task EndAsync(Process bot)
    {
        bot.Kill();
        await bot.WaitForExitAsync();
    }
}
