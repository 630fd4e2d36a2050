using System.Diagnostics;
using System.Globalization;
using DiscordSimulator;

namespace AiNewsBot.Benchmarks;

/// <summary>
/// A thousand /ask a second for ten seconds, to an echo bot and to the whole bot, by turns in the same run, so that what else the machine
/// does falls on both. Counted is the bots' time alone: from where a payload leaves the simulator until all of the answer is in. Wanted:
/// none late, the median within 1.5 times the echo's, the 99th percentile within 2 times, processor time within 1.5 times; under 90 MB
/// after it.
/// </summary>
internal static class Load
{
    private const int PerSecond = 1000;
    private const int Seconds = 10;
    private const int WarmUpSeconds = 5;
    private static readonly string[] Asked =
    [
        "is grok open source",
        "what licence is deepseek r1 under",
        "can i use llama 3 commercially",
        "is claude open source",
        "when was grok-1 released",
    ];

    public static async Task MeasureAsync()
    {
        await FirstAnswer.MeasureAsync();
        await using var echo = await Loaded.StartAsync(BotProcess.Echo);
        await using var bot = await Loaded.StartAsync(BotProcess.Connect);
        foreach (var turn in (Loaded[])[echo, bot, bot, echo])
            await turn.RunAsync(Seconds);
        Console.WriteLine($"{PerSecond} /ask a second, 2 x {Seconds} s each, by turns:");
        Console.WriteLine($"{"", -36}{"echo", 10}{"bot", 10}{"ratio", 10}   wanted");
        Print("median, ms", echo.Times.At(0.5), bot.Times.At(0.5), 1.5);
        Print("99th percentile, ms", echo.Times.At(0.99), bot.Times.At(0.99), 2);
        Print("longest, ms", echo.Times.At(1), bot.Times.At(1), null);
        Print("processor time each, µs", echo.Microseconds, bot.Microseconds, 1.5);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"late", -36}{echo.Late, 10}{bot.Late, 10}{"", 10}   none"));
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{"resident after it, MB", -36}{echo.Resident, 10:0.0}{bot.Resident, 10:0.0}{"", 10}   under 90"
            )
        );
    }

    private static void Print(string what, double echo, double bot, double? most) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what, -36}{echo, 10:0.000}{bot, 10:0.000}{bot / echo, 9:0.00}x   {(most is null ? "" : $"at most {most:0.0}x")}"
            )
        );

    private sealed class Loaded(FakeDiscord discord, Process process, string folder) : IAsyncDisposable
    {
        private readonly List<double> _times = [];
        private TimeSpan _spent;

        public Figures Times => new(_times);

        public double Microseconds => _spent.TotalMicroseconds / _times.Count;

        public int Late { get; private set; }

        public double Resident => BotProcess.ResidentOf(process);

        public static async Task<Loaded> StartAsync(Func<string, FakeDiscord, Process> start)
        {
            var folder = Directory.CreateTempSubdirectory("ainewsbot-").FullName;

            // The first start fills the database; the one that is measured finds it filled.
            await FirstAnswer.OnceAsync(folder, start);
            var discord = await FakeDiscord.StartAsync(new FakeDiscordOptions { Validates = false, Remembers = false });
            var process = start(folder, discord);
            _ = process.StandardError.ReadToEndAsync();
            await discord.Gateway.Readies.ReachAsync(1, "the bot to be ready");
            var loaded = new Loaded(discord, process, folder);
            await loaded.AskAsync(WarmUpSeconds);
            return loaded;
        }

        public async Task RunAsync(int seconds)
        {
            var before = BotProcess.ProcessorTimeOf(process);
            var times = await AskAsync(seconds);
            _spent += BotProcess.ProcessorTimeOf(process) - before;
            _times.AddRange(times.Where(time => time >= 0));
            Late += times.Count(time => time < 0);
        }

        public async ValueTask DisposeAsync()
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
            await discord.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }

        // On a thread of its own: the pool's timers tick every four milliseconds, and
        // what is due between two ticks would go out as one burst.
        private async Task<double[]> AskAsync(int seconds) =>
            await await Task.Factory.StartNew(
                () => Task.WhenAll(Ask(seconds)),
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default
            );

        private Task<double>[] Ask(int seconds)
        {
            var replies = new Task<double>[PerSecond * seconds];
            var began = Stopwatch.GetTimestamp();
            for (var i = 0; i < replies.Length; i++)
            {
                var due = TimeSpan.FromSeconds((double)i / PerSecond);
                while (Stopwatch.GetElapsedTime(began) < due)
                    Thread.Sleep(1);
                replies[i] = TimeAsync(Asked[i % Asked.Length]);
            }

            return replies;
        }

        private async Task<double> TimeAsync(string question)
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
}
