using System.Collections.Immutable;
using AiNewsBot.Answering.Feedback;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Limits;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Scheduling;

namespace AiNewsBot.Answering.Commands;

/// <summary>Counts that an answer was useful, or wrong. What it is that counts is the answer as it is now.</summary>
internal sealed class FeedbackButtons(SnapshotHolder snapshots, FeedbackStore feedback, UserLimits limits, TimeProvider time)
    : IComponentHandler
{
    public ImmutableArray<string> Actions { get; } = [ButtonId.Useful, ButtonId.Wrong];

    public DeferMode GetDeferMode(string action) => DeferMode.EphemeralMessage;

    public ValueTask<AccessRule> GetAccessAsync(Request request, string action, string argument) => new(AccessRule.Everyone);

    public async ValueTask<Reply> HandleAsync(Request request, string action, string argument, CancellationToken cancellationToken)
    {
        var snapshot = await snapshots.ForAsync(request.Caller.Server, cancellationToken);
        var today = time.Today();
        if (
            AnswerFinder.Find(snapshot, AnswerReference.Parse(argument), today)
            is not { Answer: { Status: AnswerStatus.Answered } answer } found
        )
            return Replies.Ephemeral(request.Texts["error.answer_gone"]);
        var question = found.Asked ?? answer.Question;
        if (limits.Acquire(LimitedAction.Feedback, request.Caller.User) is var wait && wait > TimeSpan.Zero)
            return Replies.Ephemeral(LimitText.Create(LimitedAction.Feedback, wait, request.Texts));
        var vote = action == ButtonId.Useful ? Vote.Useful : Vote.Wrong;
        var result = await feedback.VoteAsync(
            request.Caller.Server ?? "",
            question,
            answer.Lead,
            request.Caller.User,
            vote,
            cancellationToken
        );
        var card = new CardWriter(VerdictStyle.Accent(null)).Add(request.Texts[Key(vote, result)]);
        if (vote == Vote.Wrong && answer.Subjects is [var wrong, ..])
            card.AddButton(ButtonId.Format(ButtonId.Report, wrong.Id), request.Texts["card.report"]);
        return new Reply.Show(card.ToCard(), IsPrivate: true);
    }

    private static string Key(Vote vote, VoteResult result) =>
        (vote, result) switch
        {
            (_, VoteResult.Repeated) => "vote.repeated",
            (Vote.Useful, VoteResult.Changed) => "vote.now_useful",
            (Vote.Wrong, VoteResult.Changed) => "vote.now_wrong",
            (Vote.Useful, _) => "vote.useful",
            _ => "vote.wrong",
        };
}
