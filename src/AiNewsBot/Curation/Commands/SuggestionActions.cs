using System.Collections.Immutable;
using System.Globalization;
using AiNewsBot.Answering;
using AiNewsBot.Commands;
using AiNewsBot.Curation.Drafts;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Curation.Suggesting;
using AiNewsBot.Servers;
using AiNewsBot.Transport;

namespace AiNewsBot.Curation.Commands;

/// <summary>Report a mistake, and the decisions on what was suggested.</summary>
internal sealed class SuggestionActions(FactGate gate, FactDesk facts, ReviewDesk desk, SuggestionStore suggestions) : IActions
{
    private const string Reason = "reason";

    public ImmutableArray<string> Actions { get; } = [ButtonId.Report, FactButtons.Approve, FactButtons.EditAndApprove, FactButtons.Reject, FactButtons.Review];

    public Waiting WaitingFor(string action) => action is FactButtons.Approve or FactButtons.Review ? Waiting.ForChange : Waiting.ForNothing;

    public Waiting WaitingForForm(string action) => action == FactButtons.Reject ? Waiting.ForChange : Waiting.ForPrivateMessage;

    public ValueTask<Reply> ActAsync(Request request, string action, string argument, CancellationToken cancellationToken) =>
        ValueTask.FromResult(action == ButtonId.Report ? Report(request, argument) : Decide(request, action, argument.Split('|')));

    // Where no server's reviewers are, the curators are asked.
    private Reply Report(Request request, string subject)
    {
        var isGlobal = request.Caller.Server is null;
        var (place, refusal) = gate.Enter(request, Power.Suggest, isGlobal);
        if (place is null)
            return refusal!;
        return place.Find(subject) is { } view
            ? FactForms.Report(new FormTarget(FormPurpose.Suggest, isGlobal) { Subject = view.Id }, view)
            : Answered.Say("This button speaks of something that is no longer known here. Ask anew with /ask.");
    }

    private Reply Decide(Request request, string action, string[] parts)
    {
        var number = NumberOf(parts, 0);
        var suggestion = suggestions.Find(number);
        var (place, refusal) = action == FactButtons.Review ? gate.EnterReview(request) : gate.Enter(request, Power.Approve, suggestion?.Layer.IsGlobal == true);
        if (place is null)
            return refusal!;
        var (here, _) = gate.EnterReview(request);
        if (action == FactButtons.Review)
            return new Reply.Change(desk.Next(here!, number));
        if (suggestion is not { State: "pending" } || suggestion.Layer != place.Layer)
            return Answered.Say(DecidedText.Of(suggestion, request.Caller.User));
        return action switch
        {
            FactButtons.Approve => Approve(place, here ?? place, suggestion, NumberOf(parts, 1)),
            FactButtons.EditAndApprove => FactForms.Of(place.Facts.Facts, TargetOf(suggestion), suggestion.Fields),
            _ => request.Kind == RequestKind.Form ? Reject(request, place, here ?? place, suggestion) : AskWhy(suggestion),
        };
    }

    private Reply Approve(FactPlace place, FactPlace here, FactSuggestion suggestion, long seen)
    {
        var (outcome, fault) = facts.Approve(place, suggestion, seen);
        return outcome switch
        {
            Outcome.Done => new Reply.Change(desk.Next(here, suggestion.Number, $"Suggestion {suggestion.Number} is approved.")),
            Outcome.Conflict => new Reply.Change(desk.Next(here, suggestion.Number, "The fact changed meanwhile. Look again:")),
            Outcome.Refused refused => Answered.Say(refused.Why),
            _ => Answered.Say($"{fault} Edit the suggestion, or reject it."),
        };
    }

    private Reply Reject(Request request, FactPlace place, FactPlace here, FactSuggestion suggestion)
    {
        var reason = request.Field(Reason);
        if (FactChecks.FaultOfText(reason, "reason", FactChecks.LongestReason) is { } fault)
            return Answered.Say(fault);
        if (!suggestions.Reject(place.Author, suggestion, reason!))
            return Answered.Say("This suggestion was decided on meanwhile, or you may not decide on it any more. Nothing was changed.");
        return new Reply.Change(desk.Next(here, suggestion.Number, $"Suggestion {suggestion.Number} is rejected."));
    }

    private static Reply.Ask AskWhy(FactSuggestion suggestion) => new(
        ButtonId.Of(FactButtons.Reject, $"{suggestion.Number}"), $"Reject suggestion {suggestion.Number}",
        [new FormField(Reason, "Why? Whoever made it will read this.", null, FactChecks.LongestReason) { Kind = FieldKind.Paragraph }]);

    private FormTarget TargetOf(FactSuggestion suggestion)
    {
        var stands = desk.Stands(suggestion);
        return new FormTarget(FormPurpose.Approve, suggestion.Layer.IsGlobal) { Subject = suggestion.Subject, Property = suggestion.Property, Statement = stands?.Id ?? "", Base = stands?.Revision ?? 0, Suggestion = suggestion.Number };
    }

    private static long NumberOf(string[] parts, int index) =>
        index < parts.Length && long.TryParse(parts[index], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
