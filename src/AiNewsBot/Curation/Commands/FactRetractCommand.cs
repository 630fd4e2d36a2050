using AiNewsBot.Chat;
using AiNewsBot.Curation.Access;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Storage;

namespace AiNewsBot.Curation.Commands;

/// <summary>/fact retract: it holds no more, and its history stays.</summary>
internal sealed class FactRetractCommand(FactPermissionService gate, FactOptions options, FactEditingService factEditingService)
    : FactChangeCommand(gate, options, factEditingService)
{
    public override CommandDefinition Definition { get; } =
        new("fact retract", "Take back what is said of something", FactOptions.SubjectOption, FactOptions.Property, FactOptions.Layer, Why);

    protected override ChangeKind Kind => ChangeKind.Retract;

    protected override Permission Permission => Permission.Edit;

    protected override (StatementContent? Content, string? Fault) Apply(StatementContent current) =>
        (current with { State = StatementContent.Retracted }, null);
}
