using AiNewsBot.News.Parsing;

namespace AiNewsBot.News.Items;

/// <summary>An entry of a document, with the known one that it is; null where it is new.</summary>
public sealed record ReadEntry(FeedEntry Entry, EntryKeys Keys, KnownEntry? Known);
