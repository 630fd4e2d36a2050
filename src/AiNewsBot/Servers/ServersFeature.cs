using AiNewsBot.Commands;
using AiNewsBot.Servers.Commands;
using AiNewsBot.Transport;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Servers;

/// <summary>What servers set: roles, audit channel, time zone.</summary>
public static class ServersFeature
{
    public static IServiceCollection AddServers(this IServiceCollection services) => services
        .AddSingleton<ServerStore>()
        .AddSingleton<Gate>()
        .AddSingleton(new CommandGroup(new CommandDefinition("settings", "What this server wants of the bot") { IsServerOnly = true, IsForManagers = true }))
        .AddSingleton<Command, SettingsSetupCommand>()
        .AddSingleton<Command, SettingsRolesCommand>()
        .AddSingleton<Command, SettingsAuditChannelCommand>()
        .AddSingleton<Command, SettingsTimeZoneCommand>()
        .AddSingleton<Command, SettingsShowCommand>()
        .AddSingleton<IActions, SettingsActions>();
}
