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
        var (question, answer) = MoreButton.Parse(argument) switch
        {
            MoreButton.ForQuestion asked => (asked.Question, snapshot.Answerer.Ask(asked.Question, today)),
            MoreButton.ForSubject shown when snapshot.Facts.Find(shown.Subject) is { } subject => (
                subject.Name,
                snapshot.Answerer.Describe(subject, today)
            ),
            _ => ("", null),
        };
        if (answer is not { Status: AnswerStatus.Answered })
            return Replies.Ephemeral("This button is about something that is no longer known here. Ask again with /ask.");
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
        var card = new CardWriter(VerdictStyle.Accent(null)).Add(Text(vote, result));
        if (vote == Vote.Wrong && answer.Subjects is [var wrong, ..])
            card.AddButton(ButtonId.Format(ButtonId.Report, wrong.Id), "Report a mistake");
        return new Reply.Show(card.ToCard(), IsPrivate: true);
    }

    private static string Text(Vote vote, VoteResult result) =>
        (vote, result) switch
        {
            (_, VoteResult.Repeated) => "You said so already: it counts once.",
            (Vote.Useful, VoteResult.Changed) => "Changed: it counts as useful now.",
            (Vote.Wrong, VoteResult.Changed) => "Changed: it counts as wrong now. What is right? Tell those who keep the facts:",
            (Vote.Useful, _) => "Thank you. It was counted, without your name.",
            _ => "Thank you. It was counted, without your name. What is right? Tell those who keep the facts:",
        };
}
