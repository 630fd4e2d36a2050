using System.Collections.Immutable;
using AiNewsBot.Facts.Text;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Facts;

/// <summary>All that is known, at one moment: an immutable snapshot that is read without a lock.</summary>
public sealed class FactBase
{
    private readonly Dictionary<string, SubjectView> _views;
    private readonly Dictionary<string, ImmutableArray<SubjectView>> _children;

    private FactBase(IEnumerable<SubjectView> views)
    {
        _views = views.ToDictionary(view => view.Id, StringComparer.OrdinalIgnoreCase);
        Releases = [.. _views.Values.OfType<Release>().OrderByDescending(release => release.Known).ThenBy(release => release.Id, StringComparer.Ordinal)];
        Families = [.. OfKind(SubjectKind.Family)];
        Organizations = [.. OfKind(SubjectKind.Organization)];
        Licences = [.. _views.Values.OfType<Licence>().OrderBy(licence => licence.Id, StringComparer.Ordinal)];
        Topics = [.. OfKind(SubjectKind.Topic)];
        _children = Releases.Cast<SubjectView>().Concat(Families).Where(view => view.Subject.Parent is not null)
            .GroupBy(view => view.Subject.Parent!, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>All releases, newest first.</summary>
    public ImmutableArray<Release> Releases { get; }

    /// <summary>All families, by id.</summary>
    public ImmutableArray<SubjectView> Families { get; }

    /// <summary>All organisations, by id.</summary>
    public ImmutableArray<SubjectView> Organizations { get; }

    /// <summary>All licences, by id.</summary>
    public ImmutableArray<Licence> Licences { get; }

    /// <summary>All topics and definitions, by id.</summary>
    public ImmutableArray<SubjectView> Topics { get; }

    /// <summary>All subjects, in no order.</summary>
    public IEnumerable<SubjectView> All => _views.Values;

    /// <summary>The snapshot of a set of subjects.</summary>
    /// <exception cref="ArgumentException">Two have one id.</exception>
    public static FactBase Of(IEnumerable<Subject> subjects) => new(subjects.Select(ViewOf));

    /// <summary>The subject of an id, or null.</summary>
    public SubjectView? Find(string id) => _views.GetValueOrDefault(id);

    /// <summary>The licence of an id, or null.</summary>
    public Licence? Licence(string id) => _views.GetValueOrDefault(id) as Licence;

    /// <summary>The licence of an id, name or alias, however it is written; null when there is none.</summary>
    public Licence? FindLicence(string name)
    {
        var key = Tokenizer.Key(name);
        return key.Length == 0 ? null
            : Licences.FirstOrDefault(licence => licence.Subject.Aliases.Append(licence.Name).Append(licence.Id).Any(other => Tokenizer.Key(other) == key));
    }

    /// <summary>The releases of a family or organisation, newest first; a release is its own only one; empty for other kinds.</summary>
    public ImmutableArray<Release> ReleasesOf(SubjectView view) => view switch
    {
        Release release => [release],
        { Subject.Kind: SubjectKind.Family } => [.. Children(view.Id).OfType<Release>()],
        { Subject.Kind: SubjectKind.Organization } =>
            [.. Children(view.Id).SelectMany(family => Children(family.Id)).OfType<Release>().OrderByDescending(release => release.Known).ThenBy(release => release.Id, StringComparer.Ordinal)],
        _ => [],
    };

    /// <summary>The families of an organisation.</summary>
    public ImmutableArray<SubjectView> FamiliesOf(SubjectView organization) =>
        [.. Children(organization.Id).Where(child => child.Subject.Kind == SubjectKind.Family)];

    /// <summary>The family of a release, or null.</summary>
    public SubjectView? FamilyOf(SubjectView view) =>
        view.Subject.Kind == SubjectKind.Family ? view : view is Release && view.Subject.Parent is { } parent ? Find(parent) : null;

    /// <summary>Who makes a release or family; an organisation is its own.</summary>
    public SubjectView? MakerOf(SubjectView view) => view.Subject.Kind switch
    {
        SubjectKind.Organization => view,
        SubjectKind.Family or SubjectKind.Release => FamilyOf(view)?.Subject.Parent is { } parent ? Find(parent) : null,
        _ => null,
    };

    /// <summary>How open a release was on a day; null when it did not exist yet.</summary>
    public Verdict? Judge(Release release, DateOnly day) => VerdictRules.Judge(release, Licence, day);

    /// <summary>The licence that covered a component on a day, when it is known.</summary>
    public Licence? LicenceOf(Release release, string component, DateOnly day) =>
        release.LicenceOf(component, day).Value is { } id ? Licence(id) : null;

    private IEnumerable<SubjectView> OfKind(SubjectKind kind) =>
        _views.Values.Where(view => view.Subject.Kind == kind).OrderBy(view => view.Id, StringComparer.Ordinal);

    private ImmutableArray<SubjectView> Children(string id) => _children.GetValueOrDefault(id, []);

    private static SubjectView ViewOf(Subject subject) => subject.Kind switch
    {
        SubjectKind.Release => new Release(subject),
        SubjectKind.Licence => new Licence(subject),
        _ => new SubjectView(subject),
    };
}
