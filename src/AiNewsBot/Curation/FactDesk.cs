using AiNewsBot.Commands;
using AiNewsBot.Curation.Commands;
using AiNewsBot.Curation.Drafts;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Curation.Suggesting;
using AiNewsBot.Facts;
using AiNewsBot.Storage;
using AiNewsBot.Transport;
using Dapper;

namespace AiNewsBot.Curation;

/// <summary>Does what was written into a form: edits, suggests or approves. What cannot be done yet stays a draft.</summary>
internal sealed class FactDesk(FactReader reader, Curator curator, DraftStore drafts, SuggestionStore suggestions, TimeProvider time)
{
    /// <summary>Does what a draft says, and tells its author what came of it.</summary>
    public Reply Do(FactPlace place, Draft draft)
    {
        var target = draft.Target;
        if (place.Find(target.Subject) is not { } subject)
            return FactCards.Private(FactCards.Fault(draft, "I know nothing that is called so. Nothing was changed."));
        var stands = target.Statement.Length > 0 ? reader.Find(place.Layer, target.Statement) : null;
        var (content, fault) = FactChecks.Read(place.Facts.Facts, subject, target.Property, draft.Fields, stands?.Content, time.Today());
        if (content is null || fault is not null)
            return FactCards.Private(FactCards.Fault(draft, fault!));
        var change = new Change(target.Statement.Length > 0 ? ChangeKind.Edit : ChangeKind.Add, place.Layer, subject.Id, target.Property, content)
        {
            Statement = target.Statement.Length > 0 ? target.Statement : null,
            Base = target.Base,
            Reason = draft.Fields.Why,
        };
        if (target.Purpose == FormPurpose.Edit && curator.FindRepeat(place.Author, change) is { } repeat)
        {
            drafts.Drop(draft.Id, draft.Editor);
            return FactCards.Private(FactCards.Changed(place.Facts.Facts, repeat.Revisions));
        }

        if (target.Statement.Length == 0 && FaultOfNew(place, subject, target.Property, content) is { } said)
            return FactCards.Private(FactCards.Fault(draft, said));
        if (target.Purpose == FormPurpose.Suggest)
            return stands?.Content is { } same && ContentParts.Changed(same, content).IsEmpty ? FactCards.Private(FactCards.Fault(draft, "That is what stands here already. Nothing was changed.")) : Suggest(place, draft);
        return target.Purpose == FormPurpose.Approve ? Approve(place, draft, change) : Show(place, draft, Make(place, draft, change));
    }

    /// <summary>Approves a suggestion as it is; a reply that asks to look again where the fact changed meanwhile.</summary>
    /// <param name="seen">The revision of the fact that the reviewer saw.</param>
    public (Outcome? Outcome, string? Fault) Approve(FactPlace place, FactSuggestion suggestion, long seen)
    {
        if (place.Find(suggestion.Subject) is not { } subject)
            return (null, "It is of something that is no longer known here.");
        var stands = suggestion.Statement is { } id ? reader.Find(place.Layer, id) : null;
        var (content, fault) = FactChecks.Read(place.Facts.Facts, subject, suggestion.Property, suggestion.Fields, stands?.Content, time.Today());
        fault ??= suggestion.Statement is not null || content is null ? null : FaultOfNew(place, subject, suggestion.Property, content);
        if (content is null || fault is not null)
            return (null, fault);
        var change = new Change(suggestion.Statement is null ? ChangeKind.Add : ChangeKind.Edit, place.Layer, subject.Id, suggestion.Property, content)
        {
            Statement = stands?.Id,
            Base = seen,
            Reason = ReasonOf(suggestion, suggestion.Fields.Why),
        };
        try
        {
            var outcome = curator.Make(place.Author, change, connection => suggestions.Approve(connection, place.Author, suggestion));
            return (outcome, null);
        }
        catch (AlreadyDecidedException exception)
        {
            return (null, exception.Message);
        }
    }

    private Reply Approve(FactPlace place, Draft draft, Change change)
    {
        if (suggestions.Find(draft.Target.Suggestion) is not { State: "pending" } suggestion)
            return Answered.Say(DecidedText.Of(suggestions.Find(draft.Target.Suggestion), place.Author.User));
        try
        {
            var outcome = Make(place, draft, change with { Reason = ReasonOf(suggestion, change.Reason) }, suggestion);
            return Show(place, draft, outcome);
        }
        catch (AlreadyDecidedException exception)
        {
            return Answered.Say(exception.Message + " Nothing was changed.");
        }
    }

    private Outcome Make(FactPlace place, Draft draft, Change change, FactSuggestion? suggestion = null) => curator.Make(place.Author, change, connection =>
    {
        connection.Execute("DELETE FROM drafts WHERE id = @Id", new { draft.Id });
        if (suggestion is not null)
            suggestions.Approve(connection, place.Author, suggestion);
    });

    private Reply Show(FactPlace place, Draft draft, Outcome outcome)
    {
        switch (outcome)
        {
            case Outcome.Done done:
                return FactCards.Private(FactCards.Changed(place.Facts.Facts, done.Revisions));
            case Outcome.Conflict conflict:
                drafts.Rebase(draft, draft.Target with { Statement = conflict.Theirs.Id, Base = conflict.Theirs.Revision });
                return FactCards.Private(FactCards.Conflict(place.Facts.Facts, draft, conflict));
            default:
                return FactCards.Private(FactCards.Fault(draft, ((Outcome.Refused)outcome).Why));
        }
    }

    private Reply Suggest(FactPlace place, Draft draft)
    {
        var target = draft.Target;
        var suggestion = new FactSuggestion
        {
            Layer = place.Layer,
            Author = draft.Editor,
            Subject = target.Subject,
            Property = target.Property,
            Statement = target.Statement.Length > 0 ? target.Statement : null,
            Base = target.Base,
            Fields = draft.Fields,
        };
        var (number, refusal) = suggestions.Make(suggestion, draft.Id);
        if (number is null)
            return FactCards.Private(FactCards.Fault(draft, refusal!));
        return Answered.Say($"Thank you. Your suggestion {number} waits for {(place.Layer.IsGlobal ? "the bot's curators" : "those who review suggestions here")}; you will be told what becomes of it.{(place.Layer.IsGlobal ? "" : " Until then, /suggest on the same fact changes it.")}");
    }

    // A second open value beside the first would be no answer at all.
    private string? FaultOfNew(FactPlace place, SubjectView subject, string property, Content content)
    {
        if (FactProperties.IsName(property))
            return null;
        var slot = reader.Slot(place.Layer, subject.Id, property);
        if (slot.Any(standing => standing.Content.Value == content.Value && standing.Content.ValidFrom == content.ValidFrom))
            return $"Of {subject.Name}, this is said already. Nothing was changed.";
        return !FactProperties.IsMany(property) && content.ValidFrom is null && slot.Any(standing => standing.Content.ValidTo is null)
            ? $"Of {subject.Name}, {FactProperties.Label(property)} has a value already: change it with /fact edit, or say since when the new one holds. Nothing was changed."
            : null;
    }

    private static string ReasonOf(FactSuggestion suggestion, string? why) => $"Suggestion {suggestion.Number}: {why}";
}
