using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Texts;
using AiNewsBot.Curation.Access;
using AiNewsBot.Curation.Checks;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Curation.Suggestions;
using AiNewsBot.Facts.Model;
using AiNewsBot.Scheduling;
using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.Curation.Forms;

/// <summary>Does what was written into a form: edits, suggests or approves. What cannot be done yet stays a draft.</summary>
internal sealed class FactSubmissionService(
    FactReader reader,
    FactEditingService factEditingService,
    DraftStore drafts,
    SuggestionStore suggestions,
    ModelSubmissionService models,
    TimeProvider time
)
{
    /// <summary>Does what a draft says, and tells its author what came of it.</summary>
    public async Task<Reply> SubmitAsync(EditContext place, FormDraft draft, CancellationToken cancellationToken = default)
    {
        var target = draft.Target;
        if (target.Property == ModelFields.Property)
            return await models.SubmitAsync(place, draft, cancellationToken);
        if (place.Find(target.Subject) is not { } subject)
            return FactCards.Private(FactCards.Fault(draft, new Refusal(RefusalCode.SubjectUnknown)));
        var current = target.Statement.Length > 0 ? await reader.FindAsync(place.Layer, target.Statement, cancellationToken) : null;
        var (content, fault) = FactValidator.Read(
            place.Facts.Facts,
            subject,
            target.Property,
            draft.Fields,
            current?.Content,
            time.Today()
        );
        if (content is null || fault is not null)
            return FactCards.Private(FactCards.Fault(draft, fault!));
        var change = new Change(
            target.Statement.Length > 0 ? ChangeKind.Edit : ChangeKind.Add,
            place.Layer,
            subject.Id,
            target.Property,
            content
        )
        {
            Statement = target.Statement.Length > 0 ? target.Statement : null,
            Base = target.Base,
            Reason = draft.Fields.Why,
        };
        if (
            target.Purpose == FormPurpose.Edit
            && await factEditingService.FindRepeatAsync(place.Author, change, cancellationToken) is { } repeat
        )
        {
            await drafts.DropAsync(draft.Id, draft.Editor, cancellationToken);
            return FactCards.Private(FactCards.Changed(place.Facts.Facts, repeat.Revisions));
        }

        if (target.Statement.Length == 0 && await GetNewErrorAsync(place, subject, target.Property, content, cancellationToken) is { } said)
            return FactCards.Private(FactCards.Fault(draft, said));
        if (target.Purpose == FormPurpose.Suggest)
            return current?.Content is { } same && ContentParts.Changed(same, content).IsEmpty
                ? FactCards.Private(FactCards.Fault(draft, new Refusal(RefusalCode.FactUnchanged)))
                : await SuggestAsync(place, draft, cancellationToken);
        return target.Purpose == FormPurpose.Approve
            ? await ApproveAsync(place, draft, change, cancellationToken)
            : await ShowAsync(
                place,
                draft,
                await ApplyAsync(place, draft, change, cancellationToken: cancellationToken),
                cancellationToken
            );
    }

    /// <summary>Approves a suggestion as it is; a reply that asks to look again where the fact changed meanwhile.</summary>
    /// <param name="seen">The revision of the fact that the reviewer saw.</param>
    public async Task<(EditResult? Outcome, Refusal? Fault)> ApproveAsync(
        EditContext place,
        FactSuggestion suggestion,
        long seen,
        CancellationToken cancellationToken = default
    )
    {
        if (suggestion.Property == ModelFields.Property)
            return await models.ApproveAsync(place, suggestion, cancellationToken);
        if (place.Find(suggestion.Subject) is not { } subject)
            return (null, new Refusal(RefusalCode.SuggestionSubjectGone));
        var current = suggestion.Statement is { } id ? await reader.FindAsync(place.Layer, id, cancellationToken) : null;
        var (content, fault) = FactValidator.Read(
            place.Facts.Facts,
            subject,
            suggestion.Property,
            suggestion.Fields,
            current?.Content,
            time.Today()
        );
        fault ??=
            suggestion.Statement is not null || content is null
                ? null
                : await GetNewErrorAsync(place, subject, suggestion.Property, content, cancellationToken);
        if (content is null || fault is not null)
            return (null, fault);
        var change = new Change(
            suggestion.Statement is null ? ChangeKind.Add : ChangeKind.Edit,
            place.Layer,
            subject.Id,
            suggestion.Property,
            content
        )
        {
            Statement = current?.Id,
            Base = seen,
            Reason = ReasonOf(suggestion, suggestion.Fields.Why),
        };
        try
        {
            var editResult = await factEditingService.ApplyAsync(
                place.Author,
                change,
                connection => suggestions.ApproveAsync(connection, place.Author, suggestion),
                cancellationToken
            );
            return (editResult, null);
        }
        catch (AlreadyDecidedException)
        {
            return (null, new Refusal(RefusalCode.SuggestionDecided));
        }
    }

    private async Task<Reply> ApproveAsync(EditContext place, FormDraft draft, Change change, CancellationToken cancellationToken)
    {
        if (await suggestions.FindAsync(draft.Target.Suggestion, cancellationToken) is not { State: SuggestionState.Pending } suggestion)
            return Replies.Ephemeral(
                DecidedSuggestions.GetRefusal(await suggestions.FindAsync(draft.Target.Suggestion, cancellationToken), place.Author.User)
            );
        try
        {
            var editResult = await ApplyAsync(
                place,
                draft,
                change with
                {
                    Reason = ReasonOf(suggestion, change.Reason),
                },
                suggestion,
                cancellationToken
            );
            return await ShowAsync(place, draft, editResult, cancellationToken);
        }
        catch (AlreadyDecidedException)
        {
            return Replies.Ephemeral(new Refusal(RefusalCode.SuggestionDecided));
        }
    }

    private Task<EditResult> ApplyAsync(
        EditContext place,
        FormDraft draft,
        Change change,
        FactSuggestion? suggestion = null,
        CancellationToken cancellationToken = default
    ) =>
        factEditingService.ApplyAsync(
            place.Author,
            change,
            async connection =>
            {
                await connection.ExecuteAsync("DELETE FROM drafts WHERE id = @Id", new { draft.Id });
                if (suggestion is not null)
                    await suggestions.ApproveAsync(connection, place.Author, suggestion);
            },
            cancellationToken
        );

    private async Task<Reply> ShowAsync(EditContext place, FormDraft draft, EditResult editResult, CancellationToken cancellationToken)
    {
        switch (editResult)
        {
            case EditResult.Done done:
                return FactCards.Private(FactCards.Changed(place.Facts.Facts, done.Revisions));
            case EditResult.Conflict conflict:
                await drafts.RebaseAsync(
                    draft,
                    draft.Target with
                    {
                        Statement = conflict.Theirs.Id,
                        Base = conflict.Theirs.Revision,
                    },
                    cancellationToken
                );
                return FactCards.Private(FactCards.Conflict(place.Facts.Facts, draft, conflict));
            default:
                return FactCards.Private(FactCards.Fault(draft, ((EditResult.Refused)editResult).Why));
        }
    }

    private async Task<Reply> SuggestAsync(EditContext place, FormDraft draft, CancellationToken cancellationToken)
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
        var (number, refusal) = await suggestions.CreateAsync(suggestion, draft.Id, cancellationToken);
        if (number is null)
            return FactCards.Private(FactCards.Fault(draft, refusal!));
        var texts = ChatTexts.Current;
        return Replies.Ephemeral(
            place.Layer.IsGlobal
                ? texts["fact.thanks_curators", ("number", $"{number}")]
                : $"{texts["fact.thanks", ("number", $"{number}")]} {texts["fact.thanks_again"]}"
        );
    }

    // A second open value beside the first would be no answer at all.
    private async Task<Refusal?> GetNewErrorAsync(
        EditContext place,
        SubjectView subject,
        string property,
        StatementContent content,
        CancellationToken cancellationToken
    )
    {
        if (FactProperties.IsName(property))
            return null;
        var slot = await reader.ReadPropertyAsync(place.Layer, subject.Id, property, cancellationToken);
        if (
            slot.Any(currentStatement =>
                currentStatement.Content.Value == content.Value && currentStatement.Content.ValidFrom == content.ValidFrom
            )
        )
            return new Refusal(RefusalCode.FactSaidOf, subject.Name);
        return
            !FactProperties.IsMany(property)
            && content.ValidFrom is null
            && slot.Any(currentStatement => currentStatement.Content.ValidTo is null)
            ? new Refusal(RefusalCode.ValueExists, subject.Name, FactProperties.Label(property))
            : null;
    }

    private static string ReasonOf(FactSuggestion suggestion, string? why) => $"Suggestion {suggestion.Number}: {why}";
}
