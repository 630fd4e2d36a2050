using System.Diagnostics;
using System.Net;
using AiNewsBot.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Tests.Chat.Discord;

/// <summary>Interactions by signed HTTP, without a gateway.</summary>
public sealed class HttpInteractionTests
{
    private const string Ask = """
        {"id":"1","application_id":"2","type":2,"token":"t","data":{"name":"ask","options":[{"name":"question","type":3,
        "value":"is grok-1 open source"}]}}
        """;

    [Fact]
    public async Task Signed_command_is_answered_in_the_response()
    {
        await using var bot = await StartAsync();

        var (status, body) = await PostAsync(bot.HttpAddress, Ask);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("\"type\":4", body);
        Assert.Contains("open weights", body);
        Assert.Equal(0, bot.Discord.Gateway.Identifies.Count);
    }

    [Fact]
    public async Task Ping_is_answered()
    {
        await using var bot = await StartAsync();

        Assert.Equal(
            (HttpStatusCode.OK, """{"type":1}"""),
            await PostAsync(bot.HttpAddress, """{"type":1,"id":"1","application_id":"2","token":"t"}""")
        );
    }

    [Fact]
    public async Task Unsigned_request_is_refused_before_it_is_read()
    {
        await using var bot = await StartAsync();

        var (status, body) = await PostAsync(bot.HttpAddress, "this is not even JSON", "00");

        Assert.Equal((HttpStatusCode.Unauthorized, ""), (status, body));
    }

    [Fact]
    public async Task Signed_request_that_is_no_interaction_is_a_bad_request()
    {
        await using var bot = (await StartAsync()).Expects("Failed to read");

        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(bot.HttpAddress, "[]")).Status);
    }

    [Fact]
    public async Task Request_of_two_megabytes_is_refused()
    {
        await using var bot = await StartAsync();

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await PostAsync(bot.HttpAddress, new string('x', 2_000_000))).Status);
    }

    [Fact]
    public async Task Interactions_path_does_not_exist_without_a_public_key()
    {
        await using var bot = await RunningBot.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(bot.HttpAddress, Ask)).Status);
    }

    [Fact]
    public async Task Servers_are_asked_for_page_by_page_where_no_gateway_tells_them()
    {
        await using var bot = await RunningBot.StartAsync(
            new DiscordSimulator.FakeDiscordOptions { Guilds = 450 },
            waitsForReady: false,
            settings: [new("Discord:Gateway", "false"), new("Discord:PublicKey", SignedInteraction.PublicKey)]
        );

        var servers = await bot
            .Services.GetRequiredService<AiNewsBot.Chat.IChatTransport>()
            .ListServersAsync(TestContext.Current.CancellationToken);

        Assert.Equal(450, servers!.Count);
        bot.Discord.Violations.AssertNone();
    }

    [Fact]
    public async Task Two_processes_on_one_database_both_answer()
    {
        using var folder = new TemporaryFolder();
        await using var discord = await DiscordSimulator.FakeDiscord.StartAsync();
        using var one = Start(folder, discord);
        using var two = Start(folder, discord);
        try
        {
            foreach (var bot in (HttpBot[])[new(one), new(two)])
            {
                await bot.ReadyAsync();
                Assert.Contains("open weights", await AskAsync(bot));
            }
        }
        finally
        {
            one.Kill();
            two.Kill();
            await one.WaitForExitAsync(TestContext.Current.CancellationToken);
            await two.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    private static Task<RunningBot> StartAsync() =>
        RunningBot.StartAsync(
            waitsForReady: false,
            settings: [new("Discord:Gateway", "false"), new("Discord:PublicKey", SignedInteraction.PublicKey)]
        );

    // A process that is still loading its facts puts the answer off; asked again, it has them.
    private static async Task<string> AskAsync(HttpBot bot)
    {
        const int Tries = 10;
        for (var i = 0; ; i++)
        {
            using var answer = await bot.SendAsync(Ask);
            var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            if (i == Tries || !body.Contains("\"type\":5", StringComparison.Ordinal))
                return body;
        }
    }

    private static async Task<(HttpStatusCode Status, string Body)> PostAsync(string address, string body, string? signature = null)
    {
        using var answer = await SignedInteraction.SendAsync(address, body, signature, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static Process Start(TemporaryFolder folder, DiscordSimulator.FakeDiscord discord) =>
        BotProgram.Start(
            folder,
            folder["facts.db"],
            discord,
            ("Discord__Gateway", "false"),
            ("Discord__PublicKey", SignedInteraction.PublicKey),
            ("Http__Urls", "http://127.0.0.1:0"),
            ("News__Enabled", "false")
        );
}
