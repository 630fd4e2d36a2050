using DiscordSimulator;

namespace AiNewsBot.Benchmarks;

/// <summary>Resident memory of the connected bot with its health endpoint, without requests. Wanted: under 90 MB.</summary>
internal static class IdleBot
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(15);

    public static async Task MeasureAsync()
    {
        var folder = Directory.CreateTempSubdirectory("ainewsbot-").FullName;
        foreach (var start in (string[])["first start, with an empty database", "second start"])
            Console.WriteLine($"the idle bot {Idle.TotalSeconds:0} s after its {start}: {await ResidentAsync(folder):0.#} MB resident");
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<double> ResidentAsync(string folder)
    {
        await using var discord = await FakeDiscord.StartAsync();
        using var bot = BotProcess.Connect(folder, discord);
        _ = bot.StandardError.ReadToEndAsync();
        await discord.Gateway.Readies.ReachAsync(1, "the bot to be ready");
        await discord.RunCommandAsync("ask", ("question", "is grok open source"));
        await Task.Delay(Idle);
        var resident = BotProcess.ResidentOf(bot);
        bot.Kill();
        await bot.WaitForExitAsync();
        return resident;
    }
}
