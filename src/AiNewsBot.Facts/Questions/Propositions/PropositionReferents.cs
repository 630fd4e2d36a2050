using System.Collections.Immutable;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.Facts.Questions.Propositions;

/// <summary>The subjects of a clause: the names in it, or those that clauses before it carry over, list or pair.</summary>
internal sealed class PropositionReferents(FactBase facts)
{
    private readonly List<NamedSubject> _named = [];
    private NamedSubject? _lastModel;

    /// <summary>The subjects of the last clause.</summary>
    public ImmutableArray<NamedSubject> Carried { get; set; } = [];

    /// <summary>Names that are listed before something is said of them.</summary>
    public ImmutableArray<NamedSubject> Listed { get; set; } = [];

    /// <summary>Remembers the models that a clause names.</summary>
    public void Record(PropositionClause clause) =>
        _named.AddRange(
            clause
                .Names.Where(link => link.Subject.IsModel)
                .Select(link => NamedSubject.Create(link, facts))
                .OfType<NamedSubject>()
                .Where(one => !_named.Contains(one))
        );

    /// <summary>Continues behind a clause with these names. Without a predicate it says nothing.</summary>
    public void Pass(PropositionClause clause, ImmutableArray<NamedSubject> names, bool isList, int? predicate)
    {
        ImmutableArray<NamedSubject> listed =
            isList || predicate is not null && !names.IsEmpty ? [.. isList ? Listed : ListedWith([.. names]), .. names] : names;
        Listed = isList ? listed : [];
        if (names.LastOrDefault(one => one.Subject.Subject.Kind != SubjectKind.Organization) is { } model)
            _lastModel = model;
        if (!names.IsEmpty)
            Carried = listed;
        else if (clause.NamesUnknown)
            Carried = [];
        else if (clause.Names.LastOrDefault() is { } last && last.End == clause.End && clause.IsWithin(last))
            Carried = [];
        else if (predicate is { } at && PairOf(clause, at) is [var one])
            Carried = [one];
    }

    /// <summary>The subjects of what a clause says at a place: the names before it, else behind it, else those carried over.</summary>
    public ImmutableArray<NamedSubject> Find(PropositionClause clause, int at, int count)
    {
        if (clause.NamesUnknown)
            return [];
        if (clause.IsMessage && RelatedTo(clause) is { } related)
            return NamedSubject.Create(related, facts) is { } meant ? [meant] : [];
        NamedSubject[] named = [.. NamesOf(clause, link => link.End <= at)];
        if (IsOfCarried(clause, named))
            return Carried;
        if (named.Length == 0 && PairOf(clause, at) is { } pair)
            return pair;
        if (named.Length == 0 && PropositionSubjects.IsAnother(clause, at))
            return [];
        if (named.Length == 0 && PropositionSubjects.SizeBefore(clause, at) is { } size)
            return SizedAs(size);
        if (named.Length > 0)
        {
            if (!PropositionSubjects.EndsInName(clause, at))
                return [];
            return [.. ListedWith(named).Concat(named).Concat(Alike(clause, at)).Concat(Likened(clause, at, count)).Distinct()];
        }

        // "Train what you like on Llama 3 outputs": within what is said.
        named =
        [
            .. NamesOf(clause, link => link.Start >= at && link.End <= at + count && link.Subject.Subject.Kind != SubjectKind.Organization),
        ];
        if (named.Length > 0)
            return [.. named];
        named = [.. NamesOf(clause, link => link.Start >= at + count)];
        if (IsOfCarried(clause, named))
            return Carried;
        if (named.Length > 0)
            return
                (clause.IsEmptyBetween(clause.Start, at) || PropositionSubjects.IsDoneTo(clause, at + count))
                && !PropositionSubjects.IsOwn(clause, clause.Names.First(link => link.Start >= at + count).Start)
                ? [.. named]
                : [];
        if (clause.Licences.FirstOrDefault(link => link.End <= at && PropositionPredicates.IsSubject(clause, link)) is { } licence)
            return [NamedSubject.ForLicence(clause, licence)];
        return clause.Models.Any()
            || clause.Makers.Any(link => link.Start < at || link.Start >= at + count)
            || !clause.IsEmptyBetween(clause.Start, at)
                && !PropositionSubjects.IsOfUsers(clause)
                && !PropositionLimits.IsThreshold(clause)
                && !PropositionSubjects.IsUse(clause, at)
            || PropositionSubjects.IsOwn(clause, at)
                ? []
            : PropositionSubjects.IsOneThing(clause, at) ? OneThing()
            : !Listed.IsEmpty ? Listed
            : Carried;
    }

    /// <summary>The model right before a clause that tells on of it: "is built on Qwen2.5 32B which is Apache"; null for others.</summary>
    public static EntityLink? RelatedTo(PropositionClause clause) =>
        clause.Start > 0
        && clause.Start < clause.End
        && clause.Tokens[clause.Start] is { Text: "which", IsAsked: false, Joint: ' ' }
        && clause.Tokens[clause.Start].Clause == clause.Tokens[clause.Start - 1].Clause
            ? clause.AllNames.LastOrDefault(link => link.End == clause.Start && link.Subject.IsModel)
            : null;

    // "It" is one model: no company that was named since, and none of several.
    private ImmutableArray<NamedSubject> OneThing() =>
        Carried.IsEmpty ? []
        : Carried.All(one => one.Subject.Subject.Kind == SubjectKind.Organization)
            ? _lastModel is { } model ? [model]
                : []
        : Listed.Length + Carried.Length > 1 && Carried.Concat(Listed).Distinct().Count() > 1 ? []
        : Carried;

    // In "Whisper is MIT, and OpenAI published its data" and "xAI put them under Apache" the maker speaks of the model before.
    public bool IsOfCarried(PropositionClause clause, NamedSubject[] named) =>
        named is [{ Subject: { Subject.Kind: SubjectKind.Organization } maker }]
        && !Carried.IsEmpty
        && Carried.All(one => one.Subject.Subject.Kind != SubjectKind.Organization && facts.MakerOf(one.Subject) == maker)
        && (
            clause.IsEmptyBetween(clause.Start, clause.End) && !clause.Has("terms")
            || ClauseShape.Components(clause).Any() && !clause.Has("any")
            || clause.Makers.All(link => link.Start > clause.Start && clause.Tokens[link.Start - 1].Text is "from" or "by")
            || clause.Has("permission")
            || clause.Has("paying")
            || PropositionOpenness.NamesOwnLicence(clause)
            || PropositionClause.Between(clause.Start, clause.End).Any(index => clause.Tokens[index].Text is "it" or "them")
        );

    // "SAM 3 is Apache, same as SAM 2": the second is so, too.
    private IEnumerable<NamedSubject> Alike(PropositionClause clause, int at) =>
        clause.Hits("likenesses").FirstOrDefault(hit => hit.Start >= at) is { Count: > 0 } like
            ? NamesOf(clause, link => link.Start >= like.End)
            : [];

    // "X is Apache like Y" says so of both; "X isn't open like Y" does not tell of Y.
    private IEnumerable<NamedSubject> Likened(PropositionClause clause, int at, int count) =>
        clause.IsMessage
        && clause.Hits("contrasts").FirstOrDefault(hit => hit.Start >= at + count && clause.Tokens[hit.Start].Text == "like")
            is { Count: > 0 } like
        && clause.Names is [.., var last]
        && last.End == clause.End
        && last.Start >= like.End
        && last.Subject.IsModel
        && clause.IsEmptyBetween(at + count, like.Start)
        && clause.IsEmptyBetween(like.End, last.Start)
        && !clause.IsDenied(at, count)
        && NamedSubject.Create(last, facts) is { } other
            ? [other]
            : [];

    // A maker says something of its own only where no model is named.
    public IEnumerable<NamedSubject> NamesOf(PropositionClause clause, Func<EntityLink, bool> where)
    {
        var models = clause.Models;
        return (models.Length > 0 ? models : clause.Makers)
            .Where(where)
            .Select(link => NamedSubject.Create(link, facts))
            .OfType<NamedSubject>();
    }

    // In "Meta: Llama 3 is open" Meta speaks, and is not spoken of.
    public IEnumerable<NamedSubject> ListedWith(NamedSubject[] named) =>
        Listed.Where(listed =>
            (listed.Subject.Subject.Kind == SubjectKind.Organization) == (named[0].Subject.Subject.Kind == SubjectKind.Organization)
        );

    // "Both are Apache", "the former published its data"
    public ImmutableArray<NamedSubject>? PairOf(PropositionClause clause, int at) => PropositionPairs.Find(clause, at, _named);

    // "The 72B" is that size of what was spoken of, where there is one such.
    private ImmutableArray<NamedSubject> SizedAs(string size)
    {
        Release[] sized =
        [
            .. Carried
                .SelectMany(one => facts.FamilyOf(one.Subject) is { } family ? facts.ReleasesOf(family) : [])
                .SelectMany(release => facts.VariantsOf(release).Prepend(release))
                .Where(release => Carried.Any(one => release.Name.StartsWith(one.Subject.Name, StringComparison.OrdinalIgnoreCase)))
                .Where(release => release.Name.EndsWith($"-{size}", StringComparison.OrdinalIgnoreCase))
                .Distinct(),
        ];
        return sized is [var only] ? [new NamedSubject(only, only.Name, null)]
            : sized.Length == 0 && Carried is [{ Subject: Release own } carried] && ModelSizes.Create(own, []).Includes(size) ? [carried]
            : [];
    }
}
