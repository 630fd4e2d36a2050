using AiNewsBot.Chat;

namespace AiNewsBot.Servers;

/// <summary>/settings show.</summary>
internal sealed class SettingsShowCommand(PermissionService permissionService) : Command
{
    public override CommandDefinition Definition { get; } = new("settings show", "What is set in this server");

    public override bool IsPrivate(Request request) => true;

    public override ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var (server, refusal) = permissionService.AuthorizeManager(request);
        return ValueTask.FromResult(refusal ?? new Reply.Show(SettingsCard.Create(server!).ToCard(), IsPrivate: true));
    }
}
