using System.Text.Json;
using AiNewsBot.Discord.Rest;

namespace AiNewsBot.Discord.Commands;

/// <summary>Makes the application's global commands those that are wanted; writes only when they differ.</summary>
public sealed class CommandRegistrar(DiscordRest rest)
{
    /// <summary>Compares and, where they differ, replaces all commands at once.</summary>
    /// <param name="commands">A JSON array of commands as the API takes them.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether anything was written.</returns>
    /// <exception cref="DiscordException">Discord refused.</exception>
    public async Task<bool> RegisterAsync(ReadOnlyMemory<byte> commands, CancellationToken cancellationToken)
    {
        using var application = JsonDocument.Parse(await rest.SendAsync(HttpMethod.Get, "applications/@me", "applications/@me", null, false, cancellationToken));
        var path = $"applications/{application.RootElement.GetProperty("id").GetString()}/commands";
        using var registered = JsonDocument.Parse(
            await rest.SendAsync(HttpMethod.Get, $"{path}?with_localizations=true", "applications/commands", null, false, cancellationToken));
        using var wanted = JsonDocument.Parse(commands);
        if (CommandComparison.AreSame(wanted.RootElement, registered.RootElement))
            return false;
        await rest.SendAsync(HttpMethod.Put, path, "applications/commands", commands, false, cancellationToken);
        return true;
    }
}
