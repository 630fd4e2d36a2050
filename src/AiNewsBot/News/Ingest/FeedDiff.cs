using System.Collections.Immutable;
using AiNewsBot.Feeds;
using AiNewsBot.News.Feeds;
using AiNewsBot.News.Items;

namespace AiNewsBot.News.Ingest;

/// <summary>What a document of a feed says beside what was known of the feed.</summary>
/// <param name="Rule">By what its entries are told apart from now on; null while it never had any.</param>
/// <param name="Entries">Each once, oldest first.</param>
/// <param name="Doubt">Why the new ones are to be held back; null where they are not.</param>
internal sealed record FeedDiff(IdentityRule? Rule, ImmutableArray<FeedDiffEntry> Entries, FeedDoubt? Doubt)
{
    private const int MinEntriesToHold = 10;

    public IEnumerable<FeedDiffEntry> New => Entries.Where(entry => entry.IsNew);

    /// <summary>Reads a document.</summary>
    /// <param name="rule">The feed's, as it was chosen; null on its first reading.</param>
    /// <param name="known">Everything that was seen in the feed, in the order in which it came.</param>
    /// <param name="isToRekey">Whether what is known was kept by a rule that told less apart.</param>
    public static FeedDiff Create(
        IdentityRule? rule,
        IReadOnlyCollection<KnownEntry> known,
        ImmutableArray<FeedEntry> entries,
        bool isToRekey = false
    )
    {
        // An entry without a word and without a link has nothing to show: a guid that is no address is no link, though it may identify
        // one.
        ImmutableArray<FeedEntry> shown =
        [
            .. entries.Where(entry =>
                !string.IsNullOrWhiteSpace(entry.Title)
                || !string.IsNullOrWhiteSpace(entry.Summary)
                || CanonicalUrl.Normalize(entry.Link) is not null
            ),
        ];
        ImmutableArray<EntryKeys> keys = [.. shown.Select(EntryKeys.From)];
        if (keys.IsEmpty)
            return new FeedDiff(rule, [], null);
        var chosen = IdentityRuleSelector.Select(rule, keys);
        var found = Match(chosen, known, shown, keys);
        if (chosen != IdentityRule.Title && KeysChange(chosen, found))
        {
            chosen = IdentityRuleSelector.Without(chosen, keys);
            found = Match(chosen, known, shown, keys);
        }

        var ordered = Order(found);
        if (isToRekey || rule is not null && chosen != rule)
            ordered = RekeyedEntries.MarkOld(ordered, known);
        return new FeedDiff(chosen, ordered, rule is null ? null : GetDoubt(ordered, known));
    }

    private static FeedDiffEntry[] Match(
        IdentityRule rule,
        IReadOnlyCollection<KnownEntry> known,
        ImmutableArray<FeedEntry> entries,
        ImmutableArray<EntryKeys> keys
    )
    {
        var kept = EntryDeduplicator.Create(rule, keys);
        var found = EntryMatcher.Match(rule, known, [.. kept.Select(i => keys[i])]);
        return [.. kept.Select((place, i) => new FeedDiffEntry(entries[place], keys[place], found[i]))];
    }

    // Entries that are known by all but their guid or link, and more of them than are known by it.
    private static bool KeysChange(IdentityRule rule, FeedDiffEntry[] entries)
    {
        var pairs = entries
            .Where(entry => entry.Known is not null)
            .Select(entry => rule.IsById() ? (entry.Known!.Keys.Id, entry.Keys.Id) : (entry.Known!.Keys.Link, entry.Keys.Link))
            .ToArray();
        var changed = pairs.Count(pair => pair is (not null, not null) && pair.Item1 != pair.Item2);
        return changed > 0 && changed > pairs.Count(pair => pair.Item1 == pair.Item2);
    }

    // Documents begin with the newest, mostly; what is posted begins with the oldest.
    private static ImmutableArray<FeedDiffEntry> Order(FeedDiffEntry[] entries)
    {
        var isOldestFirst =
            entries.Length > 1 && entries[0].Keys.Published is { } first && entries[^1].Keys.Published is { } last && first < last;
        return isOldestFirst ? [.. entries] : [.. Enumerable.Reverse(entries)];
    }

    private static FeedDoubt? GetDoubt(ImmutableArray<FeedDiffEntry> entries, IReadOnlyCollection<KnownEntry> known)
    {
        var fresh = entries.Where(entry => entry.IsNew).ToArray();
        if (fresh.Length < MinEntriesToHold || fresh.Length * 2 <= entries.Length)
            return null;

        // A title that comes again and again says nothing.
        var titles = known
            .Select(entry => entry.Keys.Title)
            .OfType<long>()
            .GroupBy(title => title)
            .Where(group => group.Count() == 1)
            .Select(group => group.Key)
            .ToHashSet();
        var newest = known.Max(entry => entry.Keys.Published);

        // After a time without polls, many entries are really new: newer than all before, and under titles of their own.
        var doubtful = fresh.Count(entry => entry.Keys.Title is { } title && titles.Contains(title) || entry.Keys.Published < newest);
        return doubtful * 2 <= fresh.Length ? null : new FeedDoubt(fresh.Length, entries.Length);
    }
}
