using System.Collections.Immutable;
using AiNewsBot.News.Feeds;

namespace AiNewsBot.News.Ingest;

/// <summary>Which key of a feed's entries can be relied on.</summary>
internal static class IdentityRuleSelector
{
    private static readonly ImmutableArray<IdentityRule> Rules = [.. Enum.GetValues<IdentityRule>()];

    /// <summary>The feed's rule, as long as no document shows that it takes different entries for one; else the next that does
    /// not.</summary>
    /// <param name="rule">The rule so far; null on the first reading.</param>
    public static IdentityRule Select(IdentityRule? rule, ImmutableArray<EntryKeys> entries) =>
        rule is { } kept && !Confuses(kept, entries) ? kept : Next(rule, entries);

    /// <summary>The rule to fall back to where keys turned out to change from one reading to the next.</summary>
    public static IdentityRule Without(IdentityRule rule, ImmutableArray<EntryKeys> entries) =>
        Next(rule.IsById() ? IdentityRule.IdWithFragment : IdentityRule.LinkWithFragment, entries);

    private static IdentityRule Next(IdentityRule? after, ImmutableArray<EntryKeys> entries) =>
        Rules.FirstOrDefault(
            rule => (after is null || rule > after) && entries.All(entry => rule.KeyOf(entry) is not null) && !Confuses(rule, entries),
            IdentityRule.Title
        );

    private static bool Confuses(IdentityRule rule, ImmutableArray<EntryKeys> entries)
    {
        if (rule == IdentityRule.Title)
            return false;
        var first = new Dictionary<(long, long?), EntryKeys>();
        var (names, dates) = (new HashSet<long>(), new HashSet<long>());
        var keyed = 0;
        foreach (var entry in entries)
        {
            if (rule.KeyOf(entry) is not { } key)
                continue;
            keyed++;
            names.Add(entry.Name);
            if (entry.Published is { } date)
                dates.Add(date);
            if (!first.TryAdd(key, entry) && AreTwo(rule, first[key], entry))
                return true;
        }

        // One key for all entries of the feed is no key.
        return first.Count == 1 && keyed == entries.Length && (names.Count > 1 || dates.Count > 1);
    }

    // One entry twice in a document, even with its title edited in between, is no fault of a guid. A link promises less: a page that is
    // linked under two titles or dates is linked by two entries.
    private static bool AreTwo(IdentityRule rule, EntryKeys one, EntryKeys other)
    {
        var isOtherLink = (one.Link, one.LinkFragment) != (other.Link, other.LinkFragment);
        return rule.IsById()
            ? one.Name != other.Name && (isOtherLink || rule == IdentityRule.Id && one.IdFragment != other.IdFragment)
            : one.Name != other.Name || one.IsPublished && other.IsPublished && one.Published != other.Published;
    }
}
