using System.Collections.Immutable;
using AiNewsBot.Commands;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Servers;
using AiNewsBot.Storage;
using AiNewsBot.Transport;

namespace AiNewsBot.Curation.Commands;

/// <summary>A command that changes a statement without a form.</summary>
internal abstract class FactChangeCommand(FactGate gate, FactOptions options, Curator curator) : Command
{
    private const int LongestReason = FactChecks.LongestReason;

    protected static OptionDefinition Why { get; } = new("why", "Why, for those who look at the history", LongestText: LongestReason);

    public override bool IsPrivate(Request request) => true;

    public override ImmutableArray<Suggestion> Complete(Request request) => options.Complete(request, isNew: false);

    public override ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken) => ValueTask.FromResult(Handle(request));

    protected abstract ChangeKind Kind { get; }

    protected abstract Power Power { get; }

    /// <summary>What shall stand; null with the reason where it stands already.</summary>
    protected abstract (Content? Content, string? Fault) Apply(Content stands);

    private Reply Handle(Request request)
    {
        var (place, refusal) = gate.Enter(request, Power, FactOptions.IsGlobal(request));
        if (place is null)
            return refusal!;
        var (subject, property, statement, fault) = options.Read(request, place);
        if (fault is not null)
            return Answered.Say(fault);
        var (standing, none) = options.One(place, subject!, property, statement);
        if (standing is null)
            return Answered.Say(none!);
        var why = request.Option("why");
        if (why is not null && FactChecks.FaultOfText(why, "reason", LongestReason) is { } unreadable)
            return Answered.Say(unreadable);
        var (content, idle) = Apply(standing.Content);
        if (content is null)
            return Answered.Say(idle!);
        var change = new Change(Kind, place.Layer, subject!.Id, property, content) { Statement = standing.Id, Base = standing.Revision, Reason = why };
        return curator.Make(place.Author, change) switch
        {
            Outcome.Done done => FactCards.Private(FactCards.Changed(place.Facts.Facts, done.Revisions)),
            Outcome.Refused refused => Answered.Say(refused.Why),
            _ => Answered.Say("Somebody else changed this fact in the same moment. Look at it, and try again. Nothing was changed."),
        };
    }
}
