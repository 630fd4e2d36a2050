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
    FactPermissionService gate,
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

    public override ImmutableArray<OptionChoice> Complete(Request request) => options.Complete(request, isNew: false);

    public override AccessRule GetAccess(Request request) => AccessRule.For(Permission, FactOptions.IsGlobal(request));

    public override ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Handle(request));

    public AccessRule GetAccess(Request request, string action, string argument) =>
        AccessRule.For(Permission, isGlobal: FactCards.IsGlobal(argument));

    public ValueTask<Reply> HandleAsync(Request request, string action, string argument, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Pick(request, StatementButton.Parse(argument)));

    protected abstract string PickAction { get; }

    protected abstract ChangeKind Kind { get; }

    protected abstract Permission Permission { get; }

    /// <summary>The new content; null with the reason where nothing would change.</summary>
    protected abstract (StatementContent? Content, string? Fault) Apply(StatementContent current);

    private Reply Handle(Request request)
    {
        var place = gate.Enter(request, FactOptions.IsGlobal(request));
        var (subject, property, statement, fault) = options.Read(request, place);
        if (fault is not null)
            return Replies.Ephemeral(fault);
        var why = request.Option("why");
        if (why is not null && FactValidator.GetTextError(why, "reason", MaxReasonLength) is { } unreadable)
            return Replies.Ephemeral(unreadable);
        var (current, none) = options.One(place, subject!, property, statement);
        if (current is not null && (statement is not null || Apply(current.Content).Content is not null))
            return Change(place, current, why);

        // Only what the change can be made to is offered: of five events of which one is locked, that one is unlocked.
        var all = options.All(place, subject!, property);
        ImmutableArray<CurrentStatement> several = [.. all.Where(one => Apply(one.Content).Content is not null)];
        return several switch
        {
            [] => Replies.Ephemeral(all is [var first, ..] ? Apply(first.Content).Fault! : none!),
            [var only] => Change(place, only, why),
            _ => FactCards.Private(
                FactCards.Choose(
                    place.Layer,
                    $"Of {subject!.Name}, {several.Length} statements are under '{FactProperties.Label(property)}': choose one.",
                    several,
                    PickAction,
                    Kind.ToString(),
                    why is null ? null : Keep(place, request, why)
                )
            ),
        };
    }

    // A reason is longer than a button's id: it waits with what else was typed and is not done. It is no form of any fact.
    private string Keep(EditContext place, Request request, string why) =>
        drafts
            .Save(
                place.Layer,
                request.Caller.User,
                new FormTarget(FormPurpose.Edit, place.Layer.IsGlobal),
                new FactFields(null, null, null, null, why)
            )
            .Id;

    private Reply Pick(Request request, StatementButton? button)
    {
        var place = gate.Enter(request, button?.IsGlobal == true);
        if (button is null || reader.Find(place.Layer, button.Id) is not { Content.IsStated: true } current)
            return Replies.Ephemeral(new Refusal(RefusalCode.FactGone));
        var draft = button.Draft.Length > 0 ? drafts.Find(button.Draft, request.Caller.User) : null;
        return Change(place, current, draft?.Fields.Why, draft?.Id);
    }

    private Reply Change(EditContext place, CurrentStatement current, string? why, string? draft = null)
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
        return factEditingService.Apply(
            place.Author,
            change,
            connection => connection.Execute("DELETE FROM drafts WHERE id = @draft", new { draft })
        ) switch
        {
            EditResult.Done done => FactCards.Private(FactCards.Changed(place.Facts.Facts, done.Revisions)),
            EditResult.Refused refused => Replies.Ephemeral(refused.Why),
            _ => Replies.Ephemeral(new Refusal(RefusalCode.FactChanged)),
        };
    }
}
