using AiNewsBot.Chat;
using AiNewsBot.Curation.Forms;

namespace AiNewsBot.Curation.Transfer;

/// <summary>Imports a file that was looked at.</summary>
/// <param name="File">The id of the file.</param>
internal sealed record ImportButton(bool IsGlobal, string File)
{
    public const string Action = "import-apply";

    public string Id => ButtonFields.Format(Action, FactCards.Flag(IsGlobal), File);

    // In the version before, a third field was left empty.
    public static ImportButton? Parse(string argument) =>
        ButtonFields.Parse(argument) is [var layer, var file, .. [] or [""]] ? new ImportButton(layer == FactCards.GlobalFlag, file) : null;
}
