using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Curation.Access;
using AiNewsBot.Curation.Checks;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Curation.Forms;
using AiNewsBot.Storage;

namespace AiNewsBot.Curation.Commands;

/// <summary>A command that changes a statement without a form.</summary>
internal abstract class FactChangeCommand(FactPermissionService gate, FactOptions options, FactEditingService factEditingService) : Command
{
    private const int MaxReasonLength = FactValidator.MaxReasonLength;

    protected static OptionDefinition Why { get; } = new("why", "Why, for those who look at the history", MaxLength: MaxReasonLength);

    public override bool IsPrivate(Request request) => true;

    public override ImmutableArray<OptionChoice> Complete(Request request) => options.Complete(request, isNew: false);

    public override AccessRule GetAccess(Request request) => AccessRule.For(Permission, FactOptions.IsGlobal(request));

    public override ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Handle(request));

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
        var (currentStatement, none) = options.One(place, subject!, property, statement);
        if (currentStatement is null)
            return Replies.Ephemeral(
                options.All(place, subject!, property).Length > 1
                    ? $"{none} They are in the list that opens while you type the property."
                    : none!
            );
        var why = request.Option("why");
        if (why is not null && FactValidator.GetTextError(why, "reason", MaxReasonLength) is { } unreadable)
            return Replies.Ephemeral(unreadable);
        var (content, idle) = Apply(currentStatement.Content);
        if (content is null)
            return Replies.Ephemeral(idle!);
        var change = new Change(Kind, place.Layer, subject!.Id, property, content)
        {
            Statement = currentStatement.Id,
            Base = currentStatement.Revision,
            Reason = why,
        };
        return factEditingService.Apply(place.Author, change) switch
        {
            EditResult.Done done => FactCards.Private(FactCards.Changed(place.Facts.Facts, done.Revisions)),
            EditResult.Refused refused => Replies.Ephemeral(refused.Why),
            _ => Replies.Ephemeral(new Refusal(RefusalCode.FactChanged)),
        };
    }
}
