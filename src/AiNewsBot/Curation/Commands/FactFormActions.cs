using System.Collections.Immutable;
using AiNewsBot.Cards;
using AiNewsBot.Commands;
using AiNewsBot.Curation.Drafts;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Curation.Suggesting;
using AiNewsBot.Servers;
using AiNewsBot.Transport;

namespace AiNewsBot.Curation.Commands;

/// <summary>Forms of facts, sent; and the buttons that bring back what was written and is not done.</summary>
internal sealed class FactFormActions(FactGate gate, FactDesk desk, DraftStore drafts, FactReader reader, FactOptions options, SuggestionStore suggestions) : IActions
{
    public ImmutableArray<string> Actions { get; } = [FactButtons.Form, FactButtons.Overwrite, FactButtons.Resume, FactButtons.Discard];

    public Waiting WaitingFor(string action) => action == FactButtons.Resume ? Waiting.ForNothing : Waiting.ForPrivateMessage;

    public ValueTask<Reply> ActAsync(Request request, string action, string argument, CancellationToken cancellationToken) =>
        ValueTask.FromResult(action == FactButtons.Form ? Send(request, argument) : Bring(request, action, argument));

    private Reply Send(Request request, string argument)
    {
        if (FormTarget.Parse(argument) is not { } target)
            return Answered.Say("This form is of another version of the bot. Begin anew with /fact or /suggest. Nothing was changed.");
        var (place, refusal) = gate.Enter(request, PowerFor(target), target.IsGlobal);
        if (place is null)
            return Refused(request, target, refusal!);
        if (Complete(place, target, request) is not { } whole)
            return Answered.Say("This fact is gone. Look with /fact history at what became of it. Nothing was changed.");

        // Kept before anything else, so that whatever happens now, it can be offered again.
        return desk.Do(place, drafts.Keep(place.Layer, request.Caller.User, whole, FactFields.Of(request)));
    }

    // A right that was lost since the form was opened may come back: what was typed is kept for then, and shown now.
    private Reply Refused(Request request, FormTarget target, Reply refusal)
    {
        var fields = FactFields.Of(request);
        if (request.Caller.Server is { } server && !target.IsGlobal)
        {
            var layer = new Layer(server);
            var stands = target.Statement.Length > 0 ? reader.Find(layer, target.Statement) : null;
            drafts.Keep(layer, request.Caller.User, stands is null ? target : target with { Subject = stands.Subject, Property = stands.Property }, fields);
        }

        return refusal is not Reply.Show show ? refusal
            : show with { Card = show.Card with { Blocks = [.. show.Card.Blocks, new CardBlock($"Nothing was changed.\n-# You wrote: {FactText.Line(fields)}")] } };
    }

    private Reply Bring(Request request, string action, string id)
    {
        if (drafts.Find(id, request.Caller.User) is not { } draft)
            return Answered.Say("This was done or discarded already.");
        if (action == FactButtons.Discard)
        {
            drafts.Drop(id, request.Caller.User);
            return Answered.Say("Discarded. Nothing was changed.");
        }

        var (place, refusal) = gate.Enter(request, PowerFor(draft.Target), draft.Target.IsGlobal);
        if (place is null)
            return refusal!;
        return action == FactButtons.Overwrite ? desk.Do(place, draft) : FactForms.Of(place.Facts.Facts, draft.Target with { Draft = draft.Id }, draft.Fields);
    }

    // What the form's id leaves out, its statement or suggestion knows.
    private FormTarget? Complete(FactPlace place, FormTarget target, Request request)
    {
        if (target.Suggestion > 0)
            return suggestions.Find(target.Suggestion) is { } suggestion ? target with { Subject = suggestion.Subject, Property = suggestion.Property } : null;
        if (target.Statement.Length > 0)
            return reader.Find(place.Layer, target.Statement) is { } stands ? target with { Subject = stands.Subject, Property = stands.Property } : null;
        if (target.Subject.Length == 0)
            target = target with { Subject = options.Subject(place, request.Field("subject") ?? "")?.Id ?? "" };
        return target.Property.Length > 0 ? target : Reported(place, target with { Property = FactProperties.Slug(request.Field("property") ?? "") });
    }

    // Who reports a mistake means what stands there now.
    private FormTarget Reported(FactPlace place, FormTarget target) =>
        !FactProperties.IsMany(target.Property) && place.Find(target.Subject) is { } subject && options.One(place, subject, target.Property, null).Standing is { } stands
            ? target with { Statement = stands.Id, Base = stands.Revision }
            : target;

    private static Power PowerFor(FormTarget target) => target.Purpose switch
    {
        FormPurpose.Suggest => Power.Suggest,
        FormPurpose.Approve => Power.Approve,
        _ => Power.Edit,
    };
}
