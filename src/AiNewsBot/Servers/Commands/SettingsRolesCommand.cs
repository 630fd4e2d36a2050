using AiNewsBot.Commands;
using AiNewsBot.Transport;

namespace AiNewsBot.Servers.Commands;

/// <summary>/settings roles: a form in which each power has its roles.</summary>
internal sealed class SettingsRolesCommand(Gate gate) : Command
{
    public override CommandDefinition Definition { get; } = new("settings roles", "Which roles may suggest, edit, review and manage news");

    public override Waiting WaitingFor(Request request) => Waiting.ForNothing;

    public override ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var (server, refusal) = gate.EnterAsManager(request);
        return ValueTask.FromResult(refusal ?? SettingsForms.Roles(server!, SettingsActions.Roles));
    }
}
