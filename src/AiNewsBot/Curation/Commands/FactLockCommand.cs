using AiNewsBot.Curation.Editing;
using AiNewsBot.Servers;
using AiNewsBot.Storage;
using AiNewsBot.Transport;

namespace AiNewsBot.Curation.Commands;

/// <summary>/fact lock: only reviewers may change it.</summary>
internal sealed class FactLockCommand(FactGate gate, FactOptions options, Curator curator) : FactChangeCommand(gate, options, curator)
{
    public override CommandDefinition Definition { get; } = new("fact lock", "Let only those who review suggestions change a fact", FactOptions.SubjectOption, FactOptions.Property, FactOptions.Layer, Why);

    protected override ChangeKind Kind => ChangeKind.Lock;

    protected override Power Power => Power.Approve;

    protected override (Content? Content, string? Fault) Apply(Content stands) => stands.IsLocked ? (null, "This fact is locked already.") : (stands with { IsLocked = true }, null);
}
