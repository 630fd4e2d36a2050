using System.Collections.Immutable;
using AiNewsBot.Answering.Statistics;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Limits;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Scheduling;

namespace AiNewsBot.Answering.Commands;

/// <summary>/model: how open one model, family or maker is, picked by name.</summary>
internal sealed class ModelCommand(
    SnapshotHolder snapshots,
    AnswerReplyBuilder replies,
    UnansweredQuestionCounter unanswered,
    QuestionStatistics statistics,
    TimeProvider time
) : Command
{
    private const string Name = "name";

    public override CommandDefinition Definition { get; } =
        new(
            "model",
            "How open a model, a family or a maker is, with its licence, dates and sources",
            new OptionDefinition(
                Name,
                "A model, a family or a maker",
                IsRequired: true,
                Completes: true,
                MaxLength: SubjectLookup.MaxLength
            ),
            Private
        );

    public override async Task<ImmutableArray<OptionChoice>> CompleteAsync(Request request, CancellationToken cancellationToken) =>
        (await snapshots.ForAsync(request.Caller.Server, cancellationToken)).Names.Complete(request.Option(Name) ?? "");

    public override bool NeedsFactsAlone => true;

    public override LimitedAction? Limit => LimitedAction.Question;

    public override ValueTask<AccessRule> GetAccessAsync(Request request) => new(AccessRule.Everyone);

    public override async ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var name = request.Option(Name) ?? "";
        var today = time.Today();
        var snapshot = await snapshots.ForAsync(request.Caller.Server, cancellationToken);

        var answer = snapshot.Facts.Find(name) is { } subject
            ? snapshot.Answerer.Describe(subject, today, language: request.Texts.Language)
            : SubjectLookup.Ask(snapshot, name, today);
        var reply = await replies.CreateAsync(
            snapshot,
            answer,
            IsPrivate(request),
            isLookup: true,
            new CardOptions { Choose = choice => new AnswerReference.ForSubject(choice.Id) }
        );
        if (IsPrivate(request) && answer.Status != AnswerStatus.Answered && reply is Reply.Show alone)
            reply = alone with { Card = AnswerCardButtons.WithPrivateChoices(alone.Card) };
        statistics.Count(request.Caller.Server, answer.Status);
        if (
            reply is Reply.Show show
            && request.Caller.Server is not null
            && answer.Status is (AnswerStatus.UnknownSubject or AnswerStatus.NoFact)
        )
            reply = show with { Card = AnswerCardButtons.WithTell(show.Card, answer.Question) };
        return reply with { AfterSent = unanswered.CountAfterReply(answer, request.Caller) };
    }
}
