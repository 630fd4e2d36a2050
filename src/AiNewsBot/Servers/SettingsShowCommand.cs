using AiNewsBot.Chat;

namespace AiNewsBot.Servers;

/// <summary>/settings show.</summary>
internal sealed class SettingsShowCommand(ServerStore servers) : Command
{
    public override CommandDefinition Definition { get; } = new("settings show", "What is set in this server");

    public override bool IsPrivate(Request request) => true;

    public override AccessRule GetAccess(Request request) => AccessRule.Managers;

    public override ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken) =>
        ValueTask.FromResult<Reply>(new Reply.Show(SettingsCard.Create(servers.Read(request.Caller.Server!)).ToCard(), IsPrivate: true));
}
