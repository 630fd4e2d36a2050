using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Curation.Access;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Curation.Forms;

namespace AiNewsBot.Curation.Commands;

/// <summary>/fact add: a form for something that is not said yet.</summary>
internal sealed class FactAddCommand(EditContextResolver contexts, FactOptions options, DraftStore drafts, FactReader reader) : Command
{
    public override CommandDefinition Definition { get; } =
        FactOptions.Define("fact add", "Say something new of a model, family, maker, licence or topic");

    public override DeferMode GetDeferMode(Request request) => DeferMode.None;

    public override Task<ImmutableArray<OptionChoice>> CompleteAsync(Request request, CancellationToken cancellationToken) =>
        options.CompleteAsync(request, isNew: true, cancellationToken: cancellationToken);

    public override ValueTask<AccessRule> GetAccessAsync(Request request) =>
        new(AccessRule.For(Permission.Edit, FactOptions.IsGlobal(request)));

    public override async ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var place = await contexts.ResolveAsync(request, FactOptions.IsGlobal(request), cancellationToken);
        var (subject, property, _, fault) = options.Read(request, place);
        if (subject is null && !place.Layer.IsGlobal)
            return FactCards.Private(ModelCards.Unknown(request.Option(FactOptions.SubjectOption.Name) ?? "", FormPurpose.Edit));
        if (fault is not null)
            return Replies.Ephemeral(fault);
        if (
            !place.MayApprove
            && (await reader.ReadOwnAsync(place.Layer, subject!.Id, property, cancellationToken)).Any(own =>
                own.Content is { IsLocked: true, IsStated: true }
            )
        )
            return Replies.Ephemeral(new Refusal(RefusalCode.FactLockedToAuthor));
        var target = new FormTarget(FormPurpose.Edit, place.Layer.IsGlobal) { Subject = subject!.Id, Property = property };
        return
            await drafts.FindAsync(place.Layer, request.Caller.User, target, isNew: true, cancellationToken: cancellationToken) is { } draft
            ? FactCards.Private(FactCards.Unfinished(place.Facts.Facts, draft))
            : FactForms.Create(place.Facts.Facts, target, shown: null);
    }
}
