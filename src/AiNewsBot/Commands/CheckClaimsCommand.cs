using AiNewsBot.Answering;
using AiNewsBot.Limits;
using AiNewsBot.Transport;

namespace AiNewsBot.Commands;

/// <summary>In a message's menu: whether the facts agree with what it says of models.</summary>
public sealed class CheckClaimsCommand(SnapshotHolder snapshots, TimeProvider time) : Command
{
    private const int LongestMessage = 4000;

    public override CommandDefinition Definition { get; } = new("Check openness claims", "Whether the facts agree with what a message says of models") { Kind = CommandKind.Message };

    public override LimitedAct? Limit => LimitedAct.ClaimCheck;

    public override bool IsPrivate(Request request) => true;

    public override ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var message = request.Message ?? "";
        var today = time.Today();
        var claims = snapshots.For(request.Caller.Server).Answerer.CheckClaims(message.Length <= LongestMessage ? message : message[..LongestMessage], today);
        return ValueTask.FromResult(claims.IsEmpty
            ? Answered.Say("I find no model that I know in this message. Ask with /ask, or look with /models.")
            : new Reply.Show(ClaimCards.Of(claims, isShareable: true), IsPrivate: true));
    }
}
