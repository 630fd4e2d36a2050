using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Texts;
using AiNewsBot.Curation.Access;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Curation.Suggestions;
using AiNewsBot.Scheduling;
using Dapper;

namespace AiNewsBot.Curation.Forms;

/// <summary>What becomes of the form of a new model: a preview and then the model, a suggestion, or an approved one.</summary>
internal sealed class ModelSubmissionService(
    FactEditingService factEditingService,
    DraftStore drafts,
    SuggestionStore suggestions,
    TimeProvider time
)
{
    /// <summary>Takes a form that was sent.</summary>
    public async Task<Reply> SubmitAsync(EditContext place, FormDraft draft, CancellationToken cancellationToken = default)
    {
        var (model, fault) = ModelValidator.Read(place, draft.Fields, time.Today());
        if (model is null)
            return FactCards.Private(FactCards.Fault(draft, fault!));
        return draft.Target.Purpose switch
        {
            FormPurpose.Suggest => await SuggestAsync(place, draft, model, cancellationToken),
            FormPurpose.Approve => await ApproveAsync(place, draft, cancellationToken),
            _ => FactCards.Private(ModelCards.Preview(model, draft, time.Today())),
        };
    }

    /// <summary>Adds a model as its preview showed it.</summary>
    public async Task<Reply> AddAsync(EditContext place, FormDraft draft, CancellationToken cancellationToken = default)
    {
        var (model, fault) = ModelValidator.Read(place, draft.Fields, time.Today());
        if (model is null)
            return FactCards.Private(FactCards.Fault(draft, fault!));
        return await WriteAsync(place, model, draft, cancellationToken: cancellationToken) switch
        {
            EditResult.Done done => FactCards.Private(ModelCards.Added(model, draft.Fields, done, time.Today())),
            EditResult.Refused refused => FactCards.Private(FactCards.Fault(draft, refused.Why)),
            _ => FactCards.Private(FactCards.Fault(draft, new Refusal(RefusalCode.FactChanged))),
        };
    }

    /// <summary>Adds a model that was suggested.</summary>
    /// <returns>What became of it; null with the reason where it cannot be added.</returns>
    public async Task<(EditResult? Outcome, Refusal? Fault)> ApproveAsync(
        EditContext place,
        FactSuggestion suggestion,
        CancellationToken cancellationToken = default
    )
    {
        var (model, fault) = ModelValidator.Read(place, suggestion.Fields, time.Today());
        if (model is null)
            return (null, fault);
        try
        {
            return (await WriteAsync(place, model, draft: null, suggestion, cancellationToken), null);
        }
        catch (AlreadyDecidedException)
        {
            return (null, new Refusal(RefusalCode.SuggestionDecided));
        }
    }

    private async Task<Reply> ApproveAsync(EditContext place, FormDraft draft, CancellationToken cancellationToken)
    {
        if (await suggestions.FindAsync(draft.Target.Suggestion, cancellationToken) is not { State: SuggestionState.Pending } suggestion)
            return Replies.Ephemeral(
                DecidedSuggestions.GetRefusal(await suggestions.FindAsync(draft.Target.Suggestion, cancellationToken), place.Author.User)
            );
        var (outcome, fault) = await ApproveAsync(place, suggestion with { Fields = draft.Fields }, cancellationToken);
        if (outcome is EditResult.Done done && ModelValidator.Read(place, draft.Fields, time.Today()).Model is { } model)
        {
            await drafts.DropAsync(draft.Id, draft.Editor, cancellationToken);
            return FactCards.Private(ModelCards.Added(model, draft.Fields, done, time.Today()));
        }

        return FactCards.Private(
            FactCards.Fault(draft, fault ?? (outcome as EditResult.Refused)?.Why ?? new Refusal(RefusalCode.FactChanged))
        );
    }

    private Task<EditResult> WriteAsync(
        EditContext place,
        NewModel model,
        FormDraft? draft,
        FactSuggestion? suggestion = null,
        CancellationToken cancellationToken = default
    ) =>
        factEditingService.ApplyAsync(
            place.Author,
            [
                .. model.Changes.Select(change =>
                    suggestion is null ? change : change with { Reason = $"Suggestion {suggestion.Number}: {change.Reason}" }
                ),
            ],
            async connection =>
            {
                await ServerSubjects.WriteAsync(connection, place.Layer, model.Subjects);
                if (draft is not null)
                    await connection.ExecuteAsync("DELETE FROM drafts WHERE id = @Id", new { draft.Id });
                if (suggestion is not null)
                    await suggestions.ApproveAsync(connection, place.Author, suggestion);
            },
            cancellationToken
        );

    private async Task<Reply> SuggestAsync(EditContext place, FormDraft draft, NewModel model, CancellationToken cancellationToken)
    {
        var suggestion = new FactSuggestion
        {
            Layer = place.Layer,
            Author = draft.Editor,
            Subject = model.Model.Id,
            Property = ModelFields.Property,
            Fields = draft.Fields,
        };
        var (number, refusal) = await suggestions.CreateAsync(suggestion, draft.Id, cancellationToken);
        return number is null
            ? FactCards.Private(FactCards.Fault(draft, refusal!))
            : Replies.Ephemeral(ChatTexts.Current["fact.thanks", ("number", $"{number}")]);
    }
}
