using AiNewsBot.Chat;

namespace AiNewsBot.Servers;

/// <summary>/settings roles: a form in which each power has its roles.</summary>
internal sealed class SettingsRolesCommand(PermissionService permissionService) : Command
{
    public override CommandDefinition Definition { get; } = new("settings roles", "Which roles may suggest, edit, review and manage news");

    public override DeferMode GetDeferMode(Request request) => DeferMode.None;

    public override ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var (server, refusal) = permissionService.AuthorizeManager(request);
        return ValueTask.FromResult(refusal ?? SettingsForms.Roles(server!, SettingsFormHandler.Roles));
    }
}
