using System.Collections.Immutable;

namespace AiNewsBot.Facts.Linking;

/// <summary>The names of all subjects, to be looked up exactly or within a few letters.</summary>
public sealed class NameIndex
{
    private static readonly ImmutableArray<SubjectKind> Precedence =
        [SubjectKind.Family, SubjectKind.Release, SubjectKind.Organization, SubjectKind.Licence];

    private readonly Dictionary<string, ImmutableArray<SubjectView>>.AlternateLookup<ReadOnlySpan<char>> _names;
    private readonly Dictionary<string, SubjectView>.AlternateLookup<ReadOnlySpan<char>> _topics;
    private readonly Dictionary<SubjectView, ReleaseWords> _words;
    private readonly Lazy<TypoIndex> _typos;

    private NameIndex(Dictionary<string, ImmutableArray<SubjectView>> names, Dictionary<string, SubjectView> topics, Dictionary<SubjectView, ReleaseWords> words)
    {
        _names = names.GetAlternateLookup<ReadOnlySpan<char>>();
        _topics = topics.GetAlternateLookup<ReadOnlySpan<char>>();
        _words = words;
        LongestKey = names.Keys.Concat(topics.Keys).Select(key => key.Length).DefaultIfEmpty().Max();
        _typos = new Lazy<TypoIndex>(() => new TypoIndex(
            names.Where(pair => pair.Value is [{ Subject.Kind: not SubjectKind.Licence }]).Select(pair => KeyValuePair.Create(pair.Key, pair.Value[0]))));
    }

    /// <summary>Length of the longest name, in folded characters.</summary>
    public int LongestKey { get; }

    /// <summary>The index of a snapshot.</summary>
    public static NameIndex Of(FactBase facts)
    {
        var names = new Dictionary<string, ImmutableArray<SubjectView>>();
        var topics = new Dictionary<string, SubjectView>();
        var subjects = facts.All.Where(view => view.Subject.Kind != SubjectKind.Topic)
            .OrderBy(view => Precedence.IndexOf(view.Subject.Kind)).ThenBy(view => view.Id, StringComparer.Ordinal).ToArray();
        foreach (var view in subjects)
            Add(names, [view], Names.Stated(view.Subject));

        // What people make of a name counts only where no name is so written: Mistral is the family, though 7B is its first.
        var words = facts.Families.ToDictionary(family => family, family => new ReleaseWords(facts.ReleasesOf(family)));
        foreach (var view in subjects)
        {
            foreach (var key in Names.Derived(view.Subject).Distinct())
                Add(names, view is Release && facts.FamilyOf(view) is { } family ? words[family].Sharing(view, key) : [view], [key]);
        }

        foreach (var family in facts.Families.Where(family => facts.MakerOf(family) is not null))
            Add(names, [family], Names.WithoutMaker(family.Subject, facts.MakerOf(family)!.Subject));
        foreach (var view in facts.Topics)
        {
            foreach (var key in Names.Stated(view.Subject).Concat(Names.Derived(view.Subject)).Where(key => key.Length > 1))
                topics.TryAdd(key, view);
        }

        return new NameIndex(names, topics, words);
    }

    /// <summary>The release, family, organisation or licence of a folded name, several releases where they share it; empty when there is none.</summary>
    public ImmutableArray<SubjectView> Find(ReadOnlySpan<char> key) => _names.TryGetValue(key, out var views) ? views : [];

    /// <summary>The topic of a folded name, or null.</summary>
    public SubjectView? FindTopic(ReadOnlySpan<char> key) => _topics.TryGetValue(key, out var view) ? view : null;

    /// <summary>The nearest subjects within the letters that a name of that length may be off; digits are never off.</summary>
    public ImmutableArray<SubjectView> FindNear(ReadOnlySpan<char> key) => _typos.Value.Find(key);

    /// <summary>The words in the names of a family's releases.</summary>
    internal ReleaseWords? WordsOf(SubjectView family) => _words.GetValueOrDefault(family);

    /// <summary>Whether a release is of a family, or a family of a maker.</summary>
    internal bool Contains(SubjectView one, SubjectView other) =>
        one == other || other.Subject.Parent is { } parent && (parent == one.Id || _words.Keys.FirstOrDefault(family => family.Id == parent)?.Subject.Parent == one.Id);

    private static void Add(Dictionary<string, ImmutableArray<SubjectView>> index, ImmutableArray<SubjectView> views, IEnumerable<string> keys)
    {
        foreach (var key in keys)
        {
            if (key.Length > 1)
                index.TryAdd(key, views);
        }
    }
}
