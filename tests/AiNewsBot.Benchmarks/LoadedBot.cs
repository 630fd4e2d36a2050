using System.Diagnostics;
using DiscordSimulator;

namespace AiNewsBot.Benchmarks;

/// <summary>A bot that is asked much, and how long it took. Counted is its time alone: from where a payload leaves the simulator until all
/// of the answer is in.</summary>
internal sealed class LoadedBot(FakeDiscord discord, Process process, string folder) : IAsyncDisposable
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);
    private static readonly string[] Asked =
    [
        "is grok open source",
        "what licence is deepseek r1 under",
        "can i use llama 3 commercially",
        "is claude open source",
        "when was grok-1 released",
    ];

    private readonly List<double> _times = [];
    private TimeSpan _spent;

    public Figures Times => new(_times);

    public double Microseconds => _spent.TotalMicroseconds / _times.Count;

    public int Late { get; private set; }

    public double Resident => BotProcess.ResidentOf(process);

    /// <param name="fill">Starts a bot on the same database; null for the one in its folder.</param>
    public static async Task<LoadedBot> StartAsync(
        Func<string, FakeDiscord, Process> start,
        Func<string, FakeDiscord, Process>? fill = null
    )
    {
        var folder = Directory.CreateTempSubdirectory("ainewsbot-").FullName;

        // The first start fills the database; the one that is measured finds it filled.
        await FirstAnswer.FillAsync(folder, fill);
        var discord = await FakeDiscord.StartAsync(new FakeDiscordOptions { Validates = false, Remembers = false });
        var process = start(folder, discord);
        _ = process.StandardError.ReadToEndAsync();
        await discord.Gateway.Readies.ReachAsync(1, "the bot to be ready");
        var loaded = new LoadedBot(discord, process, folder);
        await loaded.AskAsync(Arrivals.Even(1000), WarmUp);
        return loaded;
    }

    /// <summary>Forgets what was measured.</summary>
    public void Reset()
    {
        _times.Clear();
        (_spent, Late) = (TimeSpan.Zero, 0);
    }

    public async Task RunAsync(Arrivals arrivals, TimeSpan duration)
    {
        var before = BotProcess.ProcessorTimeOf(process);
        var times = await AskAsync(arrivals, duration);
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
    private async Task<double[]> AskAsync(Arrivals arrivals, TimeSpan duration) =>
        await await Task.Factory.StartNew(
            () => Task.WhenAll(Ask(arrivals, duration)),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );

    private List<Task<double>> Ask(Arrivals arrivals, TimeSpan duration)
    {
        var replies = new List<Task<double>>();
        var began = Stopwatch.GetTimestamp();
        foreach (var due in arrivals.During(duration))
        {
            while (Stopwatch.GetElapsedTime(began) < due)
                Thread.Sleep(1);
            replies.Add(TimeAsync(Asked[replies.Count % Asked.Length]));
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
