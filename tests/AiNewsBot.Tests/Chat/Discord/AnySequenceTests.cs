using System.Collections.Concurrent;
using AiNewsBot.Tests.Harness;
using DiscordSimulator;
using FsCheck.Xunit;

namespace AiNewsBot.Tests.Chat.Discord;

/// <summary>After any sequence of faults, the bot is connected again or has stopped
/// for a stated reason, and each user is answered once.</summary>
[CollectionDefinition(nameof(AnySequenceTests), DisableParallelization = true)]
[Collection(nameof(AnySequenceTests))]
public sealed class AnySequenceTests
{
    private static readonly Action<FakeDiscord>[] Faults =
    [
        discord => discord.Gateway.RequestReconnect(),
        discord => discord.Gateway.Cut(),
        discord => discord.Gateway.Close(4000),
        discord => discord.Gateway.Close(4001),
        discord => discord.Gateway.Close(4008),
        discord => discord.Gateway.Invalidate(mayResume: true),
        discord => discord.Gateway.RequestHeartbeat(),
        discord => discord.Rest.FailNext("POST", "/callback", 503),
        discord => discord.Rest.FailNext("POST", "/callback", 502, applies: true),
        discord => discord.Rest.FailNext("POST", "/callback", 0),
    ];

    [Property(MaxTest = 12)]
    public async Task User_is_answered_once_after_any_sequence_of_faults(byte[] picks)
    {
        // The count is of the whole process: what earlier tests left is collected before, and no other test runs beside this one.
        Collect();
        var unobserved = new ConcurrentQueue<string>();
        EventHandler<UnobservedTaskExceptionEventArgs> record = (_, args) => unobserved.Enqueue(args.Exception.ToString());
        TaskScheduler.UnobservedTaskException += record;
        try
        {
            await using (var bot = (await RunningBot.StartAsync()).Expects("callback"))
            {
                foreach (var pick in picks.Take(6))
                    Faults[pick % Faults.Length](bot.Discord);
                var reply = await bot.Discord.RunCommandAsync("ask", ("question", "is grok-1 open source"));

                Assert.Contains("open weights", reply.Text);
                Assert.True(bot.State.IsConnected, bot.State.Description);

                // A second first answer would be a 400 that is no answer to a fault that took effect.
                var refused = bot.Discord.Rest.Requests.All.Count(request => request.Status == 400);
                Assert.True(refused <= picks.Take(6).Count(pick => pick % Faults.Length >= 7), $"{refused} answers were given twice");
            }

            Collect();
            Assert.Empty(unobserved);
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= record;
        }
    }

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }
}
