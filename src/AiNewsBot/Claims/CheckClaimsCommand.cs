using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Limits;
using AiNewsBot.Facts.Model;
using AiNewsBot.Scheduling;

namespace AiNewsBot.Claims;

/// <summary>In a message's menu: whether the facts agree with what it says of models.</summary>
internal sealed class CheckClaimsCommand(SnapshotHolder snapshots, ClaimCheckStore checks, TimeProvider time) : Command
{
    private const int MaxMessageLength = 12_000;
    private const int MaxNamed = 5;

    public override CommandDefinition Definition { get; } =
        new("Check openness claims", "Whether the facts agree with what a message says of models") { Kind = CommandKind.Message };

    public override LimitedAction? Limit => LimitedAction.ClaimCheck;

    public override bool IsPrivate(Request request) => true;

    public override async ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var message = request.Message ?? "";
        if (message.Length > MaxMessageLength)
            message = message[..MaxMessageLength];
        var today = time.Today();
        var answerer = (await snapshots.ForAsync(request.Caller.Server)).Answerer;
        var claims = answerer.CheckClaims(message, today);
        if (!claims.IsEmpty)
        {
            var check = await checks.KeepAsync(request.Caller.Server, [.. claims.Select(claim => claim.Claim)], request.MessageLink ?? "");
            return new Reply.Show(ClaimCards.For(check, claims, 1), IsPrivate: true);
        }

        var named = answerer
            .SubjectsIn(message)
            .Where(view => view.Subject.Kind is SubjectKind.Release or SubjectKind.Family)
            .Take(MaxNamed);
        return new Reply.Show(ClaimCards.Nothing(named.Select(view => answerer.Describe(view, today))), IsPrivate: true);
    }
}
