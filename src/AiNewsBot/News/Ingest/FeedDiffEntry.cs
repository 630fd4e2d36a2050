using AiNewsBot.Feeds;

namespace AiNewsBot.News.Ingest;

/// <summary>An entry of a document, with the known one that it is; null where it was not known.</summary>
/// <param name="IsOld">Whether it was there before and only was not told apart from another one: it is no news.</param>
internal sealed record FeedDiffEntry(FeedEntry Entry, EntryKeys Keys, KnownEntry? Known, bool IsOld = false)
{
    public bool IsNew => Known is null && !IsOld;
}
