using System.Collections.Immutable;
using AiNewsBot.News.Feeds;

namespace AiNewsBot.News.Ingest;

/// <summary>
/// Finds for each entry of a document the known one that it is, one for one. The feed's own rule decides first; where it finds nothing, an
/// entry that takes the place of a known one and is equal to it in all else is that one with another key, and no new one.
/// </summary>
internal sealed class EntryMatcher
{
    private static readonly long HalfDay = (long)TimeSpan.FromHours(12).TotalMilliseconds;
    private static readonly long TwoDays = (long)TimeSpan.FromHours(48).TotalMilliseconds;

    /// <summary>How many known entries with one key are looked at: a hostile feed may have thousands.</summary>
    private const int MaxCandidates = 50;

    private readonly IReadOnlyCollection<KnownEntry> _known;
    private readonly ImmutableArray<EntryKeys> _document;
    private readonly ImmutableArray<IdentityRule> _kinds;
    private readonly KnownEntry?[] _found;
    private readonly HashSet<long> _taken = [];

    private EntryMatcher(IdentityRule rule, IReadOnlyCollection<KnownEntry> known, ImmutableArray<EntryKeys> document)
    {
        (_known, _document, _found) = (known, document, new KnownEntry?[document.Length]);
        _kinds = [.. document.Select(keys => rule.For(keys))];
    }

    private delegate (long, long?, long?, long?)? KeyReader(EntryKeys keys);

    /// <summary>The known entries, in the order of the document; null for those that are not known.</summary>
    public static KnownEntry?[] Match(IdentityRule rule, IReadOnlyCollection<KnownEntry> known, ImmutableArray<EntryKeys> document)
    {
        var matcher = new EntryMatcher(rule, known, document);
        IdentityRule[] kinds = [.. matcher._kinds.Distinct().Order()];
        foreach (var kind in kinds.Where(kind => kind != IdentityRule.Title))
            matcher.ByWholeKey(kind);
        foreach (var kind in kinds)
        {
            if (kind == IdentityRule.Title)
                matcher.ByTitle();
            else
                matcher.ByKey(kind);
        }

        foreach (var kind in kinds.Where(kind => kind != IdentityRule.Title))
            matcher.ByPlace(kind);
        return matcher._found;
    }

    private void ByWholeKey(IdentityRule kind)
    {
        Pass(kind, With(kind, keys => keys.Name, keys => keys.Published), (_, _) => true);

        // Keys that count from the newest entry are handed on from one to the next. Where more entries have another's key than their own,
        // the title and the very date tell before the key does.
        var used = _known.Select(one => kind.KeyOf(one.Keys)).ToHashSet();
        var matched = _kinds.Where((one, i) => one == kind && _found[i] is not null).Count();
        if (Unmatched(kind).Count(i => used.Contains(kind.KeyOf(_document[i]))) > matched)
            Pass(kind, keys => keys.Published is { } date ? (keys.Name, date, null, null) : null, (_, _) => true);
    }

    private void ByKey(IdentityRule kind)
    {
        // A corrected title, then a date that was moved.
        Pass(kind, With(kind, _ => null, keys => keys.Published), (entry, known) => entry.IsPublished && known.Keys.IsPublished);
        Pass(kind, With(kind, keys => keys.Name, _ => null), (_, _) => true);

        // Another title and another date of publication are another entry; the date of an update makes none.
        Pass(
            kind,
            With(kind, _ => null, _ => null),
            (entry, known) => !entry.IsPublished || !known.Keys.IsPublished || known.Keys.Published is null
        );
    }

    private void ByTitle()
    {
        // Where the date has no time of day, the text tells the entries of one day apart.
        Pass(IdentityRule.Title, keys => (keys.Name, keys.Published, keys.Content, null), (_, _) => true);
        Pass(IdentityRule.Title, keys => (keys.Name, keys.Published, null, null), (_, _) => true);

        // Its date was moved, or its text edited. A title that comes again and again is
        // told by its date, unless an entry is gone from among others.
        var known = Count(_known.Select(entry => entry.Keys.Name));
        var here = Count(_document.Select(keys => keys.Name));
        Pass(
            IdentityRule.Title,
            keys => (keys.Name, null, null, null),
            (entry, one) =>
                known[entry.Name] == 1
                && here[entry.Name] == 1
                && (one.Keys.Content == entry.Content || !IsWithin(entry, one, long.MaxValue) || IsWithin(entry, one, HalfDay))
        );
        PassMoved(IdentityRule.Title);

        PassRetitled(IdentityRule.Title);
    }

    private void ByPlace(IdentityRule kind)
    {
        var here = _document.Where((_, i) => _kinds[i] == kind).Select(keys => kind.KeyOf(keys)).ToHashSet();
        bool IsGone(KnownEntry one) => kind.KeyOf(one.Keys) is not { } key || !here.Contains(key);

        // All of a site moved: what has the title and the very date of one that is no longer there is that one.
        Pass(kind, keys => keys.Published is { } date ? (keys.Name, date, null, null) : null, (_, one) => IsGone(one));
        if (Unmatched(kind).Length == 0)
            return;

        // Guids change, though pages and titles do not; a page that several entries link to tells none of them.
        var links = Count(_known.Select(one => one.Keys.Link).OfType<long>());
        var linksHere = Count(_document.Select(keys => keys.Link).OfType<long>());
        Pass(
            kind,
            keys => keys.Link is { } link ? (link, keys.Name, null, null) : null,
            (entry, one) => IsGone(one) && links[entry.Link!.Value] == 1 && linksHere[entry.Link.Value] == 1
        );

        // Without dates the words have to do.
        var names = Count(_known.Select(one => one.Keys.Name));
        Pass(
            kind,
            keys => keys.Published is null ? (keys.Name, keys.Content, null, null) : null,
            (entry, one) => IsGone(one) && names[entry.Name] == 1
        );
        PassMoved(kind, IsGone);

        // An anchor or a slug that is made from the title is corrected with it.
        PassRetitled(kind, IsGone);
    }

    // What vanished from among others, while older ones are still there, and has the words of this one: its address and date were edited.
    // What fell off the end of the document only made room.
    private void PassMoved(IdentityRule kind, Func<KnownEntry, bool>? isGone = null)
    {
        if (Unmatched(kind).Length == 0)
            return;
        var oldest = OldestFound();
        Pass(
            kind,
            keys => (keys.Name, keys.Content, null, null),
            (entry, one) => isGone?.Invoke(one) != false && one.Keys.Published > oldest && IsWithin(entry, one, TwoDays)
        );
    }

    // A corrected title, where nothing else has the very same date, and older entries are still there.
    private void PassRetitled(IdentityRule kind, Func<KnownEntry, bool>? isGone = null)
    {
        var oldest = OldestFound();
        var dates = Count(Unmatched(kind).Select(i => _document[i].Published).OfType<long>());
        var free = Count(_known.Where(one => !_taken.Contains(one.Sighting)).Select(one => one.Keys.Published).OfType<long>());
        Pass(
            kind,
            keys => keys is { IsPublished: true, Published: { } date } ? (date, null, null, null) : null,
            (entry, one) =>
                isGone?.Invoke(one) != false
                && dates[entry.Published!.Value] == 1
                && free[entry.Published.Value] == 1
                && one.Keys.Published > oldest
        );
    }

    private static KeyReader With(IdentityRule kind, Func<EntryKeys, long?> name, Func<EntryKeys, long?> date) =>
        keys => kind.KeyOf(keys) is { } key ? (key.Value, key.Fragment, name(keys), date(keys)) : null;

    private long? OldestFound() => _found.OfType<KnownEntry>().Min(one => one.Keys.Published);

    private int[] Unmatched(IdentityRule kind) =>
        [.. Enumerable.Range(0, _document.Length).Where(i => _found[i] is null && _kinds[i] == kind)];

    private void Pass(IdentityRule kind, KeyReader key, Func<EntryKeys, KnownEntry, bool> agrees)
    {
        var wanted = Unmatched(kind).Select(i => (Place: i, Key: key(_document[i]))).Where(one => one.Key is not null).ToArray();
        if (wanted.Length == 0)
            return;
        var candidates = wanted.Select(one => one.Key).Distinct().ToDictionary(one => one!.Value, _ => new List<KnownEntry>());
        foreach (var one in _known.Where(one => !_taken.Contains(one.Sighting)))
        {
            if (key(one.Keys) is { } value && candidates.TryGetValue(value, out var list))
                list.Add(one);
        }

        foreach (var (place, value) in wanted)
            Match(place, candidates[value!.Value], agrees);
    }

    // The latest first: it is the likeliest to be still there.
    private void Match(int place, List<KnownEntry> candidates, Func<EntryKeys, KnownEntry, bool> agrees)
    {
        for (var i = candidates.Count - 1; i >= Math.Max(0, candidates.Count - MaxCandidates); i--)
        {
            if (!agrees(_document[place], candidates[i]))
                continue;
            _found[place] = candidates[i];
            _taken.Add(candidates[i].Sighting);
            candidates.RemoveAt(i);
            return;
        }
    }

    private static bool IsWithin(EntryKeys entry, KnownEntry known, long span) =>
        entry.Published is { } date && known.Keys.Published is { } before && (date > before ? date - before : before - date) < span;

    private static Dictionary<long, int> Count(IEnumerable<long> values) =>
        values.GroupBy(value => value).ToDictionary(group => group.Key, group => group.Count());
}
