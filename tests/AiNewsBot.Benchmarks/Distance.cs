using System.Diagnostics;
using System.Globalization;
using DiscordSimulator;

namespace AiNewsBot.Benchmarks;

/// <summary>
/// Answers over a distance of 20 ms each way, by TLS: from where a payload leaves the simulator until the answer is in. Wanted: one way
/// back and forth and 5 ms, also for the first answer after a quiet time or after the server closed the connection. Only an answer that is
/// due before a new connection can be open waits for what is left of its handshakes, at most two ways back and forth more. Beside it the
/// echo bot, which has the settings that a client has by default.
/// </summary>
internal static class Distance
{
    private const double OneWay = 20;
    private const int Times = 10;
    private const int Rounds = 3;
    private const int PerSecond = 200;
    private static readonly TimeSpan Sustained = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(3);

    public static Task MeasureAsync() => MeasureAsync(quiet: null);

    /// <summary>With ten minutes without a question.</summary>
    public static Task MeasureQuietAsync() => MeasureAsync(TimeSpan.FromMinutes(10));

    private static async Task MeasureAsync(TimeSpan? quiet)
    {
        BotProcess.Prepare();
        Console.WriteLine($"{OneWay:0} ms each way, by TLS; wanted: {(2 * OneWay) + 5:0} ms");
        await Task.WhenAll(RunAsync("the echo bot", BotProcess.Echo, quiet), RunAsync("the bot", BotProcess.Connect, quiet));
    }

    private static async Task RunAsync(string who, Func<string, FakeDiscord, Process> start, TimeSpan? quiet)
    {
        var folder = Directory.CreateTempSubdirectory("ainewsbot-").FullName;
        using var time = new PreciseTime();
        await using var discord = await FakeDiscord.StartAsync(
            new FakeDiscordOptions
            {
                Validates = false,
                Remembers = false,
                UsesTls = true,
                Distance = TimeSpan.FromMilliseconds(OneWay),
                Time = time,
            }
        );
        await FirstAnswer.FillAsync(folder);
        using var bot = start(folder, discord);
        _ = bot.StandardError.ReadToEndAsync();
        await discord.Gateway.Readies.ReachAsync(1, "the bot to be ready");
        await Task.Delay(Settling);
        Print(who, "first of all", [await AskAsync(discord)]);
        Print(who, "one at a time", await OneAfterAnotherAsync(discord));
        foreach (var count in (int[])[50, 500])
        {
            Print(who, $"{count} at once, for the first time", await TogetherAsync(discord, count));
            for (var round = 0; round < Rounds; round++)
            {
                await Task.Delay(Settling);
                Print(who, $"{count} at once, again", await TogetherAsync(discord, count));
            }
        }

        if (quiet is { } pause)
        {
            await Task.Delay(pause);
            Print(who, $"after {pause.TotalMinutes:0} minutes without a question", [await AskAsync(discord)]);
        }

        // They are closed by the server, and a question comes in at once, or while they are opened again.
        foreach (var milliseconds in (int[])[0, 20, 100, 200])
        {
            discord.Rest.CloseAllConnections();
            await Task.Delay(milliseconds);
            Print(who, $"{milliseconds} ms after the server closed all connections", [await AskAsync(discord)]);
            await Task.Delay(Settling);
            discord.Rest.CloseConnections(1);
            await Task.Delay(milliseconds);
            Print(who, $"{milliseconds} ms after it closed one of those for answers", [await AskAsync(discord)]);
            await Task.Delay(Settling);
        }

        Print(who, $"{PerSecond} a second, after a quiet time", await SustainAsync(discord));

        // The gateway is cut, too: the bot resumes first.
        var readies = discord.Gateway.Resumes.Count + discord.Gateway.Readies.Count;
        discord.Relay!.Cut();
        while (discord.Gateway.Resumes.Count + discord.Gateway.Readies.Count == readies && !bot.HasExited)
            await Task.Delay(10);
        if (!bot.HasExited)
            Print(who, "the first after all connections were cut", [await AskAsync(discord)]);
        if (!bot.HasExited)
            bot.Kill();
        await bot.WaitForExitAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<double[]> OneAfterAnotherAsync(FakeDiscord discord)
    {
        var times = new double[Times];
        for (var i = 0; i < Times; i++)
            times[i] = await AskAsync(discord);
        return times;
    }

    private static Task<double[]> TogetherAsync(FakeDiscord discord, int count) =>
        Task.WhenAll(Enumerable.Range(0, count).Select(_ => AskAsync(discord)));

    private static async Task<double[]> SustainAsync(FakeDiscord discord)
    {
        var asked = new List<Task<double>>();
        var began = Stopwatch.GetTimestamp();
        foreach (var due in Arrivals.Even(PerSecond).During(Sustained))
        {
            if (due - Stopwatch.GetElapsedTime(began) is { Ticks: > 0 } early)
                await Task.Delay(early);
            asked.Add(AskAsync(discord));
        }

        return await Task.WhenAll(asked);
    }

    private static async Task<double> AskAsync(FakeDiscord discord)
    {
        try
        {
            return (await discord.RunCommandAsync("ask", ("question", "is grok open source"))).Elapsed.TotalMilliseconds;
        }
        catch (TimeoutException)
        {
            return double.NaN;
        }
    }

    private static void Print(string who, string what, double[] times)
    {
        double[] answered = [.. times.Where(double.IsFinite)];
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{who}, {what}: {(answered.Length == 0 ? "no answer" : new Figures(answered))}; lost {times.Length - answered.Length}"
            )
        );
    }
}
