using AiNewsBot.Commands;
using AiNewsBot.Transport;

namespace AiNewsBot.Servers.Commands;

/// <summary>/settings show.</summary>
internal sealed class SettingsShowCommand(Gate gate) : Command
{
    public override CommandDefinition Definition { get; } = new("settings show", "What is set in this server");

    public override bool IsPrivate(Request request) => true;

    public override ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var (server, refusal) = gate.EnterAsManager(request);
        return ValueTask.FromResult(refusal ?? new Reply.Show(SettingsCard.Of(server!).ToCard(), IsPrivate: true));
    }
}
