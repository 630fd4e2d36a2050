using System.Diagnostics;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Storage;
using Dapper;
using DiscordSimulator;
using DiscordSimulator.Interactions;
using Microsoft.Data.Sqlite;

namespace AiNewsBot.Benchmarks.Curation;

/// <summary>
/// Kills the bot at random moments of a stream of edits. Whatever was acknowledged must be there, no revision without its edit and no edit without
/// its revision, and the file sound.
/// </summary>
internal static class EditKills
{
    private const int LongestLife = 250;
    private const string Guild = "200000000000000000";
    private const string Source = "https://huggingface.co/xai-org/grok-1/blob/main/LICENSE";
    private static readonly string[] Licences = ["MIT", "Apache-2.0", "BSD-3-Clause"];

    /// <summary>Kills so many times; 0 when nothing was lost.</summary>
    public static async Task<int> RunAsync(int times, int seed)
    {
        var random = new Random(seed);
        var folder = Directory.CreateTempSubdirectory("ainewsbot-kills-").FullName;
        await using var discord = await FakeDiscord.StartAsync();
        var user = discord.As(new SimulatedMember());
        var acknowledged = new List<string>();
        var faults = new List<string>();
        for (var life = 1; life <= times; life++)
        {
            using var bot = BotProcess.Connect(folder, discord);
            _ = bot.StandardError.ReadToEndAsync();
            await discord.Gateway.Readies.ReachAsync(life, "the bot to be ready");
            if (!await EditAsync(user, acknowledged, bot.WaitForExitAsync()))
                faults.Add($"life {life}: the first edit was not taken");
            var killed = KillAsync(bot, random.Next(LongestLife));
            while (await EditAsync(user, acknowledged, killed))
            {
            }

            await killed;
            faults.AddRange(Check(folder, acknowledged).Select(fault => $"life {life}: {fault}"));
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        Console.WriteLine($"edits: killed {times} times (seed {seed}) in a stream of edits, {acknowledged.Count} acknowledged, {faults.Count} faults");
        foreach (var fault in faults)
            Console.WriteLine($"  {fault}");
        return faults.Count == 0 ? 0 : 1;
    }

    private static async Task KillAsync(Process bot, int after)
    {
        await Task.Delay(after);
        bot.Kill();
        await bot.WaitForExitAsync();
    }

    // Every other edit adds a fact, the others change one.
    private static async Task<bool> EditAsync(SimulatedUser user, List<string> acknowledged, Task end)
    {
        var value = acknowledged.Count % 2 == 0 ? $"Event {acknowledged.Count}" : Licences[acknowledged.Count % Licences.Length];
        var form = "fact-form:0|s|grok-1|event||0|0";
        if (acknowledged.Count % 2 == 1)
        {
            if (await UntilAsync(user.RunCommandAsync("fact edit", ("subject", "grok-1"), ("property", "licence")), end) is not { } opened)
                return false;
            form = opened.FormId ?? (await UntilAsync(user.PressAsync(opened.Buttons["Continue with it"]), end))?.FormId;
            if (form is null)
                return false;
        }

        var saved = await UntilAsync(user.SubmitAsync(form, ("value", value), ("since", "2024"), ("source", Source), ("why", "Killed or not")), end);

        // A form whose answer was lost may have been done: then the bot says that it stands already.
        var isTaken = saved is not null && (saved.Text.Contains("after: **", StringComparison.Ordinal) || saved.Text.Contains("is said already", StringComparison.Ordinal)
            || saved.Text.Contains("meanwhile", StringComparison.Ordinal));
        if (isTaken)
            acknowledged.Add(value);
        return isTaken;
    }

    private static async Task<SimulatedReply?> UntilAsync(Task<SimulatedReply> reply, Task end) => await Task.WhenAny(reply, end) == reply ? await reply : null;

    private static IEnumerable<string> Check(string folder, List<string> acknowledged)
    {
        var database = new Database($"Data Source={Path.Combine(folder, "data", "ainewsbot.db")}");
        var check = DatabaseCheck.Of(database);
        if (check.Fault is { } fault)
            yield return $"the file is damaged: {fault}";
        using var connection = database.OpenToRead();
        var events = connection.Query<string>("SELECT value FROM statements WHERE layer = @Guild AND property = 'event'", new { Guild }).ToHashSet();
        foreach (var lost in acknowledged.Where(value => value.StartsWith("Event", StringComparison.Ordinal) && !events.Contains(value)))
            yield return $"'{lost}' was acknowledged and is lost";
        var torn = connection.ExecuteScalar<int>(
            """
            SELECT COUNT(*) FROM statements WHERE layer = @Guild
                AND revision <> (SELECT MAX(number) FROM revisions WHERE revisions.statement = statements.id)
            """, new { Guild });
        if (torn > 0)
            yield return $"{torn} facts are not as their last revision says";
        var orphans = connection.ExecuteScalar<int>("SELECT COUNT(*) FROM revisions WHERE layer = @Guild AND NOT EXISTS (SELECT 1 FROM statements WHERE id = revisions.statement)", new { Guild });
        if (orphans > 0)
            yield return $"{orphans} revisions without their fact";
        var licence = new FactReader(database).Slot(new AiNewsBot.Curation.Layer(Guild), "grok-1", "licence");
        if (acknowledged.Any(value => Licences.Contains(value)) && (licence.Length != 1 || !Licences.Contains(licence[0].Content.Value)))
            yield return "the licence is not one that was written";
    }
}
