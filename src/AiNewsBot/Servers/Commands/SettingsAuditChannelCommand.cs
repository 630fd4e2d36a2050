using AiNewsBot.Commands;
using AiNewsBot.Transport;

namespace AiNewsBot.Servers.Commands;

/// <summary>/settings audit-channel.</summary>
internal sealed class SettingsAuditChannelCommand(Gate gate, ServerStore servers) : Command
{
    public override CommandDefinition Definition { get; } = new(
        "settings audit-channel", "Which channel is told of each change; without a channel, none is",
        new OptionDefinition("channel", "A channel in which the bot may post", OptionKind.Channel),
        new OptionDefinition("weekly-summary", "Whether it gets a summary each Monday, too, where there is something to tell", OptionKind.Flag));

    public override bool IsPrivate(Request request) => true;

    public override ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var (server, refusal) = gate.EnterAsManager(request);
        if (refusal is not null)
            return ValueTask.FromResult(refusal);
        var channel = request.Option("channel");
        if (channel is not null && SettingsActions.FaultOf(request, channel) is { } fault)
            return ValueTask.FromResult(Answered.Say(fault));
        servers.SetAuditChannel(server!.Id, channel, channel is not null && request.Option("weekly-summary") == "true");
        return ValueTask.FromResult<Reply>(new Reply.Show(SettingsCard.Of(servers.Read(server.Id)).ToCard(), IsPrivate: true));
    }
}
