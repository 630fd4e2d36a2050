using AiNewsBot.Chat;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Servers;

/// <summary>What servers set: roles, audit channel, time zone.</summary>
internal static class ServersFeature
{
    public static IServiceCollection AddServers(this IServiceCollection services) =>
        services
            .AddSingleton<ServerStore>()
            .AddSingleton<PermissionService>()
            .AddSingleton(
                new CommandGroup(
                    new CommandDefinition("settings", "What this server wants of the bot") { IsServerOnly = true, IsForManagers = true }
                )
            )
            .AddSingleton<Command, SettingsSetupCommand>()
            .AddSingleton<Command, SettingsRolesCommand>()
            .AddSingleton<Command, SettingsAuditChannelCommand>()
            .AddSingleton<Command, SettingsTimeZoneCommand>()
            .AddSingleton<Command, SettingsShowCommand>()
            .AddSingleton<IComponentHandler, SettingsFormHandler>();
}
