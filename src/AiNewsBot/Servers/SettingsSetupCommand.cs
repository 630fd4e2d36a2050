using AiNewsBot.Chat;

namespace AiNewsBot.Servers;

/// <summary>/settings setup: walks through all settings.</summary>
internal sealed class SettingsSetupCommand(ServerStore servers) : Command
{
    public override CommandDefinition Definition { get; } =
        new("settings setup", "Walk through the settings of this server, one after the other");

    public override bool IsPrivate(Request request) => true;

    public override ValueTask<AccessRule> GetAccessAsync(Request request) => new(AccessRule.Managers);

    public override async ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken) =>
        new Reply.Show(
            SettingsFormHandler.Step(
                await servers.ReadAsync(request.Caller.Server!, cancellationToken),
                SettingsFormHandler.SetupRoles,
                request.Texts
            ),
            IsPrivate: true
        );
}
