using System.Collections.Immutable;

namespace AiNewsBot.News.Ingest;

/// <summary>A reading of a feed, matched with what was known of the feed and ready to be stored.</summary>
/// <param name="Drafts">What is to be stored, oldest first.</param>
/// <param name="Known">The entries that were known when it was matched: it holds only while they are the same.</param>
internal sealed record PreparedReading(FeedDiff Diff, ImmutableArray<ItemDraft> Drafts, SightingsMark Known);
