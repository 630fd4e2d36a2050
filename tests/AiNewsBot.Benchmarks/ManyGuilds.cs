using DiscordSimulator;

namespace AiNewsBot.Benchmarks;

/// <summary>Resident memory in 2,500 guilds of 30 channels and 20 roles each. Wanted: under 95 MB.</summary>
internal static class ManyGuilds
{
    public static async Task MeasureAsync()
    {
        var folder = Directory.CreateTempSubdirectory("ainewsbot-").FullName;
        await using var discord = await FakeDiscord.StartAsync(
            new FakeDiscordOptions
            {
                Guilds = 2500,
                ChannelsPerGuild = 30,
                RolesPerGuild = 20,
            }
        );
        using var bot = BotProcess.Connect(folder, discord);
        _ = bot.StandardError.ReadToEndAsync();
        await discord.Gateway.Readies.ReachAsync(1, "the bot to be ready");
        await discord.RunCommandAsync("ask", ("question", "is grok open source"));
        await Task.Delay(TimeSpan.FromSeconds(10));
        Console.WriteLine($"in 2,500 guilds: {BotProcess.ResidentOf(bot):0.#} MB resident");
        bot.Kill();
        await bot.WaitForExitAsync();
        Directory.Delete(folder, recursive: true);
    }
}
