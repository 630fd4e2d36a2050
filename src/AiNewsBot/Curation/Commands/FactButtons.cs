using System.Collections.Immutable;
using System.Globalization;
using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Texts;
using AiNewsBot.Curation.Access;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Curation.Forms;

namespace AiNewsBot.Curation.Commands;

/// <summary>The buttons below changed facts and histories.</summary>
internal sealed class FactButtons(
    EditContextResolver contexts,
    FactEditingService factEditingService,
    FactReader reader,
    FactSubmissionService submissions,
    DraftStore drafts
) : IComponentHandler
{
    public ImmutableArray<string> Actions { get; } = [FactButtonIds.Undo, FactButtonIds.History, FactButtonIds.Propose, FactButtonIds.Pick];

    public DeferMode GetDeferMode(string action) =>
        action switch
        {
            FactButtonIds.History => DeferMode.Update,
            FactButtonIds.Pick => DeferMode.None,
            _ => DeferMode.EphemeralMessage,
        };

    public async ValueTask<AccessRule> GetAccessAsync(Request request, string action, string argument) =>
        action switch
        {
            FactButtonIds.Undo => await FactUndoCommand.GetAccessAsync(reader, ButtonFields.Number(argument) ?? 0),
            FactButtonIds.Propose => AccessRule.For(Permission.Edit),
            _ => AccessRule.For(Permission.Edit, isGlobal: FactCards.IsGlobal(argument)),
        };

    public async ValueTask<Reply> HandleAsync(Request request, string action, string argument, CancellationToken cancellationToken) =>
        action switch
        {
            FactButtonIds.History => await PageAsync(request, FactHistoryButton.Parse(argument), cancellationToken),
            FactButtonIds.Pick => await PickAsync(request, StatementButton.Parse(argument), cancellationToken),
            _ => await ChangeAsync(request, action, argument, cancellationToken),
        };

    private async Task<Reply> ChangeAsync(Request request, string action, string argument, CancellationToken cancellationToken)
    {
        if (!long.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return Gone;
        return action == FactButtonIds.Undo
            ? await FactUndoCommand.UndoAsync(contexts, factEditingService, reader, request, number, cancellationToken)
            : await ProposeAsync(request, number, cancellationToken);
    }

    private static Reply Gone => Replies.Ephemeral(ChatTexts.Current["fact.old_button"]);

    private async Task<Reply> PageAsync(Request request, FactHistoryButton? button, CancellationToken cancellationToken)
    {
        if (button is not var (isGlobal, subject, property, below))
            return Gone;
        var place = await contexts.ResolveAsync(request, isGlobal, cancellationToken);
        var card = FactCards.History(
            place.Facts.Facts,
            place.Layer,
            subject,
            property,
            await reader.HistoryAsync(place.Layer, subject, property, below, FactCards.RevisionsToRead, cancellationToken)
        );
        return below == long.MaxValue ? FactCards.Private(card) : new Reply.Update(card);
    }

    private async Task<Reply> PickAsync(Request request, StatementButton? button, CancellationToken cancellationToken)
    {
        var place = await contexts.ResolveAsync(request, button?.IsGlobal == true, cancellationToken);
        if (button is null || await reader.FindAsync(place.Layer, button.Id, cancellationToken) is not { Content.IsStated: true } current)
            return Replies.Ephemeral(new Refusal(RefusalCode.FactGone));
        if (current.Content.IsLocked && current.Layer == place.Layer && !place.MayApprove)
            return Replies.Ephemeral(new Refusal(RefusalCode.FactLockedToAuthor));
        var target = new FormTarget(FormPurpose.Edit, place.Layer.IsGlobal) { Subject = current.Subject, Property = current.Property };
        return FactForms.Create(place.Facts.Facts, target, current);
    }

    // A server's statement becomes a suggestion to the curators, in place of the global one under it.
    private async Task<Reply> ProposeAsync(Request request, long number, CancellationToken cancellationToken)
    {
        var place = await contexts.ResolveAsync(request, cancellationToken: cancellationToken);
        if (
            await reader.RevisionAsync(place.Layer, number, cancellationToken)
            is not { Layer.IsGlobal: false, Content.IsStated: true } revision
        )
            return Replies.Ephemeral(request.Texts["fact.propose_current"]);
        var below = await reader.FindGlobalAsync(revision.Row.Statement, cancellationToken);
        var target = new FormTarget(FormPurpose.Suggest, IsGlobal: true)
        {
            Subject = revision.Row.Subject,
            Property = revision.Row.Property,
            Statement = below?.Id ?? "",
            Base = below?.Revision ?? 0,
        };
        var fields = FactFields.From(revision.Content) with { Why = revision.Row.Reason ?? "Proposed by a server's editors" };
        var global = await contexts.ResolveAsync(request, isGlobal: true, cancellationToken: cancellationToken);
        return await submissions.SubmitAsync(
            global,
            await drafts.SaveAsync(global.Layer, request.Caller.User, target, fields, cancellationToken),
            cancellationToken
        );
    }
}
