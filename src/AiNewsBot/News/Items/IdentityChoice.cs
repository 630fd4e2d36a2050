using System.Collections.Immutable;

namespace AiNewsBot.News.Items;

/// <summary>Which key of a feed's entries can be relied on.</summary>
internal static class IdentityChoice
{
    /// <summary>The first of guid, link, title and date that each entry has and that no two different entries share.</summary>
    public static IdentityRule Of(ImmutableArray<EntryKeys> entries) =>
        IsTelling(entries, entry => entry.Id, entry => (entry.Link, entry.Title)) ? IdentityRule.Id
        : IsTelling(entries, entry => entry.Link, entry => (entry.Title, null)) ? IdentityRule.Link
        : IdentityRule.Title;

    /// <summary>The rule to fall back to where guids turned out to change from one reading to the next.</summary>
    public static IdentityRule WithoutGuids(ImmutableArray<EntryKeys> entries) =>
        IsTelling(entries, entry => entry.Link, entry => (entry.Title, null)) ? IdentityRule.Link : IdentityRule.Title;

    // One entry twice in a document, even with its title edited in between, is no fault of the key.
    private static bool IsTelling(ImmutableArray<EntryKeys> entries, Func<EntryKeys, long?> key, Func<EntryKeys, (long?, long?)> rest)
    {
        var first = new Dictionary<long, (long?, long?)>();
        foreach (var entry in entries)
        {
            if (key(entry) is not { } value)
                return false;
            if (!first.TryGetValue(value, out var other))
                first.Add(value, rest(entry));
            else if (other.Item1 != rest(entry).Item1 && (other.Item2 != rest(entry).Item2 || other.Item2 is null))
                return false;
        }

        return true;
    }
}
