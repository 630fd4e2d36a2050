using AiNewsBot.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AiNewsBot.Tests.Chat.Discord;

/// <summary>Commands that Discord did not take at the start.</summary>
public sealed class CommandRegistrationTests
{
    [Fact]
    public async Task Are_tried_again_until_they_are_registered_and_health_says_so_meanwhile()
    {
        await using var bot = (
            await RunningBot.StartAsync(prepare: discord => discord.Rest.FailNext("GET", "applications/@me", 403))
        ).Expects("Failed to register the commands");
        await bot.Discord.Rest.Requests.ReachAsync(5, "the commands to be put");

        Assert.Contains("\"ask\"", bot.Discord.Rest.Commands);
        Assert.Contains(bot.Log, entry => entry.Message.Contains("retrying in", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Are_told_of_in_health_while_they_are_not_registered()
    {
        await using var bot = (await RunningBot.StartAsync(prepare: discord => discord.Rest.FailNext("PUT", "/commands", 400))).Expects(
            "Discord rejected the commands"
        );
        await bot.Discord.RunCommandAsync("help");
        var server = bot.Services.GetServices<IHostedService>().OfType<AiNewsBot.Hosting.HttpServer>().Single();
        using var http = new HttpClient();
        while (bot.State.CommandsError is null)
            await Task.Delay(1, TestContext.Current.CancellationToken);

        using var answer = await http.GetAsync(new Uri(server.Addresses.Single() + "/healthz"), TestContext.Current.CancellationToken);
        var report = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("\"commands\":\"not registered since ", report);
    }
}
