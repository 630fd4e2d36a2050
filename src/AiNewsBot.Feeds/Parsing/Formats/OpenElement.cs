namespace AiNewsBot.Feeds.Parsing.Formats;

/// <summary>An element whose end has not come.</summary>
/// <param name="Draft">Whose fields stand in it; null where nobody's do.</param>
/// <param name="Base">What relative references in it are relative to; null where that is not known.</param>
/// <param name="OwnBase">The same as far as the document itself says it, wherever it was had from; null where it does not.</param>
internal readonly record struct OpenElement(Part Part, Draft? Draft, string? Base, string? OwnBase);
