using AiNewsBot.Commands;
using AiNewsBot.Transport;

namespace AiNewsBot.Servers.Commands;

/// <summary>/settings setup: walks through all settings.</summary>
internal sealed class SettingsSetupCommand(Gate gate) : Command
{
    public override CommandDefinition Definition { get; } = new("settings setup", "Walk through the settings of this server, one after the other");

    public override bool IsPrivate(Request request) => true;

    public override ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var (server, refusal) = gate.EnterAsManager(request);
        return ValueTask.FromResult(refusal ?? new Reply.Show(SettingsActions.Step(server!, SettingsActions.SetupRoles), IsPrivate: true));
    }
}
