using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Limits;
using AiNewsBot.Transport;

namespace AiNewsBot.Commands;

/// <summary>/timeline: what happened, by date.</summary>
public sealed class TimelineCommand(SnapshotHolder snapshots, AnswerReplies replies, TimeProvider time) : Command
{
    private const string Name = "name";

    public override CommandDefinition Definition { get; } = new(
        "timeline", "What happened to a model, a family or a maker, by date",
        new OptionDefinition(Name, "A model, a family or a maker", IsRequired: true, Completes: true, LongestText: Names.Longest));

    public override ImmutableArray<Suggestion> Complete(Request request) => snapshots.For(request.Caller.Server).Names.Complete(request.Option(Name) ?? "");

    public override LimitedAct? Limit => LimitedAct.Question;

    public override ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var snapshot = snapshots.For(request.Caller.Server);
        var today = time.Today();
        var (subject, refusal) = Names.Find(snapshot, request.Option(Name) ?? "", today);
        return subject is null
            ? ValueTask.FromResult(Answered.Refused(refusal!))
            : replies.ShowAsync(snapshot, snapshot.Answerer.View(subject, Intent.Timeline, today), IsPrivate(request));
    }
}
