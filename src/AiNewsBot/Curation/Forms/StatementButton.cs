using AiNewsBot.Chat;

namespace AiNewsBot.Curation.Forms;

/// <summary>Means one statement of several.</summary>
/// <param name="Id">Of the statement.</param>
/// <param name="Draft">What keeps why; empty for no reason.</param>
internal sealed record StatementButton(bool IsGlobal, string Id, string Draft = "")
{
    public string Format(string action) => ButtonFields.Format(action, FactCards.Flag(IsGlobal), Id, Draft);

    // In the version before, an id without a draft had two fields.
    public static StatementButton? Parse(string argument) =>
        ButtonFields.Parse(argument) is [var layer, var id, .. { Length: <= 1 } rest]
            ? new StatementButton(layer == FactCards.GlobalFlag, id, rest is [var draft] ? draft : "")
            : null;
}
