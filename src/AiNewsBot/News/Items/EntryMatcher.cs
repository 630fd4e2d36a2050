using System.Collections.Immutable;

namespace AiNewsBot.News.Items;

/// <summary>
/// Finds for each entry of a document the known one that it is. The feed's own rule decides first; where it finds nothing, an entry that
/// takes the place of a known one and is equal to it in all else is that one with another key, and no new one.
/// </summary>
internal sealed class EntryMatcher
{
    private static readonly long HalfDay = (long)TimeSpan.FromHours(12).TotalMilliseconds;

    private readonly IdentityRule _rule;
    private readonly Dictionary<long, List<KnownEntry>> _byGuid;
    private readonly Dictionary<long, List<KnownEntry>> _byLink;
    private readonly Dictionary<long, List<KnownEntry>> _byTitle;
    private readonly Dictionary<long, List<KnownEntry>> _byContent;
    private readonly HashSet<long> _guidsHere;
    private readonly HashSet<long> _linksHere;
    private readonly HashSet<(long?, long?)> _datedTitlesHere;

    public EntryMatcher(IdentityRule rule, IReadOnlyCollection<KnownEntry> known, ImmutableArray<EntryKeys> document)
    {
        _rule = rule;
        _byGuid = Index(known, keys => keys.Id);
        _byLink = Index(known, keys => keys.Link);
        _byTitle = Index(known, keys => keys.Title);
        _byContent = Index(known, keys => keys.Content);
        _guidsHere = [.. document.Select(keys => keys.Id).OfType<long>()];
        _linksHere = [.. document.Select(keys => keys.Link).OfType<long>()];
        _datedTitlesHere = [.. document.Select(keys => (keys.Title, keys.Published))];
    }

    /// <summary>The known entry that this one is by the rule itself; null where there is none.</summary>
    public KnownEntry? ByRule(EntryKeys entry) => RuleFor(entry) switch
    {
        IdentityRule.Id => Find(_byGuid, entry.Id).FirstOrDefault(),
        IdentityRule.Link => Find(_byLink, entry.Link) is { Count: > 1 } several
            ? several.Find(known => known.Keys.Title == entry.Title) ?? several[^1]
            : Find(_byLink, entry.Link).FirstOrDefault(),
        _ when entry.Title is null => Find(_byContent, entry.Content).Find(known => known.Keys.Title is null),
        _ => Find(_byTitle, entry.Title).Find(known => known.Keys.Published == entry.Published),
    };

    /// <summary>The known entry whose place this one takes under another key; null where there is none.</summary>
    public KnownEntry? ByPlace(EntryKeys entry)
    {
        switch (RuleFor(entry))
        {
            case IdentityRule.Id:
                return Find(_byLink, entry.Link).Find(known => known.Keys.Title == entry.Title && IsGone(known)) ?? Twin(entry);
            case IdentityRule.Link:
                return Twin(entry);
            default:
                // Its date was moved, or its text edited.
                return Find(_byTitle, entry.Title).Find(known => !_datedTitlesHere.Contains((known.Keys.Title, known.Keys.Published))
                    && (known.Keys.Content == entry.Content || known.Keys.Published is null || entry.Published is null || Math.Abs(known.Keys.Published.Value - entry.Published.Value) < HalfDay));
        }
    }

    // All of a site moved: what has the title and the very date of one that is no longer there is that one.
    private KnownEntry? Twin(EntryKeys entry) => entry.Published is null ? null
        : Find(_byTitle, entry.Title).Find(known => known.Keys.Published == entry.Published && IsGone(known));

    private bool IsGone(KnownEntry known) => _rule == IdentityRule.Id
        ? known.Keys.Id is not { } id || !_guidsHere.Contains(id)
        : known.Keys.Link is not { } link || !_linksHere.Contains(link);

    private IdentityRule RuleFor(EntryKeys entry) =>
        _rule == IdentityRule.Id && entry.Id is not null ? IdentityRule.Id
        : _rule != IdentityRule.Title && entry.Link is not null ? IdentityRule.Link
        : IdentityRule.Title;

    private static List<KnownEntry> Find(Dictionary<long, List<KnownEntry>> index, long? key) => key is { } value && index.TryGetValue(value, out var found) ? found : [];

    private static Dictionary<long, List<KnownEntry>> Index(IEnumerable<KnownEntry> known, Func<EntryKeys, long?> key) =>
        known.Where(entry => key(entry.Keys) is not null).GroupBy(entry => key(entry.Keys)!.Value).ToDictionary(group => group.Key, group => group.ToList());
}
