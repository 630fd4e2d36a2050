using AiNewsBot.Chat;

namespace AiNewsBot.Curation.Transfer;

/// <summary>An entry of a file that cannot be a fact.</summary>
/// <param name="Place">Where it is in the file.</param>
internal sealed record RefusedEntry(string Place, Refusal Refusal)
{
    public string Text => $"{Place}: {RefusalText.Reason(Refusal)}";
}
