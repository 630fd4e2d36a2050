using System.Collections.Immutable;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Limits;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Scheduling;

namespace AiNewsBot.Answering.Commands;

/// <summary>/timeline: what happened, by date.</summary>
internal sealed class TimelineCommand(SnapshotHolder snapshots, AnswerReplyBuilder replies, TimeProvider time) : Command
{
    private const string Name = "name";

    public override CommandDefinition Definition { get; } =
        new(
            "timeline",
            "What happened to a model, a family or a maker, by date",
            new OptionDefinition(
                Name,
                "A model, a family or a maker",
                IsRequired: true,
                Completes: true,
                MaxLength: SubjectLookup.MaxLength
            )
        );

    public override async Task<ImmutableArray<OptionChoice>> CompleteAsync(Request request, CancellationToken cancellationToken) =>
        (await snapshots.ForAsync(request.Caller.Server, cancellationToken)).Names.Complete(request.Option(Name) ?? "");

    public override bool NeedsFactsAlone => true;

    public override LimitedAction? Limit => LimitedAction.Question;

    public override ValueTask<AccessRule> GetAccessAsync(Request request) => new(AccessRule.Everyone);

    public override async ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var snapshot = await snapshots.ForAsync(request.Caller.Server, cancellationToken);
        var today = time.Today();
        var (subject, refusal) = SubjectLookup.Find(snapshot, request.Option(Name) ?? "", today);
        return subject is null
            ? Replies.Refusal(refusal!, choice => new AnswerReference.ForView(ButtonId.Timeline, choice.Id))
            : await replies.CreateAsync(snapshot, snapshot.Answerer.View(subject, Intent.Timeline, today), IsPrivate(request));
    }
}
