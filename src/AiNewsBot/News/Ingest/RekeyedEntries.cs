using System.Collections.Immutable;

namespace AiNewsBot.News.Ingest;

/// <summary>
/// When the rule of a feed changes, entries come to light that the rule before took for one that is known. Those that were there then are
/// old; only what is newer than everything known is news.
/// </summary>
internal static class RekeyedEntries
{
    /// <param name="entries">Oldest first.</param>
    public static ImmutableArray<FeedDiffEntry> MarkOld(ImmutableArray<FeedDiffEntry> entries, IReadOnlyCollection<KnownEntry> known)
    {
        var ids = known.Select(one => one.Keys.Id).OfType<long>().ToHashSet();
        var links = known.Select(one => one.Keys.Link).OfType<long>().ToHashSet();
        var names = known.Select(one => one.Keys.Name).ToHashSet();
        var newest = known.Max(one => one.Keys.Published);
        var last = entries.Length - 1;
        while (last >= 0 && entries[last].Known is null)
            last--;
        return
        [
            .. entries.Select(
                (entry, index) =>
                    entry with
                    {
                        IsOld = entry.Known is null && WasTakenForAnother(entry.Keys) && !IsNewer(entry.Keys, index),
                    }
            ),
        ];

        bool WasTakenForAnother(EntryKeys keys) =>
            keys.Id is { } id && ids.Contains(id) || keys.Link is { } link && links.Contains(link) || names.Contains(keys.Name);

        // Where the date does not tell, the place does, behind a known one.
        bool IsNewer(EntryKeys keys, int index) =>
            keys.Published is { } date && newest is { } limit && date != limit ? date > limit : last >= 0 && index > last;
    }
}
