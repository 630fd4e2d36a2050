using AiNewsBot.Chat;
using AiNewsBot.Chat.Texts;
using AiNewsBot.Curation.Access;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Curation.Forms;
using AiNewsBot.Storage;

namespace AiNewsBot.Curation.Commands;

/// <summary>/fact unlock: all editors may change it again.</summary>
internal sealed class FactUnlockCommand(
    EditContextResolver contexts,
    FactOptions options,
    FactReader reader,
    DraftStore drafts,
    FactEditingService factEditingService
) : FactChangeCommand(contexts, options, reader, drafts, factEditingService)
{
    public override CommandDefinition Definition { get; } = FactOptions.Define("fact unlock", "Let all editors change a fact again", Why);

    protected override string PickAction => FactButtonIds.Unlock;

    protected override ChangeKind Kind => ChangeKind.Unlock;

    protected override Permission Permission => Permission.Approve;

    protected override (StatementContent? Content, string? Fault) Apply(StatementContent current) =>
        current.IsLocked ? (current with { IsLocked = false }, null) : (null, ChatTexts.Current["fact.not_locked"]);
}
