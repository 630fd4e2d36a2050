namespace AiNewsBot.News.FactChanges;

/// <summary>A fact that changed, as news.</summary>
/// <param name="Key">Tells this change from any other, such as the number of its revision.</param>
/// <param name="Subject">Whose fact it is.</param>
/// <param name="Title">What changed, in a line of plain text.</param>
/// <param name="Summary">From what to what and since when; plain text.</param>
/// <param name="Link">The source; null where it has none to link to.</param>
/// <param name="Server">The server in whose layer it changed; null for the global one.</param>
internal sealed record ChangedFact(
    string Key,
    string Subject,
    string Title,
    string? Summary = null,
    string? Link = null,
    string? Server = null
);
