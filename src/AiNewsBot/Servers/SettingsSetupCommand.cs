using AiNewsBot.Chat;

namespace AiNewsBot.Servers;

/// <summary>/settings setup: walks through all settings.</summary>
internal sealed class SettingsSetupCommand(ServerStore servers) : Command
{
    public override CommandDefinition Definition { get; } =
        new("settings setup", "Walk through the settings of this server, one after the other");

    public override bool IsPrivate(Request request) => true;

    public override AccessRule GetAccess(Request request) => AccessRule.Managers;

    public override ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken) =>
        ValueTask.FromResult<Reply>(
            new Reply.Show(SettingsFormHandler.Step(servers.Read(request.Caller.Server!), SettingsFormHandler.SetupRoles), IsPrivate: true)
        );
}
