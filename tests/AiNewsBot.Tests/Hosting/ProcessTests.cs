using System.Diagnostics;
using System.Globalization;
using AiNewsBot.Tests.Harness;
using DiscordSimulator;

namespace AiNewsBot.Tests.Hosting;

/// <summary>The program as a process: how it starts, stops and ends.</summary>
public sealed class ProcessTests
{
    [Fact]
    public async Task Termination_request_answers_what_is_in_flight_and_exits_cleanly()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("needs signals");
            return;
        }

        await using var discord = await FakeDiscord.StartAsync();
        using var folder = new TemporaryFolder();
        await SeededDatabase.CopyAsync(folder["data/facts.db"]);
        using var bot = Start(folder, discord);
        await discord.Gateway.Readies.ReachAsync(1, "the bot to be ready");

        // What is in flight at the end is to be answered; taking in the facts may take longer than a bot has to end.
        await discord.RunCommandAsync("ask", ("question", "is grok-1 open source"));
        using var held = discord.Rest.Hold("/callback");
        var isInFlight = discord.Rest.Arrivals.NextAsync(
            "the answer to come, and be held",
            path => path.EndsWith("/callback", StringComparison.Ordinal)
        );
        var reply = discord.RunCommandAsync("ask", ("question", "is grok-1 open source"));
        await isInFlight;
        var closed = discord.Gateway.Closes.NextAsync("the bot to say goodbye");

        using (var kill = Process.Start("kill", ["-TERM", bot.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1000, await closed);
        held.Dispose();

        Assert.Contains("open weights", (await reply).Text);
        await bot.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, bot.ExitCode);
        discord.Violations.AssertNone();
    }

    [Fact]
    public async Task Token_refused_by_discord_exits_with_3_and_one_line()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Gateway.RefuseIdentifies(4004);
        using var folder = new TemporaryFolder();
        using var bot = Start(folder, discord);

        var said = await bot.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await bot.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(3, bot.ExitCode);
        Assert.Single(said.Split('\n'), line => line.Contains("4004", StringComparison.Ordinal));
        Assert.DoesNotContain(discord.Token, said);
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_used_ends_it_with_2_and_one_line()
    {
        await using var discord = await FakeDiscord.StartAsync();
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["data"], "a file where the folder should be", TestContext.Current.CancellationToken);
        using var bot = Start(folder, discord);

        var said = await bot.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await bot.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, bot.ExitCode);
        Assert.Contains("data folder", said);
        Assert.DoesNotContain("   at ", said);
        Assert.Equal(
            "a file where the folder should be",
            await File.ReadAllTextAsync(folder["data"], TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task Drawing_library_is_loaded_by_the_first_picture()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs /proc");
        await using var discord = await FakeDiscord.StartAsync();
        using var folder = new TemporaryFolder();
        await SeededDatabase.CopyAsync(folder["data/facts.db"]);
        using var bot = Start(folder, discord);
        await discord.Gateway.Readies.ReachAsync(1, "the bot to be ready");

        await discord.RunCommandAsync("ask", ("question", "is grok open source"));
        Assert.False(HasLoaded(bot, "SkiaSharp"));

        Assert.Single((await discord.RunCommandAsync("timeline", ("name", "grok"))).Pictures);
        Assert.True(HasLoaded(bot, "SkiaSharp"));
        bot.Kill();
        await bot.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Last_line_of_the_log_tells_the_code_with_which_a_bot_ends_that_could_not_start()
    {
        await using var discord = await FakeDiscord.StartAsync();
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["data"]);
        await File.WriteAllTextAsync(folder["data/facts.db"], new string('x', 5000), TestContext.Current.CancellationToken);
        using var bot = Start(folder, discord);

        var said = await bot.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await bot.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, bot.ExitCode);
        Assert.Contains("stopped (exit code 2)", said);
    }

    private static bool HasLoaded(Process process, string library) =>
        File.ReadLines($"/proc/{process.Id.ToString(CultureInfo.InvariantCulture)}/maps")
            .Any(line => line.Contains(library, StringComparison.Ordinal));

    private static Process Start(TemporaryFolder folder, FakeDiscord discord) =>
        BotProgram.Start(folder, folder["data/facts.db"], discord, ("Http__Urls", ""), ("News__Enabled", "false"));
}
