using System.Collections.Immutable;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Limits;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Scheduling;

namespace AiNewsBot.Answering.Commands;

/// <summary>Asks a server's moderators for an answer that is not known: their list shows it first.</summary>
internal sealed class TellModeratorsButton(
    SnapshotHolder snapshots,
    UnansweredQuestionCounter unanswered,
    UserLimits limits,
    TimeProvider time
) : IComponentHandler
{
    public ImmutableArray<string> Actions { get; } = [ButtonId.Tell];

    public DeferMode GetDeferMode(string action) => DeferMode.EphemeralMessage;

    public ValueTask<AccessRule> GetAccessAsync(Request request, string action, string argument) => new(AccessRule.Everyone);

    public async ValueTask<Reply> HandleAsync(Request request, string action, string argument, CancellationToken cancellationToken)
    {
        if (request.Caller.Server is not { } server)
            return Replies.Ephemeral(request.Texts["error.no_server"]);
        var answer = (await snapshots.ForAsync(server, cancellationToken)).Answerer.Ask(argument, time.Today());
        if (answer.Status is not (AnswerStatus.UnknownSubject or AnswerStatus.NoFact))
            return new Reply.Show(AnswerCards.Create(answer, argument), IsPrivate: true);
        if (limits.Acquire(LimitedAction.Unanswered, request.Caller.User) is var wait && wait > TimeSpan.Zero)
            return Replies.Ephemeral(LimitText.Create(LimitedAction.Unanswered, wait, request.Texts));
        return Replies.Ephemeral(
            await unanswered.WantAsync(server, argument, cancellationToken) ? request.Texts["tell.done"] : request.Texts["tell.too_long"]
        );
    }
}
