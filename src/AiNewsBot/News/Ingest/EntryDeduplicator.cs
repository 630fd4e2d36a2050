using System.Collections.Immutable;
using AiNewsBot.News.Feeds;

namespace AiNewsBot.News.Ingest;

/// <summary>Leaves each entry of a document once.</summary>
internal static class EntryDeduplicator
{
    /// <summary>The places of the entries that stay: of several that are one, the first.</summary>
    public static ImmutableArray<int> Create(IdentityRule rule, ImmutableArray<EntryKeys> document)
    {
        var groups = new Dictionary<(IdentityRule, (long, long?)), Group>();
        var kept = ImmutableArray.CreateBuilder<int>();
        for (var i = 0; i < document.Length; i++)
        {
            var kind = rule.For(document[i]);
            var key = (kind, kind.KeyOf(document[i])!.Value);
            if (!groups.TryGetValue(key, out var group))
                groups.Add(key, group = new Group(kind == IdentityRule.Title));
            if (group.Add(document[i]))
                kept.Add(i);
        }

        return kept.ToImmutable();
    }

    // Entries with one key. They are several only where the titles and the dates on which they were published differ; where the title is
    // all the key, the date tells, and the text where the date is a day.
    private sealed class Group(bool isByTitle)
    {
        private readonly HashSet<long> _names = [];
        private readonly HashSet<long?> _dates = [];
        private readonly HashSet<(long?, long)> _texts = [];
        private bool _hasUndated;

        public bool Add(EntryKeys entry)
        {
            if (isByTitle)
                return _texts.Add((entry.Published, entry.Content));
            if (_names.Count > 0 && (_hasUndated || !entry.IsPublished || _names.Contains(entry.Name) || _dates.Contains(entry.Published)))
                return false;
            _names.Add(entry.Name);
            _dates.Add(entry.Published);
            _hasUndated |= !entry.IsPublished;
            return true;
        }
    }
}
