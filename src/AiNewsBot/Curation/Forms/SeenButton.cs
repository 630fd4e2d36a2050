using AiNewsBot.Chat;

namespace AiNewsBot.Curation.Forms;

/// <summary>Decides on what has an id, as of the revision that was seen.</summary>
/// <param name="Id">Of a suggestion or a statement.</param>
internal sealed record SeenButton(string Id, long Revision)
{
    public string Format(string action) => ButtonFields.Format(action, Id, Revision);

    public static SeenButton? Parse(string argument) =>
        ButtonFields.Parse(argument) is [var id, var revision] && ButtonFields.Number(revision) is { } number
            ? new SeenButton(id, number)
            : null;
}
