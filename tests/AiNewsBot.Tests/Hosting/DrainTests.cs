using System.Diagnostics;
using System.Globalization;
using AiNewsBot.Tests.Harness;
using DiscordSimulator;
using Microsoft.Extensions.Time.Testing;

namespace AiNewsBot.Tests.Hosting;

/// <summary>A bot that is told to end while many ask.</summary>
public sealed class DrainTests
{
    private const int Questions = 200;

    [Fact]
    public async Task A_bot_that_is_terminated_answers_every_question_that_it_took()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs signals");
        await using var discord = await FakeDiscord.StartAsync(new FakeDiscordOptions { Time = new FakeTimeProvider() });
        using var folder = new TemporaryFolder();
        using var bot = BotProgram.Start(folder, folder["data/facts.db"], discord, ("Http__Urls", ""), ("News__Enabled", "false"));
        var log = bot.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await discord.Gateway.Readies.ReachAsync(1, "the bot to be ready");
        await discord.RunCommandAsync("ask", ("question", "is grok-1 open source"));

        // A second's questions, of which the first was just answered when the signal comes. Discord's deadline is not what is tested.
        var replies = Enumerable
            .Range(0, Questions)
            .Select(_ => discord.RunCommandAsync("ask", ("question", "is grok-1 open source")))
            .ToArray();
        await discord.Rest.Arrivals.ReachAsync(discord.Rest.Arrivals.Count + 1, "the first answer");
        var closed = discord.Gateway.Closes.NextAsync("the bot to say goodbye");
        using (var kill = Process.Start("kill", ["-TERM", bot.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        await closed;

        await Task.WhenAll(replies);
        await bot.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, bot.ExitCode);
        Assert.DoesNotContain("Failed to send the answer", await log);
    }
}
