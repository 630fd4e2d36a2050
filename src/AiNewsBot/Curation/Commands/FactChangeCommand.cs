using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Curation.Access;
using AiNewsBot.Curation.Checks;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Curation.Forms;
using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.Curation.Commands;

/// <summary>A command that changes a statement without a form, and the buttons by which one of several is picked.</summary>
internal abstract class FactChangeCommand(
    EditContextResolver contexts,
    FactOptions options,
    FactReader reader,
    DraftStore drafts,
    FactEditingService factEditingService
) : Command, IComponentHandler
{
    private const int MaxReasonLength = FactValidator.MaxReasonLength;

    protected static OptionDefinition Why { get; } = new("why", "Why, for those who look at the history", MaxLength: MaxReasonLength);

    public ImmutableArray<string> Actions => [PickAction];

    public override bool IsPrivate(Request request) => true;

    public DeferMode GetDeferMode(string action) => DeferMode.EphemeralMessage;

    public override Task<ImmutableArray<OptionChoice>> CompleteAsync(Request request, CancellationToken cancellationToken) =>
        options.CompleteAsync(request, isNew: false, cancellationToken: cancellationToken);

    public override ValueTask<AccessRule> GetAccessAsync(Request request) => new(AccessRule.For(Permission, FactOptions.IsGlobal(request)));

    public override async ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var place = await contexts.ResolveAsync(request, FactOptions.IsGlobal(request), cancellationToken);
        var (subject, property, statement, fault) = options.Read(request, place);
        if (fault is not null)
            return Replies.Ephemeral(fault);
        var why = request.Option("why");
        if (why is not null && FactValidator.GetTextError(why, "reason", MaxReasonLength) is { } unreadable)
            return Replies.Ephemeral(unreadable);
        var (current, none) = await options.OneAsync(place, subject!, property, statement, cancellationToken);
        if (current is not null && (statement is not null || Apply(current.Content).Content is not null))
            return await ChangeAsync(place, current, why, cancellationToken: cancellationToken);

        // Only what the change can be made to is offered: of five events of which one is locked, that one is unlocked.
        var all = await options.AllAsync(place, subject!, property, cancellationToken);
        ImmutableArray<CurrentStatement> several = [.. all.Where(one => Apply(one.Content).Content is not null)];
        return several switch
        {
            [] => Replies.Ephemeral(all is [var first, ..] ? Apply(first.Content).Fault! : none!),
            [var only] => await ChangeAsync(place, only, why, cancellationToken: cancellationToken),
            _ => FactCards.Private(
                FactCards.Choose(
                    place.Layer,
                    FactOptions.ChooseOne(subject!, property, several.Length),
                    several,
                    PickAction,
                    Kind.ToString().ToLowerInvariant(),
                    why is null ? null : await SaveDraftAsync(place, request, why, cancellationToken)
                )
            ),
        };
    }

    public ValueTask<AccessRule> GetAccessAsync(Request request, string action, string argument) =>
        new(AccessRule.For(Permission, isGlobal: FactCards.IsGlobal(argument)));

    public async ValueTask<Reply> HandleAsync(Request request, string action, string argument, CancellationToken cancellationToken) =>
        await PickAsync(request, StatementButton.Parse(argument), cancellationToken);

    protected abstract string PickAction { get; }

    protected abstract ChangeKind Kind { get; }

    protected abstract Permission Permission { get; }

    /// <summary>The new content; null with the reason where nothing would change.</summary>
    protected abstract (StatementContent? Content, string? Fault) Apply(StatementContent current);

    // A reason is longer than a button's id: it waits with what else was typed and is not done. It is no form of any fact.
    private async Task<string> SaveDraftAsync(EditContext place, Request request, string why, CancellationToken cancellationToken) =>
        (
            await drafts.SaveAsync(
                place.Layer,
                request.Caller.User,
                new FormTarget(FormPurpose.Edit, place.Layer.IsGlobal),
                new FactFields(null, null, null, null, why),
                cancellationToken
            )
        ).Id;

    private async Task<Reply> PickAsync(Request request, StatementButton? button, CancellationToken cancellationToken)
    {
        var place = await contexts.ResolveAsync(request, button?.IsGlobal == true, cancellationToken);
        if (button is null || await reader.FindAsync(place.Layer, button.Id, cancellationToken) is not { Content.IsStated: true } current)
            return Replies.Ephemeral(new Refusal(RefusalCode.FactGone));
        var draft = button.Draft.Length > 0 ? await drafts.FindAsync(button.Draft, request.Caller.User, cancellationToken) : null;
        return await ChangeAsync(place, current, draft?.Fields.Why, draft?.Id, cancellationToken);
    }

    private async Task<Reply> ChangeAsync(
        EditContext place,
        CurrentStatement current,
        string? why,
        string? draft = null,
        CancellationToken cancellationToken = default
    )
    {
        var (content, idle) = Apply(current.Content);
        if (content is null)
            return Replies.Ephemeral(idle!);
        var change = new Change(Kind, place.Layer, current.Subject, current.Property, content)
        {
            Statement = current.Id,
            Base = current.Revision,
            Reason = why,
        };
        return (
            await factEditingService.ApplyAsync(
                place.Author,
                change,
                connection => connection.ExecuteAsync("DELETE FROM drafts WHERE id = @draft", new { draft }),
                cancellationToken
            )
        ) switch
        {
            EditResult.Done done => FactCards.Private(FactCards.Changed(place.Facts.Facts, done.Revisions)),
            EditResult.Refused refused => Replies.Ephemeral(refused.Why),
            _ => Replies.Ephemeral(new Refusal(RefusalCode.FactChanged)),
        };
    }
}
