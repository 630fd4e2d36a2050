using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Curation.Access;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Curation.Forms;
using AiNewsBot.Curation.Suggestions;

namespace AiNewsBot.Curation.Commands;

/// <summary>Forms of facts, sent; and the buttons that bring back what was written and is not done.</summary>
internal sealed class FactFormHandler(
    EditContextResolver contexts,
    FactSubmissionService submissions,
    ModelSubmissionService models,
    DraftStore drafts,
    FactReader reader,
    FactOptions options,
    SuggestionStore suggestions
) : IComponentHandler
{
    public ImmutableArray<string> Actions { get; } =
    [FactButtonIds.Form, FactButtonIds.Overwrite, FactButtonIds.Resume, FactButtonIds.Discard, FactButtonIds.AddModel];

    public DeferMode GetDeferMode(string action) => action == FactButtonIds.Resume ? DeferMode.None : DeferMode.EphemeralMessage;

    // A draft is of the one who wrote it: what it is for says who may send it, and its author alone may discard it.
    public async ValueTask<AccessRule> GetAccessAsync(Request request, string action, string argument) =>
        action switch
        {
            FactButtonIds.Form => AccessFor(FormTarget.Parse(argument)),
            FactButtonIds.Discard => AccessRule.Everyone,
            _ => AccessFor((await drafts.FindAsync(argument, request.Caller.User))?.Target),
        };

    // A right that was lost since the form was opened may come back: what was typed is kept for then, and shown now.
    public async ValueTask<Reply> RefuseAsync(Request request, string action, string argument, Reply refusal) =>
        action == FactButtonIds.Form && FormTarget.Parse(argument) is { } target ? await RefusedAsync(request, target, refusal) : refusal;

    public async ValueTask<Reply> HandleAsync(Request request, string action, string argument, CancellationToken cancellationToken) =>
        action == FactButtonIds.Form
            ? await SendAsync(request, argument, cancellationToken)
            : await BringAsync(request, action, argument, cancellationToken);

    private async Task<Reply> SendAsync(Request request, string argument, CancellationToken cancellationToken)
    {
        if (FormTarget.Parse(argument) is not { } target)
            return Replies.Ephemeral(new Refusal(RefusalCode.FormOutdated));
        var place = await contexts.ResolveAsync(request, target.IsGlobal, cancellationToken);
        if (await CompleteAsync(place, target, request, cancellationToken) is not { } whole)
            return Replies.Ephemeral(new Refusal(RefusalCode.FactGone));

        // Kept before anything else, so that it can be offered again after any failure.
        return await submissions.SubmitAsync(
            place,
            await drafts.SaveAsync(place.Layer, request.Caller.User, whole, FactFields.From(request), cancellationToken),
            cancellationToken
        );
    }

    private async Task<Reply> RefusedAsync(Request request, FormTarget target, Reply refusal)
    {
        var fields = FactFields.From(request);
        if (request.Caller.Server is { } server && !target.IsGlobal)
        {
            var layer = new Layer(server);
            var current = target.Statement.Length > 0 ? await reader.FindAsync(layer, target.Statement) : null;
            await drafts.SaveAsync(
                layer,
                request.Caller.User,
                current is null ? target : target with { Subject = current.Subject, Property = current.Property },
                fields
            );
        }

        return refusal is not Reply.Show show
            ? refusal
            : show with
            {
                Card = show.Card with
                {
                    Blocks =
                    [
                        .. show.Card.Blocks,
                        new CardBlock($"{RefusalText.Unchanged}\n-# {request.Texts["fact.wrote", ("text", FactText.Line(fields))]}"),
                    ],
                },
            };
    }

    private async Task<Reply> BringAsync(Request request, string action, string id, CancellationToken cancellationToken)
    {
        if (await drafts.FindAsync(id, request.Caller.User, cancellationToken) is not { } draft)
            return Replies.Ephemeral(request.Texts["fact.done_already"]);
        if (action == FactButtonIds.Discard)
        {
            await drafts.DropAsync(id, request.Caller.User, cancellationToken);
            return Replies.Ephemeral(request.Texts["fact.discarded", ("unchanged", RefusalText.Unchanged)]);
        }

        // What was written in one server is not for another.
        var place = await contexts.ResolveAsync(request, draft.Target.IsGlobal, cancellationToken);
        if (draft.Layer != place.Layer.Id)
            return Replies.Ephemeral(request.Texts["fact.done_already"]);
        return action switch
        {
            FactButtonIds.AddModel when draft.Target is { Purpose: FormPurpose.Edit, Property: ModelFields.Property } =>
                await models.AddAsync(place, draft, cancellationToken),
            FactButtonIds.AddModel or FactButtonIds.Overwrite => await submissions.SubmitAsync(place, draft, cancellationToken),
            _ => FactForms.Create(place.Facts.Facts, draft.Target with { Draft = draft.Id }, draft.Fields),
        };
    }

    // What the form's id leaves out, its statement or suggestion knows.
    private async Task<FormTarget?> CompleteAsync(
        EditContext place,
        FormTarget target,
        Request request,
        CancellationToken cancellationToken
    )
    {
        if (target.Suggestion > 0)
            return await suggestions.FindAsync(target.Suggestion, cancellationToken) is { } suggestion && suggestion.Layer == place.Layer
                ? target with
                {
                    Subject = suggestion.Subject,
                    Property = suggestion.Property,
                }
                : null;
        if (target.Statement.Length > 0)
            return await reader.FindAsync(place.Layer, target.Statement, cancellationToken) is { } current
                ? target with
                {
                    Subject = current.Subject,
                    Property = current.Property,
                }
                : null;
        if (target.Subject.Length == 0)
            target = target with { Subject = options.Subject(place, request.Field("subject") ?? "")?.Id ?? "" };
        return target.Property.Length > 0
            ? target
            : await ReportedAsync(
                place,
                target with
                {
                    Property = FactProperties.Slug(request.Field("property") ?? ""),
                },
                cancellationToken
            );
    }

    // A reported mistake is one of the current value.
    private async Task<FormTarget> ReportedAsync(EditContext place, FormTarget target, CancellationToken cancellationToken) =>
        !FactProperties.IsMany(target.Property)
        && place.Find(target.Subject) is { } subject
        && (await options.OneAsync(place, subject, target.Property, null, cancellationToken)).Current is { } current
            ? target with
            {
                Statement = current.Id,
                Base = current.Revision,
            }
            : target;

    // What is not there any more is told to everyone.
    private static AccessRule AccessFor(FormTarget? target) =>
        target?.Purpose switch
        {
            null => AccessRule.Everyone,
            FormPurpose.Suggest => AccessRule.For(Permission.Suggest, target.IsGlobal),
            FormPurpose.Approve => AccessRule.For(Permission.Approve, target.IsGlobal),
            _ => AccessRule.For(Permission.Edit, target.IsGlobal),
        };
}
