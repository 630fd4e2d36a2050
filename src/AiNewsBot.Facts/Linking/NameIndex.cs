using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.Facts.Linking;

/// <summary>The names of all subjects, to be looked up exactly or within a few letters.</summary>
public sealed class NameIndex
{
    private static readonly ImmutableArray<SubjectKind> Precedence =
    [
        SubjectKind.Family,
        SubjectKind.Release,
        SubjectKind.Organization,
        SubjectKind.Licence,
        SubjectKind.Software,
    ];

    private const int AsciiCount = 128;

    private readonly Dictionary<string, ImmutableArray<SubjectView>>.AlternateLookup<ReadOnlySpan<char>> _names;
    private readonly Dictionary<string, SubjectView>.AlternateLookup<ReadOnlySpan<char>> _topics;
    private readonly Dictionary<string, ReleaseNameWords> _words;
    private readonly Lazy<FuzzyNameIndex> _typos;
    private readonly Lazy<HashSet<string>> _sharedWords;
    private readonly Lazy<Dictionary<string, ImmutableArray<Release>>> _versions;
    private readonly ushort[] _longest;
    private readonly FactBase? _facts;
    private readonly FactBase _root;
    private readonly Dictionary<string, ImmutableArray<SubjectView>>.AlternateLookup<ReadOnlySpan<char>> _added;

    private NameIndex(
        Dictionary<string, ImmutableArray<SubjectView>> names,
        Dictionary<string, SubjectView> topics,
        Dictionary<string, ReleaseNameWords> words,
        FactBase root
    )
    {
        _root = root;
        _sharedWords = new Lazy<HashSet<string>>(() =>
            [
                .. words
                    .Values.SelectMany(family => family.Words)
                    .GroupBy(word => word)
                    .Where(group => group.Skip(1).Any())
                    .Select(group => group.Key),
            ]
        );
        _names = names.GetAlternateLookup<ReadOnlySpan<char>>();
        _topics = topics.GetAlternateLookup<ReadOnlySpan<char>>();
        _words = words;
        _versions = new Lazy<Dictionary<string, ImmutableArray<Release>>>(() => ReleaseVersions.Create(root));
        MaxKeyLength = names.Keys.Concat(topics.Keys).Select(key => key.Length).DefaultIfEmpty().Max();
        _longest = new ushort[AsciiCount * AsciiCount];
        foreach (var key in names.Keys.Concat(topics.Keys))
            RecordLength(key);
        _typos = new Lazy<FuzzyNameIndex>(() =>
            new FuzzyNameIndex(
                names
                    .Where(pair => pair.Value is [{ Subject.Kind: not SubjectKind.Licence }])
                    .Select(pair => KeyValuePair.Create(pair.Key, pair.Value[0]))
            )
        );
    }

    private NameIndex(NameIndex root, FactBase facts)
    {
        (_longest, _names, _topics, _words, _typos, _sharedWords, _versions, _facts, _root) = (
            root._longest,
            root._names,
            root._topics,
            root._words,
            root._typos,
            root._sharedWords,
            root._versions,
            facts,
            root._root
        );
        var added = new Dictionary<string, ImmutableArray<SubjectView>>();
        foreach (var view in facts.Changed.Where(view => view.Subject.Kind is not (SubjectKind.Topic or SubjectKind.Words)))
            Add(added, [view], NameVariants.Stated(view.Subject).Where(key => !_names.ContainsKey(key)));
        foreach (var view in facts.Changed.Where(view => root._root.Find(view.Id) is null))
            Add(added, [view], NameVariants.Derived(view.Subject).Where(key => !_names.ContainsKey(key)));
        if (added.Count > 0)
            _longest = [.. _longest];
        foreach (var key in added.Keys)
            RecordLength(key);
        _added = added.GetAlternateLookup<ReadOnlySpan<char>>();
        MaxKeyLength = added.Keys.Select(key => key.Length).Append(root.MaxKeyLength).Max();
    }

    /// <summary>Length of the longest name, in folded characters.</summary>
    public int MaxKeyLength { get; }

    /// <summary>Length of the longest name that begins as a text does; 0 where none does. Most words of a question begin no name.</summary>
    internal int MaxLengthLike(ReadOnlySpan<char> text) =>
        text.Length < 2 || text[0] >= AsciiCount || text[1] >= AsciiCount ? MaxKeyLength : _longest[text[0] * AsciiCount + text[1]];

    /// <summary>The index of a snapshot.</summary>
    public static NameIndex Create(FactBase facts)
    {
        var names = new Dictionary<string, ImmutableArray<SubjectView>>();
        var topics = new Dictionary<string, SubjectView>();
        var subjects = facts
            .All.Where(view => view.Subject.Kind is not (SubjectKind.Topic or SubjectKind.Words))
            .OrderBy(view => Precedence.IndexOf(view.Subject.Kind))
            .ThenBy(view => view.Id, StringComparer.Ordinal)
            .ToArray();
        foreach (var view in subjects)
            Add(names, [view], NameVariants.Stated(view.Subject));

        foreach (var variant in subjects.OfType<Release>().Where(release => release.Whole is not null))
            Add(names, [variant], NameVariants.ForVariant(variant).Where(key => !names.ContainsKey(key)).ToArray());

        // What people make of a name counts only where no name is so written: Mistral is the family, though 7B is its first.
        var words = facts.Families.ToDictionary(
            family => family.Id,
            family => new ReleaseNameWords(family.Subject.Parent, facts.ReleasesOf(family))
        );
        foreach (var view in subjects)
        {
            foreach (var key in NameVariants.Derived(view.Subject).Distinct().Where(key => !names.ContainsKey(key)))
                Add(names, view is Release && facts.FamilyOf(view) is { } family ? words[family.Id].Sharing(view, key) : [view], [key]);
        }

        foreach (var family in facts.Families.Where(family => facts.MakerOf(family) is not null))
            Add(names, [family], NameVariants.WithoutMaker(family.Subject, facts.MakerOf(family)!.Subject));
        foreach (var view in facts.Topics)
        {
            foreach (var key in NameVariants.Stated(view.Subject).Concat(NameVariants.Derived(view.Subject)).Where(key => key.Length > 1))
                topics.TryAdd(key, view);
        }

        return new NameIndex(names, topics, words, facts);
    }

    /// <summary>The release, family, organisation or licence of a folded name, several
    /// releases where they share it; empty when it is unknown.</summary>
    public ImmutableArray<SubjectView> Find(ReadOnlySpan<char> key) =>
        _names.TryGetValue(key, out var views) || _facts is not null && _added.TryGetValue(key, out views) ? GetOwn(views) : [];

    /// <summary>The topic of a folded name, or null.</summary>
    public SubjectView? FindTopic(ReadOnlySpan<char> key) => _topics.TryGetValue(key, out var view) ? GetOwn(view) : null;

    /// <summary>The nearest subjects within the letters that a name of that length may be off; digits are never off.</summary>
    public ImmutableArray<SubjectView> FindNear(ReadOnlySpan<char> key, int maxTypos = 2) => GetOwn(_typos.Value.Find(key, maxTypos));

    /// <summary>The same names, of the subjects as they are in facts that were made from
    /// this index's; names that these add are found, too.</summary>
    public NameIndex WithFacts(FactBase facts) => new(this, facts);

    private void RecordLength(string key)
    {
        if (key.Length > 1 && key[0] < AsciiCount && key[1] < AsciiCount)
            _longest[key[0] * AsciiCount + key[1]] = (ushort)Math.Max(_longest[key[0] * AsciiCount + key[1]], key.Length);
    }

    private SubjectView GetOwn(SubjectView view) => _facts?.Find(view.Id) ?? view;

    private ImmutableArray<SubjectView> GetOwn(ImmutableArray<SubjectView> views) =>
        _facts is null || views.IsEmpty ? views : [.. views.Select(GetOwn)];

    /// <summary>The releases of a family whose names contain a word.</summary>
    internal ImmutableArray<SubjectView> ReleasesWith(string word, SubjectView family) =>
        _words.TryGetValue(family.Id, out var words) ? GetOwn(words.Find(word)) : [];

    /// <summary>The releases of a family, newest first.</summary>
    internal ImmutableArray<Release> ReleasesOf(SubjectView family) =>
        _words.TryGetValue(family.Id, out var words)
            ? _facts is null
                ? words.Releases
                : [.. words.Releases.Select(release => (Release)GetOwn(release))]
            : [];

    /// <summary>The family of a release; a family itself; null for others.</summary>
    internal SubjectView? FamilyOf(SubjectView view) =>
        view.Subject.Kind == SubjectKind.Family ? view
        : view is Release ? (_facts ?? _root).FamilyOf(view)
        : null;

    /// <summary>Who made a model; null where that is not known.</summary>
    internal SubjectView? MakerOf(SubjectView model) => (_facts ?? _root).MakerOf(model);

    /// <summary>The releases whose names are a version such as r1 behind the name of their family or maker.</summary>
    internal ImmutableArray<Release> ReleasesEnding(string version) =>
        version.Length > 1 && _versions.Value.TryGetValue(version, out var releases)
            ? _facts is null
                ? releases
                : [.. releases.Select(release => (Release)GetOwn(release))]
            : [];

    /// <summary>The variants of a release.</summary>
    internal ImmutableArray<Release> VariantsOf(Release release) => (_facts ?? _root).VariantsOf(release);

    /// <summary>Whether releases of several families have a word in their names, such as mini or coder.</summary>
    internal bool IsSharedWord(string word) => _sharedWords.Value.Contains(word);

    /// <summary>Whether a release of a family is of a modality, such as multimodal.</summary>
    internal bool HasModality(SubjectView family, string modality) =>
        _words.TryGetValue(family.Id, out var words) && words.HasModality(modality);

    /// <summary>Whether a release is of a family or maker, or a family of a maker.</summary>
    internal bool Contains(SubjectView one, SubjectView other) =>
        one == other
        || other.Subject.Parent is { } parent && (parent == one.Id || _words.TryGetValue(parent, out var words) && words.Maker == one.Id);

    private static void Add(
        Dictionary<string, ImmutableArray<SubjectView>> index,
        ImmutableArray<SubjectView> views,
        IEnumerable<string> keys
    )
    {
        foreach (var key in keys)
        {
            if (key.Length > 1)
                index.TryAdd(key, views);
        }
    }
}
