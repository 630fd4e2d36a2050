using System.Text.Json;

namespace AiNewsBot.Discord.Rest;

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
        var application = await rest.GetCurrentApplicationAsync(cancellationToken);
        using var registered = JsonDocument.Parse(await rest.GetGlobalCommandsAsync(application.Id, cancellationToken));
        using var wanted = JsonDocument.Parse(commands);
        if (CommandComparer.AreSame(wanted.RootElement, registered.RootElement))
            return false;
        await rest.PutGlobalCommandsAsync(application.Id, commands, cancellationToken);
        return true;
    }
}
