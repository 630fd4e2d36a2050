using AiNewsBot.Chat;

namespace AiNewsBot.Servers;

/// <summary>/settings show.</summary>
internal sealed class SettingsShowCommand(ServerStore servers) : Command
{
    public override CommandDefinition Definition { get; } = new("settings show", "What is set in this server");

    public override bool IsPrivate(Request request) => true;

    public override ValueTask<AccessRule> GetAccessAsync(Request request) => new(AccessRule.Managers);

    public override async ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken) =>
        new Reply.Show(
            SettingsCard.Create(await servers.ReadAsync(request.Caller.Server!, cancellationToken), request.Texts).ToCard(),
            IsPrivate: true
        );
}
