using AiNewsBot.Tests.Harness;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Tests.Chat.Discord;

/// <summary>What Discord refuses for good is not tried again.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData(4004)]
    [InlineData(4010)]
    [InlineData(4011)]
    [InlineData(4012)]
    [InlineData(4013)]
    [InlineData(4014)]
    public async Task Bot_stops_with_one_line_and_exit_code_3_after(int code)
    {
        await using var bot = (
            await RunningBot.StartAsync(prepare: discord => discord.Gateway.RefuseIdentifies(code), waitsForReady: false)
        ).Expects("Discord");

        await bot.StoppedAsync();

        Assert.Equal(3, bot.ExitCode);
        Assert.Equal(1, bot.Discord.Gateway.Identifies.Count);
        var line = Assert.Single(bot.Log, entry => entry.Level == LogLevel.Critical);
        Assert.DoesNotContain('\n', line.Message);
        Assert.Contains(code.ToString(System.Globalization.CultureInfo.InvariantCulture), line.Message);
    }

    [Fact]
    public async Task Token_refused_by_the_api_stops_the_bot()
    {
        await using var bot = (
            await RunningBot.StartAsync(waitsForReady: false, settings: [new("Discord:Token", "another.bot.token")])
        ).Expects("Discord refuses the token");

        await bot.StoppedAsync();

        Assert.Equal(3, bot.ExitCode);
        Assert.DoesNotContain(bot.Log, entry => entry.Message.Contains("another.bot.token", StringComparison.Ordinal));
    }
}
