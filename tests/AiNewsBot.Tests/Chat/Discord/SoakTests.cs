using System.Diagnostics;
using AiNewsBot.Tests.Harness;
using DiscordSimulator.Gateway;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AiNewsBot.Tests.Chat.Discord;

/// <summary>An hour of the bot's own clock with a fault every few seconds: nothing grows. Alone, since it measures the process.</summary>
[CollectionDefinition(nameof(SoakTests), DisableParallelization = true)]
[Collection(nameof(SoakTests))]
public sealed class SoakTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private const int MaxTries = 10;
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(500);

    private static readonly Action<FakeGateway>[] Faults =
    [
        gateway => gateway.RequestReconnect(),
        gateway => gateway.Cut(),
        gateway => gateway.Close(4000),
        gateway => gateway.Invalidate(mayResume: true),
        gateway => gateway.RequestHeartbeat(),
    ];

    [Fact]
    public async Task Hour_of_faults_leaves_memory_handles_and_threads_unchanged()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var bot = await RunningBot.StartAsync(
            change: services => services.AddSingleton<TimeProvider>(time),
            waitsForReady: false
        );

        // By the fast clock an exchange may seem late, which is logged; each question must be answered all the same, at once or when it is
        // asked again.
        bot.Expects("");
        await AdvanceAsync(time, bot.Discord.Gateway.Readies.ReachAsync(1, "the bot to be ready"), TimeSpan.Zero);
        await RunAsync(bot, time, TimeSpan.FromMinutes(5));
        var before = Measure();

        var faults = await RunAsync(bot, time, Hour);
        var after = Measure();

        Assert.True(faults >= 500, $"only {faults} faults");
        Assert.True(after.Megabytes < before.Megabytes + 8, $"memory went from {before.Megabytes:0.0} to {after.Megabytes:0.0} MB");
        Assert.True(after.Handles <= before.Handles + 10, $"handles went from {before.Handles} to {after.Handles}");
        Assert.True(after.Threads <= before.Threads + 10, $"threads went from {before.Threads} to {after.Threads}");
    }

    private static async Task<int> RunAsync(RunningBot bot, FakeTimeProvider time, TimeSpan length)
    {
        var faults = 0;
        for (var end = time.GetUtcNow() + length; time.GetUtcNow() < end; faults++)
        {
            Faults[faults % Faults.Length](bot.Discord.Gateway);
            Assert.Contains("open weights", await AskAsync(bot, time));
        }

        return faults;
    }

    // On a busy machine the fast clock may outrun an exchange, so that Discord's three seconds are over before the answer: a person asks
    // again then, and so does this.
    private static async Task<string> AskAsync(RunningBot bot, FakeTimeProvider time)
    {
        for (var tries = 1; ; tries++)
        {
            var reply = bot.Discord.RunCommandAsync("ask", ("question", "is grok-1 open source"));
            await AdvanceAsync(time, tries < MaxTries ? Task.WhenAny(reply, Task.Delay(Patience, time)) : reply, Between);
            if (reply.IsCompleted)
                return (await reply).Text;
        }
    }

    // The bot's clock runs 500 times as fast as the network that it waits for; faster, every exchange would seem to time out. It waits for
    // what is queued, which on a busy machine is slower than the clock.
    private static async Task AdvanceAsync(FakeTimeProvider time, Task until, TimeSpan atLeast)
    {
        for (var next = time.GetUtcNow() + atLeast; !until.IsCompleted || time.GetUtcNow() < next; )
        {
            time.Advance(Step);
            do await Task.Delay(1);
            while (ThreadPool.PendingWorkItemCount > 0);
        }
    }

    private static (double Megabytes, int Handles, int Threads) Measure()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var handles = Directory.Exists("/proc/self/fd") ? Directory.GetFiles("/proc/self/fd").Length : process.HandleCount;
        return (GC.GetTotalMemory(forceFullCollection: true) / 1048576.0, handles, process.Threads.Count);
    }
}
