using AiNewsBot.Curation.Editing;
using AiNewsBot.Servers;
using AiNewsBot.Storage;
using AiNewsBot.Transport;

namespace AiNewsBot.Curation.Commands;

/// <summary>/fact unlock: all editors may change it again.</summary>
internal sealed class FactUnlockCommand(FactGate gate, FactOptions options, Curator curator) : FactChangeCommand(gate, options, curator)
{
    public override CommandDefinition Definition { get; } = new("fact unlock", "Let all editors change a fact again", FactOptions.SubjectOption, FactOptions.Property, FactOptions.Layer, Why);

    protected override ChangeKind Kind => ChangeKind.Unlock;

    protected override Power Power => Power.Approve;

    protected override (Content? Content, string? Fault) Apply(Content stands) => stands.IsLocked ? (stands with { IsLocked = false }, null) : (null, "This fact is not locked.");
}
