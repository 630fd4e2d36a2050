using System.Collections.Immutable;
using AiNewsBot.News.Parsing;

namespace AiNewsBot.News.Items;

/// <summary>What a document of a feed says beside what was known of the feed.</summary>
/// <param name="Rule">By what its entries are told apart from now on; null while it never had any.</param>
/// <param name="Entries">Each once, oldest first.</param>
/// <param name="Doubt">Why the new ones are to be held back; null where they are not.</param>
public sealed record Reading(IdentityRule? Rule, ImmutableArray<ReadEntry> Entries, string? Doubt)
{
    private const int FewestToHold = 10;

    public IEnumerable<ReadEntry> New => Entries.Where(entry => entry.Known is null);

    /// <summary>Reads a document.</summary>
    /// <param name="rule">The feed's, as it was chosen; null on its first reading.</param>
    /// <param name="known">Everything that was seen in the feed.</param>
    public static Reading Of(IdentityRule? rule, IReadOnlyCollection<KnownEntry> known, ImmutableArray<FeedEntry> entries)
    {
        ImmutableArray<EntryKeys> keys = [.. entries.Select(EntryKeys.Of)];
        if (keys.IsEmpty)
            return new Reading(rule, [], null);
        var chosen = rule ?? IdentityChoice.Of(keys);
        var found = Match(chosen, known, entries, keys);
        if (chosen == IdentityRule.Id && GuidsChange(found))
        {
            chosen = IdentityChoice.WithoutGuids(keys);
            found = Match(chosen, known, entries, keys);
        }

        var once = Once(found, chosen);
        return new Reading(chosen, once, rule is null ? null : DoubtOf(once, known));
    }

    private static ReadEntry[] Match(IdentityRule rule, IReadOnlyCollection<KnownEntry> known, ImmutableArray<FeedEntry> entries, ImmutableArray<EntryKeys> keys)
    {
        var matcher = new EntryMatcher(rule, known, keys);
        return [.. entries.Select((entry, index) => new ReadEntry(entry, keys[index], matcher.ByRule(keys[index]) ?? matcher.ByPlace(keys[index])))];
    }

    // Entries that are known by all but their guid, and more of them than are known by it.
    private static bool GuidsChange(ReadEntry[] entries)
    {
        var changed = entries.Count(entry => entry.Known is { } known && known.Keys.Id is { } guid && entry.Keys.Id is { } now && guid != now);
        return changed > 0 && changed > entries.Count(entry => entry.Known is { } known && known.Keys.Id == entry.Keys.Id);
    }

    // Documents begin with the newest, mostly; what is posted begins with the oldest.
    private static ImmutableArray<ReadEntry> Once(ReadEntry[] entries, IdentityRule rule)
    {
        var seen = new HashSet<(string, long?, long?)>();
        var kept = new List<ReadEntry>();
        foreach (var entry in entries)
        {
            var keys = entry.Keys;
            (string, long?, long?) identity = entry.Known is { } known ? ("known", known.Sighting, null)
                : rule == IdentityRule.Id && keys.Id is not null ? ("guid", keys.Id, null)
                : rule != IdentityRule.Title && keys.Link is not null ? ("link", keys.Link, null)
                : keys.Title is not null ? ("title", keys.Title, keys.Published)
                : ("text", keys.Content, null);
            if (seen.Add(identity))
                kept.Add(entry);
        }

        var isOldestFirst = kept.Count > 1 && kept[0].Keys.Published is { } first && kept[^1].Keys.Published is { } last && first < last;
        if (!isOldestFirst)
            kept.Reverse();
        return [.. kept];
    }

    private static string? DoubtOf(ImmutableArray<ReadEntry> entries, IReadOnlyCollection<KnownEntry> known)
    {
        var fresh = entries.Where(entry => entry.Known is null).ToArray();
        if (fresh.Length < FewestToHold || fresh.Length * 2 <= entries.Length)
            return null;
        var titles = known.Select(entry => entry.Keys.Title).OfType<long>().ToHashSet();
        var newest = known.Max(entry => entry.Keys.Published);

        // After a time in which nobody looked, many entries are new in earnest: newer than all before, and under titles of their own.
        var doubtful = fresh.Count(entry => entry.Keys.Title is { } title && titles.Contains(title) || entry.Keys.Published < newest);
        return doubtful * 2 <= fresh.Length ? null : $"{fresh.Length} of its {entries.Length} entries look new, though most of them bear dates or titles that are known";
    }
}
