using AiNewsBot.Answering.Statistics;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Limits;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Metrics;
using AiNewsBot.Scheduling;

namespace AiNewsBot.Answering.Commands;

/// <summary>/ask: a question in everyday words.</summary>
internal sealed class AskCommand(
    SnapshotHolder snapshots,
    AnswerReplyBuilder replies,
    UnansweredQuestionCounter unanswered,
    QuestionStatistics statistics,
    TimeProvider time
) : Command
{
    private const string Question = "question";

    public override CommandDefinition Definition { get; } =
        new(
            "ask",
            "Ask whether a model is open source, what its licence allows, when it came out, …",
            new OptionDefinition(Question, "For example: is grok open source?", IsRequired: true, MaxLength: Answerer.MaxQuestionLength),
            Private
        );

    public override bool NeedsFactsAlone => true;

    public override LimitedAction? Limit => LimitedAction.Question;

    public override ValueTask<AccessRule> GetAccessAsync(Request request) => new(AccessRule.Everyone);

    public override async ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var question = request.Option(Question) ?? "";
        var snapshot = await snapshots.ForAsync(request.Caller.Server, cancellationToken);
        var (answer, card) = snapshot.Cache.Ask(question, time.Today());
        if (IsPrivate(request))
            card =
                answer.Status == AnswerStatus.Answered
                    ? AnswerCardButtons.WithShare(card, new AnswerReference.ForQuestion(question))
                    : AnswerCardButtons.WithPrivateChoices(card);
        if (request.Caller.Server is not null && answer.Status is (AnswerStatus.UnknownSubject or AnswerStatus.NoFact))
            card = AnswerCardButtons.WithTell(card, question);
        if (BotMeter.Questions.Enabled)
            BotMeter.Count(answer.Aspects.IsEmpty ? "none" : answer.Aspects[0].ToString(), answer.Status.ToString());
        statistics.Count(request.Caller.Server, answer.Status);
        var reply = await replies.CreateAsync(snapshot, answer, card, IsPrivate(request));
        return reply with { AfterSent = unanswered.CountAfterReply(answer, request.Caller) };
    }
}
