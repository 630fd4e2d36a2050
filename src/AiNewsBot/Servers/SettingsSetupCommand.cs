using AiNewsBot.Chat;

namespace AiNewsBot.Servers;

/// <summary>/settings setup: walks through all settings.</summary>
internal sealed class SettingsSetupCommand(PermissionService permissionService) : Command
{
    public override CommandDefinition Definition { get; } =
        new("settings setup", "Walk through the settings of this server, one after the other");

    public override bool IsPrivate(Request request) => true;

    public override ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var (server, refusal) = permissionService.AuthorizeManager(request);
        return ValueTask.FromResult(
            refusal ?? new Reply.Show(SettingsFormHandler.Step(server!, SettingsFormHandler.SetupRoles), IsPrivate: true)
        );
    }
}
