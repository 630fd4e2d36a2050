using AiNewsBot.Curation.Editing;
using AiNewsBot.Servers;
using AiNewsBot.Storage;
using AiNewsBot.Transport;

namespace AiNewsBot.Curation.Commands;

/// <summary>/fact retract: it holds no more, and its history stays.</summary>
internal sealed class FactRetractCommand(FactGate gate, FactOptions options, Curator curator) : FactChangeCommand(gate, options, curator)
{
    public override CommandDefinition Definition { get; } = new("fact retract", "Take back what is said of something", FactOptions.SubjectOption, FactOptions.Property, FactOptions.Layer, Why);

    protected override ChangeKind Kind => ChangeKind.Retract;

    protected override Power Power => Power.Edit;

    protected override (Content? Content, string? Fault) Apply(Content stands) => (stands with { State = Content.Retracted }, null);
}
