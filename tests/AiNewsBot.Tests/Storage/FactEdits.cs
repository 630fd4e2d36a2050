using AiNewsBot.Hosting;
using AiNewsBot.Tests.Harness;
using AiNewsBot.Tests.News;
using DiscordSimulator;
using DiscordSimulator.Interactions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Tests.Storage;

/// <summary>A curator who asks and edits while something happens to the database.</summary>
internal static class FactEdits
{
    public const string Curator = "300000000000000001";

    public static Task<RunningBot> StartAsync(string connectionString, params IEnumerable<KeyValuePair<string, string?>> settings) =>
        RunningBot.StartAsync(settings: Settings(connectionString, settings));

    public static IEnumerable<KeyValuePair<string, string?>> Settings(
        string connectionString,
        params IEnumerable<KeyValuePair<string, string?>> settings
    ) => [new("Storage:ConnectionString", connectionString), new("Curation:Curators", Curator), .. settings];

    public static async Task<string> AskAsync(SimulatedUser user) =>
        (await user.RunCommandAsync("ask", ("question", "what is the licence of grok-1"))).Text;

    public static Task<string> AskAsync(RunningBot bot) => AskAsync(bot.Discord.As(new SimulatedMember()));

    /// <summary>Opens the form; where that is refused, what is said.</summary>
    public static Task<SimulatedReply> OpenAsync(SimulatedUser user) =>
        user.RunCommandAsync("fact edit", ("subject", "grok-1"), ("property", "licence"), ("layer", "global"));

    public static Task<SimulatedReply> SubmitAsync(SimulatedUser user, SimulatedReply form, string licence) =>
        user.SubmitAsync(
            form.FormId!,
            ("value", licence),
            ("since", "2024-03-17"),
            ("until", ""),
            ("source", "https://example.org/LICENSE"),
            ("why", "The licence file says so")
        );

    public static async Task<string> EditAsync(RunningBot bot, string licence)
    {
        var user = bot.Discord.As(new SimulatedMember());
        var form = await OpenAsync(user);
        return (form.FormId is null ? form : await SubmitAsync(user, form, licence)).Text;
    }

    /// <summary>Waits until the bot finds that its database can be written, or that it cannot.</summary>
    public static async Task UntilAsync(RunningBot bot, bool isWritable)
    {
        var health = bot.Services.GetRequiredService<HealthCheck>();
        await NewsRig.UntilAsync(
            async () => (await health.CheckAsync()).DatabaseError is null == isWritable,
            isWritable ? "the database to be writable" : "the database not to be writable"
        );
    }

    /// <summary>The lines of the log that say that something is wrong.</summary>
    public static IEnumerable<string> Faults(RunningBot bot) =>
        bot.Log.Where(entry => entry.Level >= LogLevel.Warning).Select(entry => entry.Message);
}
