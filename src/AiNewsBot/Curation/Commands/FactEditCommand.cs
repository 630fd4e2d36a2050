using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Curation.Access;
using AiNewsBot.Curation.Forms;

namespace AiNewsBot.Curation.Commands;

/// <summary>/fact edit: a form with the current values.</summary>
internal sealed class FactEditCommand(EditContextResolver contexts, FactOptions options, DraftStore drafts) : Command
{
    public override CommandDefinition Definition { get; } =
        FactOptions.Define("fact edit", "Correct what is said of a model, family, maker, licence or topic");

    public override DeferMode GetDeferMode(Request request) => DeferMode.None;

    public override Task<ImmutableArray<OptionChoice>> CompleteAsync(Request request, CancellationToken cancellationToken) =>
        options.CompleteAsync(request, isNew: false, cancellationToken: cancellationToken);

    public override ValueTask<AccessRule> GetAccessAsync(Request request) =>
        new(AccessRule.For(Permission.Edit, FactOptions.IsGlobal(request)));

    public override async ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var place = await contexts.ResolveAsync(request, FactOptions.IsGlobal(request), cancellationToken);
        var (subject, property, statement, fault) = options.Read(request, place);
        if (fault is not null)
            return Replies.Ephemeral(fault);
        var target = new FormTarget(FormPurpose.Edit, place.Layer.IsGlobal) { Subject = subject!.Id, Property = property };
        if (
            await drafts.FindAsync(place.Layer, request.Caller.User, target, isNew: false, cancellationToken: cancellationToken) is
            { } draft
        )
            return FactCards.Private(FactCards.Unfinished(place.Facts.Facts, draft));
        var (currentStatement, none) = await options.OneAsync(place, subject, property, statement, cancellationToken);
        if (currentStatement is { Content.IsLocked: true } && currentStatement.Layer == place.Layer && !place.MayApprove)
            return Replies.Ephemeral(new Refusal(RefusalCode.FactLockedToAuthor));
        return currentStatement is null
            ? await options.AllAsync(place, subject, property, cancellationToken) is { Length: > 1 } several
                ? FactCards.Private(FactCards.Choose(place.Layer, none!, several, FactButtonIds.Pick, "edit"))
                : Replies.Ephemeral(none!)
            : FactForms.Create(place.Facts.Facts, target, currentStatement);
    }
}
