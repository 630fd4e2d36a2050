using System.Collections.Concurrent;
using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Text;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Facts.Snapshots;

/// <summary>All that is known, at one moment: an immutable snapshot that is read without a lock.</summary>
public sealed class FactBase
{
    private const int DaysKept = 4;

    private readonly FactBase? _root;
    private readonly Dictionary<string, SubjectView> _views;
    private readonly ImmutableDictionary<string, SubjectView> _changed;
    private readonly ImmutableArray<SubjectView> _added;
    private readonly Dictionary<string, ImmutableArray<SubjectView>> _children;

    // Asked for several times a question.
    private readonly ConcurrentDictionary<SubjectView, ImmutableArray<Release>> _releasesOf = [];
    private readonly ILookup<string, Release> _variants;
    private readonly Lazy<ImmutableArray<Release>> _releases;
    private readonly Lazy<ImmutableArray<TimelineEntry>> _history;
    private readonly Lazy<Dictionary<string, string>> _idsByName;
    private readonly ConcurrentDictionary<Release, (DateOnly Day, Verdict? Verdict)> _judged = new();
    private ImmutableArray<DailyVerdicts> _days = [];

    private FactBase(IEnumerable<SubjectView> views, int? version)
    {
        Version = version;
        _views = views.ToDictionary(view => view.Id, StringComparer.OrdinalIgnoreCase);
        _changed = ImmutableDictionary.Create<string, SubjectView>(StringComparer.OrdinalIgnoreCase);
        _added = [];
        _history = new Lazy<ImmutableArray<TimelineEntry>>(() => Timeline.CreateAll(this));
        _idsByName = new Lazy<Dictionary<string, string>>(() =>
            _views.Values.DistinctBy(view => Tokenizer.Fold(view.Name)).ToDictionary(view => Tokenizer.Fold(view.Name), view => view.Id)
        );
        var releases = InTime(_views.Values.OfType<Release>().Where(release => release.Whole is null));
        _releases = new Lazy<ImmutableArray<Release>>(releases);
        _variants = InTime(_views.Values.OfType<Release>().Where(release => release.Whole is not null))
            .ToLookup(variant => variant.Whole!.Id, StringComparer.OrdinalIgnoreCase);
        Software = [.. FindByKind(SubjectKind.Software)];
        Families = [.. FindByKind(SubjectKind.Family)];
        Organizations = [.. FindByKind(SubjectKind.Organization)];
        Licences = [.. _views.Values.OfType<Licence>().OrderBy(licence => licence.Id, StringComparer.Ordinal)];
        Topics = [.. FindByKind(SubjectKind.Topic)];
        _children = releases
            .Cast<SubjectView>()
            .Concat(Families)
            .Where(view => view.Subject.Parent is not null)
            .GroupBy(view => view.Subject.Parent!, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.OrdinalIgnoreCase);
    }

    // Shares everything with its root but the subjects that are others here.
    private FactBase(FactBase root, ImmutableDictionary<string, SubjectView> changed)
    {
        (_root, Version) = (root, root.Version);
        _views = root._views;
        _changed = changed;
        _added = [.. changed.Values.Where(view => !root._views.ContainsKey(view.Id)).OrderBy(view => view.Id, StringComparer.Ordinal)];
        _history = new Lazy<ImmutableArray<TimelineEntry>>(() => Timeline.CreateAll(this));
        (_children, _idsByName, _variants) = (root._children, root._idsByName, root._variants);
        var kinds = changed.Values.Select(view => view.Subject.Kind).ToHashSet();
        _releases = kinds.Contains(SubjectKind.Release)
            ? new Lazy<ImmutableArray<Release>>(() => InTime(root.Releases.Select(GetOwn).Concat(_added.OfType<Release>())))
            : root._releases;
        Families = WithAdded(SubjectKind.Family, root.Families);
        Organizations = WithAdded(SubjectKind.Organization, root.Organizations);
        Licences = kinds.Contains(SubjectKind.Licence) ? [.. root.Licences.Select(GetOwn)] : root.Licences;
        Topics = WithAdded(SubjectKind.Topic, root.Topics);
        Software = WithAdded(SubjectKind.Software, root.Software);

        ImmutableArray<SubjectView> WithAdded(SubjectKind kind, ImmutableArray<SubjectView> views) =>
            kinds.Contains(kind) ? [.. views.Select(GetOwn), .. _added.Where(view => view.Subject.Kind == kind)] : views;
    }

    /// <summary>The version of the dataset that they began as; null where it is not known.</summary>
    public int? Version { get; }

    /// <summary>All releases, newest first, without their variants.</summary>
    public ImmutableArray<Release> Releases => _releases.Value;

    /// <summary>All that happened, oldest first.</summary>
    public ImmutableArray<TimelineEntry> History => _history.Value;

    /// <summary>All families, by id.</summary>
    public ImmutableArray<SubjectView> Families { get; }

    /// <summary>All organisations, by id.</summary>
    public ImmutableArray<SubjectView> Organizations { get; }

    /// <summary>All licences, by id.</summary>
    public ImmutableArray<Licence> Licences { get; }

    /// <summary>Words that the names of licences of several makers share.</summary>
    public LicenceKinds LicenceKinds => field ??= new LicenceKinds(Licences, Families.Select(family => family.Name));

    /// <summary>All topics and definitions, by id.</summary>
    public ImmutableArray<SubjectView> Topics { get; }

    /// <summary>Software and products, by id.</summary>
    public ImmutableArray<SubjectView> Software { get; }

    /// <summary>The subjects that are others here than in the facts that these were made from.</summary>
    internal IEnumerable<SubjectView> Changed => _changed.Values;

    /// <summary>Makers and models that the facts that these were made from lack.</summary>
    public ImmutableArray<SubjectView> Added => _added;

    /// <summary>All subjects, in no order.</summary>
    public IEnumerable<SubjectView> All => _changed.IsEmpty ? _views.Values : _views.Values.Select(GetOwn).Concat(_added);

    /// <summary>The snapshot of a set of subjects.</summary>
    /// <exception cref="ArgumentException">Two have one id.</exception>
    public static FactBase Create(IEnumerable<Subject> subjects, int? version = null)
    {
        var byKind = subjects.ToLookup(subject => subject.Details.ContainsKey(DetailNames.VariantOf));
        var views = byKind[false].Select(subject => ViewOf(subject)).ToList();
        var releases = views.OfType<Release>().ToLookup(release => release.Id, StringComparer.OrdinalIgnoreCase);
        views.AddRange(byKind[true].Select(subject => ViewOf(subject, releases[subject.Details[DetailNames.VariantOf]].FirstOrDefault())));
        return new FactBase(views, version);
    }

    /// <summary>
    /// These facts with other statements and names of some subjects. Nothing else is rebuilt, so that an edit costs no more than the
    /// subject that it changes.
    /// </summary>
    /// <param name="subjects">Subjects that are known here already, of the same kind and parent; and makers and models beside them.</param>
    /// <exception cref="ArgumentException">One is not known, and neither a maker nor a release.</exception>
    public FactBase With(IEnumerable<Subject> subjects)
    {
        var changed = _changed.ToBuilder();
        foreach (var subject in subjects)
        {
            if (!_views.TryGetValue(subject.Id, out var known))
            {
                if (subject.Kind is not (SubjectKind.Organization or SubjectKind.Release))
                    throw new ArgumentException($"there is no subject '{subject.Id}'", nameof(subjects));
                changed[subject.Id] = ViewOf(subject);
                continue;
            }

            changed[known.Id] = ViewOf(
                subject,
                (known as Release)?.Whole is { } whole ? (Release)changed.GetValueOrDefault(whole.Id, whole) : null
            );

            // Variants read what they do not state from the release as it now is.
            foreach (var variant in _variants[known.Id])
                changed[variant.Id] = ViewOf(changed.GetValueOrDefault(variant.Id, variant).Subject, (Release)changed[known.Id]);
        }

        return new FactBase(_root ?? this, changed.ToImmutable());
    }

    /// <summary>The subject of an id, or null.</summary>
    public SubjectView? Find(string id) => _views.TryGetValue(id, out var view) ? GetOwn(view) : _changed.GetValueOrDefault(id);

    /// <summary>The subject that has a folded name, or null.</summary>
    internal SubjectView? FindByName(string name) => _idsByName.Value.TryGetValue(name, out var id) ? Find(id) : null;

    /// <summary>The licence of an id, or null.</summary>
    public Licence? Licence(string id) => Find(id) as Licence;

    /// <summary>The licence of an id, name or alias, in any spelling; null when it is unknown.</summary>
    public Licence? FindLicence(string name)
    {
        if (Licence(name) is { } exact)
            return exact;
        var key = Tokenizer.Key(name);
        return key.Length == 0
            ? null
            : Licences.FirstOrDefault(licence =>
                licence.Subject.Aliases.Append(licence.Name).Append(licence.Id).Any(other => Tokenizer.Key(other) == key)
            );
    }

    /// <summary>The releases of a family or organisation, newest first; a release is its own only one; empty for other kinds.</summary>
    public ImmutableArray<Release> ReleasesOf(SubjectView view) =>
        view is Release release ? [release]
        : Find(view.Id) == view ? _releasesOf.GetOrAdd(view, static (group, facts) => facts.FindReleasesOf(group), this)
        : FindReleasesOf(view);

    private ImmutableArray<Release> FindReleasesOf(SubjectView view) =>
        view switch
        {
            { Subject.Kind: SubjectKind.Family } => InTime(Children(view.Id).OfType<Release>()),
            { Subject.Kind: SubjectKind.Organization } => InTime(
                Children(view.Id).SelectMany(child => child is Release ? [child] : Children(child.Id)).OfType<Release>()
            ),
            _ => [],
        };

    /// <summary>The variants of a release, newest first.</summary>
    public ImmutableArray<Release> VariantsOf(Release release) => [.. _variants[release.Id].Select(GetOwn)];

    /// <summary>The families of an organisation.</summary>
    public ImmutableArray<SubjectView> FamiliesOf(SubjectView organization) =>
        [.. Children(organization.Id).Where(child => child.Subject.Kind == SubjectKind.Family)];

    /// <summary>The family of a release; null for one that is its maker's without a family.</summary>
    public SubjectView? FamilyOf(SubjectView view) =>
        view.Subject.Kind == SubjectKind.Family ? view
        : view is Release && ParentOf(view) is { Subject.Kind: SubjectKind.Family } family ? family
        : null;

    /// <summary>Who makes a release or family; an organisation is its own.</summary>
    public SubjectView? MakerOf(SubjectView view) =>
        view.Subject.Kind switch
        {
            SubjectKind.Organization => view,
            SubjectKind.Family or SubjectKind.Release => ParentOf(view) is { } parent ? MakerOf(parent) : null,
            _ => null,
        };

    /// <summary>How open a release was on a day; null when it did not exist yet. What
    /// was judged last is kept: nearly all ask as of today.</summary>
    public Verdict? Judge(Release release, DateOnly day)
    {
        if (_judged.TryGetValue(release, out var last) && last.Day == day)
            return last.Verdict;
        var verdict = VerdictRules.Judge(release, Licence, day);
        _judged[release] = (day, verdict);
        return verdict;
    }

    /// <summary>All releases that existed on a day, with their verdicts. The few latest days are kept, so that questions about the past do
    /// not slow questions about today.</summary>
    internal DailyVerdicts JudgeAll(DateOnly day)
    {
        var days = _days;
        if (days.FirstOrDefault(kept => kept.Day == day) is { } known)
            return known;
        var judged = new DailyVerdicts(
            day,
            [
                .. Releases
                    .SelectMany(release => VariantsOf(release).Where(variant => variant.DiffersOn(day)).Prepend(release))
                    .Select(release => (Release: release, Verdict: VerdictRules.Judge(release, Licence, day)))
                    .Where(pair => pair.Verdict is not null)
                    .Select(pair => new ReleaseVerdict(pair.Release, FamilyOf(pair.Release), MakerOf(pair.Release), pair.Verdict!)),
            ]
        );
        ImmutableInterlocked.InterlockedExchange(ref _days, [.. days.OrderByDescending(kept => kept.Day).Take(DaysKept - 1), judged]);
        return judged;
    }

    /// <summary>The licence that covered a component on a day, when it is known.</summary>
    public Licence? LicenceOf(Release release, string component, DateOnly day) =>
        release.GetLicence(component, day).Value is { } id ? Licence(id) : null;

    private IEnumerable<SubjectView> FindByKind(SubjectKind kind) =>
        _views.Values.Where(view => view.Subject.Kind == kind).OrderBy(view => view.Id, StringComparer.Ordinal);

    private SubjectView? ParentOf(SubjectView view) => view.Subject.Parent is { } parent ? Find(parent) : null;

    private ImmutableArray<SubjectView> Children(string id)
    {
        var children = _children.GetValueOrDefault(id, []);
        return _changed.IsEmpty
            ? children
            :
            [
                .. children.Select(GetOwn),
                .. _added.Where(view => string.Equals(view.Subject.Parent, id, StringComparison.OrdinalIgnoreCase)),
            ];
    }

    private T GetOwn<T>(T view)
        where T : SubjectView => _changed.Count > 0 && _changed.TryGetValue(view.Id, out var other) ? (T)other : view;

    private static ImmutableArray<Release> InTime(IEnumerable<Release> releases) =>
        [.. releases.OrderByDescending(release => release.Known).ThenBy(release => release.Id, StringComparer.Ordinal)];

    private static SubjectView ViewOf(Subject subject, Release? whole = null) =>
        subject.Kind switch
        {
            SubjectKind.Release => new Release(subject, whole),
            SubjectKind.Licence => new Licence(subject),
            _ => new SubjectView(subject),
        };
}
