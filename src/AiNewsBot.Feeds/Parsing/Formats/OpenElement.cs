namespace AiNewsBot.Feeds.Parsing.Formats;

/// <summary>An element whose end has not come.</summary>
/// <param name="Draft">The entry whose fields it contains; null outside entries.</param>
/// <param name="Base">What relative references in it are relative to; null where that is not known.</param>
/// <param name="OwnBase">The same as far as the document itself says it, wherever it was had from; null where it does not.</param>
internal readonly record struct OpenElement(FeedElement Part, EntryBuilder? Draft, string? Base, string? OwnBase);
