using AiNewsBot.Chat;
using AiNewsBot.Curation.Access;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Storage;

namespace AiNewsBot.Curation.Commands;

/// <summary>/fact unlock: all editors may change it again.</summary>
internal sealed class FactUnlockCommand(FactPermissionService gate, FactOptions options, FactEditingService factEditingService)
    : FactChangeCommand(gate, options, factEditingService)
{
    public override CommandDefinition Definition { get; } =
        new("fact unlock", "Let all editors change a fact again", FactOptions.SubjectOption, FactOptions.Property, FactOptions.Layer, Why);

    protected override ChangeKind Kind => ChangeKind.Unlock;

    protected override Permission Permission => Permission.Approve;

    protected override (StatementContent? Content, string? Fault) Apply(StatementContent current) =>
        current.IsLocked ? (current with { IsLocked = false }, null) : (null, "This fact is not locked.");
}
