using System.Collections.Immutable;
using AiNewsBot.Commands;
using AiNewsBot.Curation.Drafts;
using AiNewsBot.Servers;
using AiNewsBot.Transport;

namespace AiNewsBot.Curation.Commands;

/// <summary>/fact edit: a form in which stands what is said now.</summary>
internal sealed class FactEditCommand(FactGate gate, FactOptions options, DraftStore drafts) : Command
{
    public override CommandDefinition Definition { get; } = new("fact edit", "Correct what is said of a model, family, maker, licence or topic", FactOptions.SubjectOption, FactOptions.Property, FactOptions.Layer);

    public override Waiting WaitingFor(Request request) => Waiting.ForNothing;

    public override ImmutableArray<Suggestion> Complete(Request request) => options.Complete(request, isNew: false);

    public override ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken) => ValueTask.FromResult(Handle(request));

    private Reply Handle(Request request)
    {
        var (place, refusal) = gate.Enter(request, Power.Edit, FactOptions.IsGlobal(request));
        if (place is null)
            return refusal!;
        var (subject, property, statement, fault) = options.Read(request, place);
        if (fault is not null)
            return Answered.Say(fault);
        var target = new FormTarget(FormPurpose.Edit, place.Layer.IsGlobal) { Subject = subject!.Id, Property = property };
        if (drafts.Find(place.Layer, request.Caller.User, target, isNew: false) is { } draft)
            return FactCards.Private(FactCards.Unfinished(place.Facts.Facts, draft));
        var (standing, none) = options.One(place, subject, property, statement);
        if (standing is { Content.IsLocked: true } && standing.Layer == place.Layer && !place.MayApprove)
            return Answered.Say(FactAddCommand.Locked);
        return standing is null ? Answered.Say(none!)
            : FactForms.Of(place.Facts.Facts, target with { Statement = standing.Id, Base = standing.Revision }, FactFields.Of(standing.Content));
    }
}
