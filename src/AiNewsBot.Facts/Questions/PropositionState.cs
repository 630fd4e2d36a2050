using System.Collections.Immutable;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.Facts.Questions;

/// <summary>What was read so far: of whom the last clause spoke, what it said, and by whom.</summary>
internal sealed class PropositionState(FactBase facts)
{
    private static readonly PropositionWords Words = PropositionWords.Shipped;

    private readonly List<Proposition> _found = [];
    private ImmutableArray<NamedSubject> _carried = [];
    private ImmutableArray<NamedSubject> _listed = [];
    private ImmutableArray<Assertion> _said = [];
    private ImmutableArray<Assertion> _saying = [];
    private ImmutableArray<string> _parts = [];
    private readonly List<NamedSubject> _named = [];
    private int _lastSentence;
    private bool _spoke;
    private bool _trails;

    public IReadOnlyList<Proposition> Found => _found;

    /// <summary>The date that its sentence began with: "in 2023, Grok-1 was closed".</summary>
    public DatePhrase? LeadingDate { get; set; }

    /// <summary>Who speaks; null for the author.</summary>
    public string? Speaker { get; set; }

    /// <summary>Who is quoted, where the text is a quotation; null for the author's own text.</summary>
    public string? Quoted { get; set; }

    /// <summary>Of whom the last clause spoke.</summary>
    public ImmutableArray<NamedSubject> Carried => _carried;

    /// <summary>Components that were listed before what is said of them: "weights, code and data are public".</summary>
    public ImmutableArray<string> Parts => _parts;

    /// <summary>Whether what came before names one model or its coming out, and no day yet: "gpt-oss, 5 August 2025".</summary>
    public bool AwaitsDate { get; set; }

    /// <summary>Whether software is spoken of, as models are.</summary>
    public bool CountsSoftware { get; init; }

    /// <summary>What the sentence before asked to be told yes or no to.</summary>
    public ImmutableArray<Proposition> Asked { get; private set; } = [];

    /// <summary>Whether the clause before told what a model is built on.</summary>
    public bool TellsBase { get; set; }

    /// <summary>Whether the clause before told when something came out.</summary>
    public bool IsDating { get; set; }

    /// <summary>What the next clause speaks of where it names nothing itself.</summary>
    public void Carry(NamedSubject subject) => (_carried, _spoke) = ([subject], true);

    public bool Names(EntityLink link) => NamedSubject.Create(link, facts) is { } named && _carried.Contains(named);

    public void Begin()
    {
        Speaker = null;
        (_spoke, _listed, _parts, LeadingDate, IsDating, AwaitsDate, _trails) = (false, [], [], null, false, false, false);
        TellsBase = false;
    }

    /// <summary>A sentence that speaks of something else ends what is carried over.</summary>
    /// <param name="isKept">Whether it only refers to what was said.</param>
    /// <param name="first">Index of the first thing that the sentence said.</param>
    public void End(bool isKept, int first)
    {
        if (!_spoke && !isKept)
            _carried = [];
        _lastSentence = Math.Min(first, _found.Count);
        Asked = [.. _found.Skip(first).Where(said => said.IsAsked)];
    }

    /// <summary>"No wait": takes back what the sentence before said.</summary>
    /// <returns>How much is left.</returns>
    public int Retract()
    {
        _found.RemoveRange(_lastSentence, _found.Count - _lastSentence);
        return _found.Count;
    }

    /// <summary>"Is it open? No.": what was asked, answered by who asked it.</summary>
    public void AnswerAsked(bool isNo, string text)
    {
        foreach (var asked in Asked.Where(asked => !asked.Says.IsDenied))
            Add(asked with { IsAsked = false, Says = asked.Says with { IsDenied = isNo }, Text = text }, isLost: false);
    }

    /// <summary>Of whom a clause says something at a place: the names before it, else behind it, else those carried over.</summary>
    public ImmutableArray<NamedSubject> SubjectsOf(PropositionClause clause, int at, int count)
    {
        if (clause.NamesUnknown)
            return [];
        NamedSubject[] named = [.. NamesOf(clause, link => link.End <= at)];
        if (IsOfCarried(clause, named))
            return _carried;
        if (named.Length == 0 && PropositionPairs.Find(clause, at, _named) is { } pair)
            return pair;
        if (named.Length == 0 && PropositionSubjects.IsAnother(clause, at))
            return [];
        if (named.Length == 0 && PropositionSubjects.SizeBefore(clause, at) is { } size)
            return SizedAs(size);
        if (named.Length > 0)
        {
            if (!PropositionSubjects.EndsInName(clause, at))
                return [];
            return [.. Listed(named).Concat(named).Distinct()];
        }

        named = [.. NamesOf(clause, link => link.Start >= at + count)];
        if (named.Length > 0)
            return
                (clause.IsEmptyBetween(clause.Start, at) || PropositionSubjects.IsDoneTo(clause, at + count))
                && !PropositionSubjects.IsOwn(clause, clause.Names.First(link => link.Start >= at + count).Start)
                ? [.. named]
                : [];
        if (clause.Licences.FirstOrDefault(link => link.End <= at && PropositionPredicates.IsSubject(clause, link)) is { } licence)
            return [new NamedSubject(licence.Subject, licence.Subject.Name, null)];
        return clause.Models.Any()
            || clause.Makers.Any(link => link.Start < at || link.Start >= at + count)
            || !clause.IsEmptyBetween(clause.Start, at)
            || PropositionSubjects.IsOwn(clause, at)
                ? []
            : !_listed.IsEmpty ? _listed
            : _carried;
    }

    public void Add(Proposition proposition, bool isLost)
    {
        _spoke = true;
        _saying = _saying.Add(proposition.Says);
        if (isLost)
            return;
        proposition = proposition with { Speaker = proposition.Speaker ?? Quoted };

        // "Free for commercial use, no limits" is one thing said, and not two; "not for
        // anything commercial" is no more than "not for commercial use".
        if (
            proposition.Says.IsUnlimited
            && _found.FindLastIndex(other =>
                other.Subject == proposition.Subject
                && other.Aspect == Aspect.CommercialUse
                && other.Says.IsDenied == proposition.Says.IsDenied
            )
                is var index
                    and >= 0
        )
            _found[index] = _found[index] with { Says = _found[index].Says with { IsUnlimited = !proposition.Says.IsDenied } };
        else
            _found.Add(proposition);
    }

    /// <summary>"According to OSI, no": the speaker says the opposite of what was said last.</summary>
    public void Deny(string text)
    {
        if (_found.LastOrDefault() is { } last)
            _found.Add(last with { Says = last.Says with { IsDenied = !last.Says.IsDenied }, Text = text, Speaker = Speaker });
    }

    /// <summary>"…, said Zuckerberg": who said the text before.</summary>
    public void Attribute(string speaker, int sentenceStart)
    {
        for (var i = sentenceStart; i < _found.Count; i++)
            _found[i] = _found[i] with { Speaker = _found[i].Speaker ?? speaker };
    }

    /// <summary>"'Whisper is closed': wrong": the text before is quoted to be denied.</summary>
    public void Contradict(int sentenceStart)
    {
        for (var i = sentenceStart; i < _found.Count; i++)
            _found[i] = _found[i] with { Says = _found[i].Says with { IsDenied = !_found[i].Says.IsDenied }, Speaker = null };
    }

    /// <summary>"… and Qwen3 isn't", "but not of Qwen3", "it isn't": what was said last, of others or turned round.</summary>
    public void Repeat(PropositionClause clause, bool isAsked, bool isLost, bool isQuestion)
    {
        if (ClauseShape.AreParts(clause))
        {
            RepeatParts(clause, isAsked, isLost);
            return;
        }

        clause = ClauseShape.FromPronoun(clause);
        var names = NamesOf(clause, _ => true).ToImmutableArray();
        var hasVerb = PropositionClause
            .Between(clause.Start, clause.End)
            .Any(index => Words.Is("auxiliaries", clause.Tokens[index].Text) || Words.Is("copulas", clause.Tokens[index].Text));
        var isDenied = clause.IsDenied(clause.End, 1, isQuestion);
        if (
            _trails
            && !names.IsEmpty
            && !ClauseShape.IsFilled(clause)
            && clause.IsEmptyBetween(clause.Start, clause.Models.FirstOrDefault()?.Start ?? clause.Start)
        )
        {
            foreach (var says in _said)
                Add(Create(names[0], says, clause, isAsked), isLost);
            return;
        }

        if (
            _said.IsEmpty
            || clause.NamesUnknown
            || !hasVerb && !isDenied && !_trails && !ClauseShape.IsSame(clause)
            || !ClauseShape.IsFilled(clause)
        )
            return;
        var part = clause.Hits("components").FirstOrDefault();
        ImmutableArray<NamedSubject> subjects =
            !names.IsEmpty ? [.. Listed([.. names]).Concat(names).Distinct()]
            : PropositionPairs.Find(clause, clause.End, _named) is { } pair ? pair
            : hasVerb ? _carried
            : [];
        foreach (var says in _said.Select(says => part.Count == 0 ? says : says with { Component = part.Value }))
        {
            if (part.Count > 0 && says.Aspect is not (Aspect.Component or Aspect.Licence))
                continue;
            foreach (
                var subject in subjects.Where(subject =>
                    says.Aspect != Aspect.Maker || subject.Subject.Subject.Kind != SubjectKind.Organization
                )
            )
                Add(
                    Create(
                        subject,
                        says with
                        {
                            IsDenied = hasVerb ? isDenied : says.IsDenied ^ isDenied,
                            IsUnlimited = false,
                            Time =
                                hasVerb && ClauseShape.IsNever(clause) ? TimeScope.Ever
                                : hasVerb && says.Time == TimeScope.Ever && !clause.Has("was") ? TimeScope.Now
                                : says.Time,
                        },
                        clause,
                        isAsked
                    ),
                    isLost
                );
        }
    }

    // "OLMo 2 releases weights, data and training code", "is open: weights, data and code"
    private void RepeatParts(PropositionClause clause, bool isAsked, bool isLost)
    {
        ImmutableArray<string> parts = [.. ClauseShape.Components(clause).Select(hit => hit.Value)];
        if (clause.Names.Any())
        {
            _parts = parts;
            return;
        }
        var said = _said.FirstOrDefault(says =>
            says.Aspect == Aspect.Component || says is { IsDenied: false, Term: OpennessTerm.OpenSource or OpennessTerm.Open }
        );
        if (said is null || !_spoke)
        {
            _parts = _parts.AddRange(parts);
            return;
        }

        foreach (var subject in _carried)
        {
            foreach (var part in parts)
                Add(
                    Create(
                        subject,
                        new Assertion(Aspect.Component)
                        {
                            Component = part,
                            IsDenied = said.IsDenied,
                            Date = said.Date,
                            Time = said.Time,
                        },
                        clause,
                        isAsked
                    ),
                    isLost
                );
        }
    }

    private Proposition Create(NamedSubject subject, Assertion says, PropositionClause clause, bool isAsked) =>
        new(subject.Subject, says, clause.Text)
        {
            Name = subject.Name,
            Releases = subject.Releases,
            Speaker = Speaker,
            IsAsked = isAsked,
        };

    /// <summary>Continues with the next clause.</summary>
    /// <param name="clause">The clause that was read.</param>
    /// <param name="predicate">Where it says something; null where it does not.</param>
    public void Pass(PropositionClause clause, int? predicate)
    {
        var isPredicated = predicate is not null;
        var names = NamesOf(clause, _ => true).ToImmutableArray();
        if (!ClauseShape.AreParts(clause))
            _parts = [];
        _named.AddRange(
            clause
                .Names.Where(link => link.Subject.Subject.Kind is SubjectKind.Release or SubjectKind.Family)
                .Select(link => NamedSubject.Create(link, facts))
                .OfType<NamedSubject>()
                .Where(one => !_named.Contains(one))
        );
        if (_saying.Length > 0 || isPredicated)
            (_said, _saying) = ([.. _saying.Distinct()], []);
        if (IsOfCarried(clause, [.. names]))
            return;
        var isList = !isPredicated && !names.IsEmpty && !clause.Has("denials") && ClauseShape.IsFilled(clause);
        ImmutableArray<NamedSubject> listed =
            isList || isPredicated && !names.IsEmpty ? [.. isList ? _listed : Listed([.. names]), .. names] : names;
        _listed = isList ? listed : [];
        if (!names.IsEmpty)
            _carried = listed;
        else if (clause.Names.LastOrDefault() is { } last && last.End == clause.End && clause.IsWithin(last))
            _carried = [];
        else if (isPredicated && PropositionPairs.Find(clause, predicate!.Value, _named) is { Length: 1 } one)
            _carried = one;

        // "Closed models like GPT-4, Claude and Gemini": a list that continues in the next clause.
        _trails =
            clause.Models.Any(link => link.End == clause.End)
            && (isPredicated ? !clause.Names.Any(link => link.End <= predicate) : _trails && isList);
        _spoke |= !names.IsEmpty || isPredicated;
    }

    // In "Whisper is MIT, and OpenAI published its data" and "xAI put them under Apache" the maker speaks of the model before.
    private bool IsOfCarried(PropositionClause clause, NamedSubject[] named) =>
        named is [{ Subject: { Subject.Kind: SubjectKind.Organization } maker }]
        && !_carried.IsEmpty
        && _carried.All(one => one.Subject.Subject.Kind != SubjectKind.Organization && facts.MakerOf(one.Subject) == maker)
        && (
            ClauseShape.Components(clause).Any() && !clause.Has("any")
            || PropositionOpenness.NamesOwnLicence(clause)
            || PropositionClause.Between(clause.Start, clause.End).Any(index => clause.Tokens[index].Text is "it" or "them")
        );

    // A maker says something of its own only where no model is named.
    private IEnumerable<NamedSubject> NamesOf(PropositionClause clause, Func<EntityLink, bool> where)
    {
        var models = clause.Models;
        return (models.Length > 0 ? models : clause.Makers)
            .Where(where)
            .Select(link => NamedSubject.Create(link, facts))
            .OfType<NamedSubject>();
    }

    // In "Meta: Llama 3 is open" Meta speaks, and is not spoken of.
    private IEnumerable<NamedSubject> Listed(NamedSubject[] named) =>
        _listed.Where(listed =>
            (listed.Subject.Subject.Kind == SubjectKind.Organization) == (named[0].Subject.Subject.Kind == SubjectKind.Organization)
        );

    // "The 72B" is that size of what was spoken of, where there is one such.
    private ImmutableArray<NamedSubject> SizedAs(string size)
    {
        Release[] sized =
        [
            .. _carried
                .SelectMany(one => facts.FamilyOf(one.Subject) is { } family ? facts.ReleasesOf(family) : [])
                .SelectMany(release => facts.VariantsOf(release).Prepend(release))
                .Where(release => _carried.Any(one => release.Name.StartsWith(one.Subject.Name, StringComparison.OrdinalIgnoreCase)))
                .Where(release => release.Name.EndsWith($"-{size}", StringComparison.OrdinalIgnoreCase))
                .Distinct(),
        ];
        return sized is [var only] ? [new NamedSubject(only, only.Name, null)] : [];
    }
}
