using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Limits;
using AiNewsBot.Scheduling;

namespace AiNewsBot.Claims;

/// <summary>In a message's menu: whether the facts agree with what it says of models.</summary>
internal sealed class CheckClaimsCommand(SnapshotHolder snapshots, ClaimCheckStore checks, TimeProvider time) : Command
{
    public override CommandDefinition Definition { get; } =
        new("Check openness claims", "Whether the facts agree with what a message says of models") { Kind = CommandKind.Message };

    public override LimitedAction? Limit => LimitedAction.ClaimCheck;

    public override bool IsPrivate(Request request) => true;

    public override ValueTask<AccessRule> GetAccessAsync(Request request) => new(AccessRule.Everyone);

    public override async ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var answerer = (await snapshots.ForAsync(request.Caller.Server, cancellationToken)).Answerer;
        var message = CheckedMessage.Create(answerer, request.Message ?? "", time.Today(), request.Texts.Language);
        if (message.Claims.IsEmpty)
            return new Reply.Show(ClaimCards.Nothing(message.Known), IsPrivate: true);
        var check = await checks.SaveAsync(
            request.Caller.Server,
            [.. message.Claims.Select(claim => claim.Claim)],
            request.MessageLink ?? "",
            cancellationToken
        );
        return new Reply.Show(ClaimCards.For(check, message.Claims, 1), IsPrivate: true);
    }
}
