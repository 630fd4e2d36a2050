using System.Diagnostics;
using DiscordSimulator;

namespace AiNewsBot.Benchmarks;

/// <summary>
/// From the start of a process to its first answer in Discord, of an echo bot and of the whole bot by turns. Wanted: under 250 ms, with a
/// database that holds the facts already and with an empty one, and at most 75 MB resident until then.
/// </summary>
internal static class FirstAnswer
{
    private const int Runs = 10;

    public static async Task MeasureAsync()
    {
        BotProcess.Prepare();
        var folder = Directory.CreateTempSubdirectory("ainewsbot-").FullName;
        await FillAsync(folder);
        List<Start> echo = [],
            bot = [],
            seeding = [];
        for (var run = 0; run < Runs; run++)
        {
            echo.Add(await OnceAsync(folder, BotProcess.Echo));
            bot.Add(await OnceAsync(folder, BotProcess.Connect));
            var empty = Directory.CreateTempSubdirectory("ainewsbot-").FullName;
            seeding.Add(await OnceAsync(empty, BotProcess.Connect));
            Directory.Delete(empty, recursive: true);
        }

        Directory.Delete(folder, recursive: true);
        Console.WriteLine($"first answer of the echo bot: {Told(echo)}");
        Console.WriteLine($"first answer of the bot (wanted: 250 ms): {Told(bot)}");
        Console.WriteLine($"first answer of the bot on an empty database (wanted: 250 ms): {Told(seeding)}");
    }

    private static string Told(IReadOnlyCollection<Start> starts) =>
        $"{new Figures(starts.Select(start => start.Elapsed))}; processor time "
        + $"{new Figures(starts.Select(start => start.Processor)).At(0.5):0} ms; "
        + $"{new Figures(starts.Select(start => start.Peak)).At(0.5):0.0} MB resident at most";

    /// <summary>A start that ends once the database is filled, which is after the first answer.</summary>
    internal static async Task FillAsync(string folder, Func<string, FakeDiscord, Process>? start = null)
    {
        await using var discord = await FakeDiscord.StartAsync(new FakeDiscordOptions { Validates = false });
        using var bot = (start ?? BotProcess.Connect)(folder, discord);
        while (await bot.StandardError.ReadLineAsync() is { } line && !line.Contains("Facts ready", StringComparison.Ordinal)) { }
        bot.Kill();
        await bot.WaitForExitAsync();
    }

    /// <summary>One start, until it has answered.</summary>
    internal static async Task<Start> OnceAsync(string folder, Func<string, FakeDiscord, Process> start)
    {
        await using var discord = await FakeDiscord.StartAsync(new FakeDiscordOptions { Validates = false });
        var began = Stopwatch.GetTimestamp();
        using var bot = start(folder, discord);
        _ = bot.StandardError.ReadToEndAsync();
        await discord.Gateway.Readies.ReachAsync(1, "the bot to be ready");
        await discord.RunCommandAsync("ask", ("question", "is grok open source"));
        var elapsed = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        var answered = new Start(elapsed, BotProcess.ProcessorTimeOf(bot).TotalMilliseconds, BotProcess.PeakOf(bot));
        bot.Kill();
        await bot.WaitForExitAsync();
        return answered;
    }

    /// <summary>Milliseconds by the clock and of the processor, and megabytes.</summary>
    internal readonly record struct Start(double Elapsed, double Processor, double Peak);
}
