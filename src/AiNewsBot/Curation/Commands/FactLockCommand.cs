using AiNewsBot.Chat;
using AiNewsBot.Chat.Texts;
using AiNewsBot.Curation.Access;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Curation.Forms;
using AiNewsBot.Storage;

namespace AiNewsBot.Curation.Commands;

/// <summary>/fact lock: only reviewers may change it.</summary>
internal sealed class FactLockCommand(
    EditContextResolver contexts,
    FactOptions options,
    FactReader reader,
    DraftStore drafts,
    FactEditingService factEditingService
) : FactChangeCommand(contexts, options, reader, drafts, factEditingService)
{
    public override CommandDefinition Definition { get; } =
        FactOptions.Define("fact lock", "Let only those who review suggestions change a fact", Why);

    protected override string PickAction => FactButtonIds.Lock;

    protected override ChangeKind Kind => ChangeKind.Lock;

    protected override Permission Permission => Permission.Approve;

    protected override (StatementContent? Content, string? Fault) Apply(StatementContent current) =>
        current.IsLocked ? (null, ChatTexts.Current["fact.locked_already"]) : (current with { IsLocked = true }, null);
}
