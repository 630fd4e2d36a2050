using System.Diagnostics;
using DiscordSimulator;

namespace AiNewsBot.Benchmarks;

/// <summary>
/// A thousand /ask a second for ten seconds, to an echo bot and to the whole bot, in the same run. Wanted: none late, the median within 1.5 times
/// the echo's, the 99th percentile within 2 times, processor time within 1.5 times; the first answer within 500 ms of the start of the process;
/// under 90 MB after it.
/// </summary>
internal static class Load
{
    private const int PerSecond = 1000;
    private const int Seconds = 10;
    private const int WarmUpSeconds = 5;
    private static readonly string[] Asked = ["is grok open source", "what licence is deepseek r1 under", "can i use llama 3 commercially", "is claude open source", "when was grok-1 released"];

    public static async Task MeasureAsync()
    {
        await MeasureAsync("echo", BotProcess.Echo);
        await MeasureAsync("bot", BotProcess.Connect);
    }

    private static async Task MeasureAsync(string name, Func<string, FakeDiscord, Process> start)
    {
        var folder = Directory.CreateTempSubdirectory("ainewsbot-").FullName;

        // The first start fills the database; the one that is measured finds it filled.
        if (name == "bot")
            await FirstAnswerAsync(folder, start);
        var first = await FirstAnswerAsync(folder, start);
        await using var discord = await FakeDiscord.StartAsync(new FakeDiscordOptions { Validates = false });
        using var bot = start(folder, discord);
        _ = bot.StandardError.ReadToEndAsync();
        await discord.Gateway.Readies.ReachAsync(1, "the bot to be ready");
        await RunAsync(discord, WarmUpSeconds);
        bot.Refresh();
        var before = bot.TotalProcessorTime;
        var (times, late) = await RunAsync(discord, Seconds);
        bot.Refresh();
        var spent = (bot.TotalProcessorTime - before).TotalMicroseconds / times.Count;
        Console.WriteLine($"{name}: {PerSecond} a second for {Seconds} s: {new Figures(times)}, {late} late, {spent:0} µs of processor time each, {BotProcess.ResidentOf(bot):0.#} MB resident; {first:0} ms from start to first answer");
        bot.Kill();
        await bot.WaitForExitAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<double> FirstAnswerAsync(string folder, Func<string, FakeDiscord, Process> start)
    {
        await using var discord = await FakeDiscord.StartAsync(new FakeDiscordOptions { Validates = false });
        var began = Stopwatch.GetTimestamp();
        using var bot = start(folder, discord);
        _ = bot.StandardError.ReadToEndAsync();
        await discord.Gateway.Readies.ReachAsync(1, "the bot to be ready");
        await discord.RunCommandAsync("ask", ("question", Asked[0]));
        var elapsed = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        bot.Kill();
        await bot.WaitForExitAsync();
        return elapsed;
    }

    private static async Task<(List<double> Times, int Late)> RunAsync(FakeDiscord discord, int seconds)
    {
        var replies = new Task<double>[PerSecond * seconds];
        var began = Stopwatch.GetTimestamp();
        for (var i = 0; i < replies.Length; i++)
        {
            // Several a millisecond would come in one burst: each waits for its own moment.
            var due = TimeSpan.FromSeconds((double)i / PerSecond);
            while (Stopwatch.GetElapsedTime(began) < due)
                await Task.Delay(1);
            replies[i] = TimeAsync(discord, Asked[i % Asked.Length]);
        }

        var times = await Task.WhenAll(replies);
        return ([.. times.Where(time => time >= 0)], times.Count(time => time < 0));
    }

    private static async Task<double> TimeAsync(FakeDiscord discord, string question)
    {
        try
        {
            return (await discord.RunCommandAsync("ask", ("question", question))).Elapsed.TotalMilliseconds;
        }
        catch (TimeoutException)
        {
            return -1;
        }
    }
}
