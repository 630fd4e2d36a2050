using DiscordSimulator;
using DiscordSimulator.Interactions;

namespace AiNewsBot.Tests.Curation;

/// <summary>The form of a fact as moderators fill it in.</summary>
internal static class FactForm
{
    public const string Source = "https://press.example.com/grok";

    public static (string, string)[] Fields(string value, string since = "", string source = Source, string why = "I read it there") =>
        [("value", value), ("since", since), ("until", ""), ("source", source), ("why", why)];

    public static async Task<string> OpenAsync(SimulatedUser user, string subject, string property, string command = "fact edit") =>
        (await user.RunCommandAsync(command, ("subject", subject), ("property", property))).FormId!;

    public static async Task<SimulatedReply> SaveAsync(
        SimulatedUser user,
        string subject,
        string property,
        (string, string)[] fields,
        string command = "fact edit"
    ) => await user.SubmitAsync(await OpenAsync(user, subject, property, command), fields);

    public static Task<SimulatedReply> AskAsync(SimulatedUser user, string question) => user.RunCommandAsync("ask", ("question", question));
}
