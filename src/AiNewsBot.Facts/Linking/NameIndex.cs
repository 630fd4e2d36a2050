using System.Collections.Immutable;

namespace AiNewsBot.Facts.Linking;

/// <summary>The names of all subjects, to be looked up exactly or within a few letters.</summary>
public sealed class NameIndex
{
    private static readonly ImmutableArray<SubjectKind> Precedence =
        [SubjectKind.Family, SubjectKind.Release, SubjectKind.Organization, SubjectKind.Licence];

    private readonly Dictionary<string, SubjectView>.AlternateLookup<ReadOnlySpan<char>> _names;
    private readonly Dictionary<string, SubjectView>.AlternateLookup<ReadOnlySpan<char>> _topics;
    private readonly Lazy<TypoIndex> _typos;
    private readonly FactBase? _facts;
    private readonly Dictionary<string, SubjectView>.AlternateLookup<ReadOnlySpan<char>> _added;

    private NameIndex(Dictionary<string, SubjectView> names, Dictionary<string, SubjectView> topics)
    {
        _names = names.GetAlternateLookup<ReadOnlySpan<char>>();
        _topics = topics.GetAlternateLookup<ReadOnlySpan<char>>();
        LongestKey = names.Keys.Concat(topics.Keys).Select(key => key.Length).DefaultIfEmpty().Max();
        _typos = new Lazy<TypoIndex>(() => new TypoIndex(names.Where(pair => pair.Value.Subject.Kind != SubjectKind.Licence)));
    }

    private NameIndex(NameIndex root, FactBase facts)
    {
        (_names, _topics, _typos, _facts) = (root._names, root._topics, root._typos, facts);
        var added = new Dictionary<string, SubjectView>();
        foreach (var view in facts.Changed.Where(view => view.Subject.Kind != SubjectKind.Topic))
            Add(added, view, Names.Stated(view.Subject).Where(key => !_names.ContainsKey(key)));
        _added = added.GetAlternateLookup<ReadOnlySpan<char>>();
        LongestKey = added.Keys.Select(key => key.Length).Append(root.LongestKey).Max();
    }

    /// <summary>Length of the longest name, in folded characters.</summary>
    public int LongestKey { get; }

    /// <summary>The index of a snapshot.</summary>
    public static NameIndex Of(FactBase facts)
    {
        var names = new Dictionary<string, SubjectView>();
        var topics = new Dictionary<string, SubjectView>();
        var subjects = facts.All.Where(view => view.Subject.Kind != SubjectKind.Topic)
            .OrderBy(view => Precedence.IndexOf(view.Subject.Kind)).ThenBy(view => view.Id, StringComparer.Ordinal).ToArray();
        foreach (var view in subjects)
            Add(names, view, Names.Stated(view.Subject));

        // What people make of a name counts only where no name is so written: Mistral is the family, though 7B is its first.
        foreach (var view in subjects)
            Add(names, view, Names.Derived(view.Subject));
        foreach (var view in facts.Topics)
        {
            Add(topics, view, Names.Stated(view.Subject));
            Add(topics, view, Names.Derived(view.Subject));
        }

        return new NameIndex(names, topics);
    }

    /// <summary>The release, family, organisation or licence of a folded name, or null.</summary>
    public SubjectView? Find(ReadOnlySpan<char> key) =>
        _names.TryGetValue(key, out var view) || _facts is not null && _added.TryGetValue(key, out view) ? Own(view) : null;

    /// <summary>The topic of a folded name, or null.</summary>
    public SubjectView? FindTopic(ReadOnlySpan<char> key) => _topics.TryGetValue(key, out var view) ? Own(view) : null;

    /// <summary>The nearest subjects within the letters that a name of that length may be off; digits are never off.</summary>
    public ImmutableArray<SubjectView> FindNear(ReadOnlySpan<char> key)
    {
        var found = _typos.Value.Find(key);
        return _facts is null || found.IsEmpty ? found : [.. found.Select(Own)];
    }

    /// <summary>The same names, of the subjects as they are in facts that were made from this index's; names that these add are found, too.</summary>
    public NameIndex Over(FactBase facts) => new(this, facts);

    private SubjectView Own(SubjectView view) => _facts?.Find(view.Id) ?? view;

    private static void Add(Dictionary<string, SubjectView> index, SubjectView view, IEnumerable<string> keys)
    {
        foreach (var key in keys)
        {
            if (key.Length > 1)
                index.TryAdd(key, view);
        }
    }
}
