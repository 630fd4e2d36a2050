using AiNewsBot.Chat;
using AiNewsBot.Curation.Access;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Curation.Forms;
using AiNewsBot.Storage;

namespace AiNewsBot.Curation.Commands;

/// <summary>/fact retract: it holds no more, and its history stays.</summary>
internal sealed class FactRetractCommand(
    EditContextResolver contexts,
    FactOptions options,
    FactReader reader,
    DraftStore drafts,
    FactEditingService factEditingService
) : FactChangeCommand(contexts, options, reader, drafts, factEditingService)
{
    public override CommandDefinition Definition { get; } = FactOptions.Define("fact retract", "Take back what is said of something", Why);

    protected override string PickAction => FactButtonIds.Retract;

    protected override ChangeKind Kind => ChangeKind.Retract;

    protected override Permission Permission => Permission.Edit;

    protected override (StatementContent? Content, string? Fault) Apply(StatementContent current) =>
        (current with { State = StatementContent.Retracted }, null);
}
