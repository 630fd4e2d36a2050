using System.Diagnostics;
using DiscordSimulator;

namespace AiNewsBot.Tests.Harness;

/// <summary>The bot as a process of its own: the managed program beside the tests, or the native one where a variable names it.</summary>
internal static class BotProgram
{
    private const string Variable = "AINEWSBOT_PROGRAM";

    /// <summary>Starts it over a folder that outlives it.</summary>
    /// <param name="database">The database's file.</param>
    public static Process Start(
        TemporaryFolder folder,
        string database,
        FakeDiscord discord,
        params (string Key, string Value)[] settings
    ) => Start(null, folder, discord, [("Storage__ConnectionString", $"Data Source={database}"), .. settings]);

    /// <summary>Starts a program: this one where it is null.</summary>
    public static Process Start(string? program, TemporaryFolder folder, FakeDiscord discord, params (string Key, string Value)[] settings)
    {
        program ??= Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } native
            ? native
            : Path.Combine(AppContext.BaseDirectory, "AiNewsBot.dll");
        var start = Path.GetExtension(program) == ".dll" ? new ProcessStartInfo("dotnet", [program]) : new ProcessStartInfo(program);
        start.WorkingDirectory = folder.Path;
        start.RedirectStandardError = true;
        start.Environment["Discord__Token"] = discord.Token;
        start.Environment["Discord__ApiBaseUrl"] = discord.ApiBaseUrl;
        start.Environment["Storage__BackupFolder"] = folder["backups"];
        foreach (var (key, value) in settings)
            start.Environment[key] = value;
        return Process.Start(start)!;
    }
}
