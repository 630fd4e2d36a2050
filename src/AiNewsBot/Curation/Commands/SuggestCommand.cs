using System.Collections.Immutable;
using AiNewsBot.Commands;
using AiNewsBot.Curation.Drafts;
using AiNewsBot.Curation.Suggesting;
using AiNewsBot.Servers;
using AiNewsBot.Transport;

namespace AiNewsBot.Curation.Commands;

/// <summary>/suggest: the form of a fact, for those who may not change it themselves.</summary>
internal sealed class SuggestCommand(FactGate gate, FactOptions options, SuggestionStore suggestions) : Command
{
    public override CommandDefinition Definition { get; } = new("suggest", "Suggest a correction or a new fact", FactOptions.SubjectOption, FactOptions.Property) { IsServerOnly = true };

    public override Waiting WaitingFor(Request request) => Waiting.ForNothing;

    public override ImmutableArray<Suggestion> Complete(Request request) => options.Complete(request, isNew: true);

    public override ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken) => ValueTask.FromResult(Handle(request));

    private Reply Handle(Request request)
    {
        var (place, refusal) = gate.Enter(request, Power.Suggest, isGlobal: false);
        if (place is null)
            return refusal!;
        var (subject, property, statement, fault) = options.Read(request, place);
        if (fault is not null)
            return Answered.Say(fault);
        var target = new FormTarget(FormPurpose.Suggest, place.Layer.IsGlobal) { Subject = subject!.Id, Property = property };
        if (suggestions.FindOwn(place.Layer, request.Caller.User, subject.Id, property) is { } own)
            return FactForms.Of(place.Facts.Facts, target with { Statement = own.Statement ?? "", Base = own.Base }, own.Fields);
        var standing = FactProperties.IsMany(property) && statement is null ? null : options.One(place, subject, property, statement).Standing;
        return standing is null ? FactForms.Of(place.Facts.Facts, target, null)
            : FactForms.Of(place.Facts.Facts, target with { Statement = standing.Id, Base = standing.Revision }, FactFields.Of(standing.Content));
    }
}
