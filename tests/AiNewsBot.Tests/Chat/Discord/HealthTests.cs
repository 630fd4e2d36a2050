using System.Net;
using System.Text.Json;
using AiNewsBot.Hosting;
using AiNewsBot.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AiNewsBot.Tests.Chat.Discord;

public sealed class HealthTests
{
    [Fact]
    public async Task Health_reports_gateway_database_and_snapshot()
    {
        await using var bot = await RunningBot.StartAsync();
        await bot.Discord.RunCommandAsync("help");

        using var answer = await GetAsync(bot, "/healthz");
        using var report = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("ok", report.RootElement.GetProperty("status").GetString());
        Assert.Equal("1 of 1 shards ready, 1 guilds", report.RootElement.GetProperty("gateway").GetString());
        Assert.Equal("ok", report.RootElement.GetProperty("database").GetString());
        Assert.True(TimeSpan.Parse(report.RootElement.GetProperty("snapshotAge").GetString()!, null) >= TimeSpan.Zero);
    }

    [Fact]
    public async Task Disconnected_bot_is_unhealthy()
    {
        IDisposable? held = null;
        await using var bot = await RunningBot.StartAsync(
            prepare: discord => held = discord.Rest.Hold("gateway/bot"),
            waitsForReady: false
        );

        using var answer = await GetAsync(bot, "/healthz");
        using var ready = await GetAsync(bot, "/healthz/ready");
        held!.Dispose();
        await bot.Discord.Gateway.Readies.ReachAsync(1, "the bot to be ready");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
    }

    [Fact]
    public async Task Unknown_path_is_not_found()
    {
        await using var bot = await RunningBot.StartAsync();

        using var answer = await GetAsync(bot, "/");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static async Task<HttpResponseMessage> GetAsync(RunningBot bot, string path)
    {
        var server = bot.Services.GetServices<IHostedService>().OfType<HttpServer>().Single();
        using var http = new HttpClient();
        return await http.GetAsync(new Uri(server.Addresses.Single() + path), TestContext.Current.CancellationToken);
    }
}
