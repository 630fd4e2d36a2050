using AiNewsBot.Answering;
using AiNewsBot.Chat;

namespace AiNewsBot.Servers;

/// <summary>/settings audit-channel.</summary>
internal sealed class SettingsAuditChannelCommand(ServerStore servers) : Command
{
    public override CommandDefinition Definition { get; } =
        new(
            "settings audit-channel",
            "Which channel is told of each change; without a channel, none is",
            new OptionDefinition("channel", "A channel in which the bot may post", OptionKind.Channel),
            new OptionDefinition(
                "weekly-summary",
                "Whether it gets a summary each Monday, too, where there is something to tell",
                OptionKind.Flag
            )
        );

    public override bool IsPrivate(Request request) => true;

    public override ValueTask<AccessRule> GetAccessAsync(Request request) => new(AccessRule.Managers);

    public override async ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var server = request.Caller.Server!;
        var channel = request.Option("channel");
        if (channel is not null && SettingsFormHandler.GetError(request, channel) is { } fault)
            return Replies.Ephemeral(fault);
        await servers.SetAuditChannelAsync(
            server,
            channel,
            channel is not null && request.Option("weekly-summary") == "true",
            cancellationToken
        );
        return new Reply.Show(
            SettingsCard.Create(await servers.ReadAsync(server, cancellationToken), request.Texts).ToCard(),
            IsPrivate: true
        );
    }
}
