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
    private bool _spoke;
    private bool _trails;

    public IReadOnlyList<Proposition> Found => _found;

    /// <summary>The date that its sentence began with: "in 2023, Grok-1 was closed".</summary>
    public DatePhrase? LeadingDate { get; set; }

    /// <summary>Who speaks; null for the author.</summary>
    public string? Speaker { get; set; }

    public bool Names(EntityLink link) => NamedSubject.Create(link, facts) is { } named && _carried.Contains(named);

    public void Begin()
    {
        if (Speaker is not null && _found.Count > 0 && _found[^1].Speaker == Speaker)
            Speaker = null;
        (_spoke, _listed, LeadingDate) = (false, [], null);
    }

    /// <summary>A sentence that speaks of something else ends what is carried over.</summary>
    public void End()
    {
        if (!_spoke)
            _carried = [];
    }

    /// <summary>Of whom a clause says something at a place: the names before it, else behind it, else those carried over.</summary>
    public ImmutableArray<NamedSubject> SubjectsOf(PropositionClause clause, int at, int count)
    {
        if (clause.NamesUnknown)
            return [];
        NamedSubject[] named = [.. NamesOf(clause, link => link.End <= at)];
        if (named.Length > 0)
        {
            if (!EndsInName(clause, at))
                return [];
            return [.. Listed(named).Concat(named).Distinct()];
        }

        named = [.. NamesOf(clause, link => link.Start >= at + count)];
        if (named.Length > 0)
            return clause.IsEmptyBetween(clause.Start, at) ? [.. named] : [];
        if (clause.Licences.FirstOrDefault(link => link.End <= at && PropositionPredicates.IsSubject(clause, link)) is { } licence)
            return [new NamedSubject(licence.Subject, licence.Subject.Name, null)];
        return clause.Models.Any() || clause.Makers.Any() || !clause.IsEmptyBetween(clause.Start, at) || IsOwn(clause, at) ? [] : !_listed.IsEmpty ? _listed : _carried;
    }

    public void Add(Proposition proposition, bool isLost)
    {
        _spoke = true;
        _saying = _saying.Add(proposition.Says);
        if (isLost)
            return;

        // "Free for commercial use, no limits" is one thing said, and not two.
        if (proposition.Says.IsUnlimited && _found.FindLastIndex(other => other.Subject == proposition.Subject && other.Aspect == Aspect.CommercialUse && !other.Says.IsDenied) is var index and >= 0)
            _found[index] = _found[index] with { Says = _found[index].Says with { IsUnlimited = true } };
        else
            _found.Add(proposition);
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
        var names = NamesOf(clause, _ => true).ToImmutableArray();
        var hasVerb = PropositionClause.Between(clause.Start, clause.End).Any(index => Words.Is("auxiliaries", clause.Tokens[index].Text));
        var isDenied = clause.IsDenied(clause.End, 1, isQuestion);
        if (_trails && !names.IsEmpty && !IsFilled(clause) && clause.IsEmptyBetween(clause.Start, clause.Models.FirstOrDefault()?.Start ?? clause.Start))
        {
            foreach (var says in _said)
                Add(new Proposition(names[0].Subject, says, clause.Text) { Name = names[0].Name, Releases = names[0].Releases, Speaker = Speaker, IsAsked = isAsked }, isLost);
            return;
        }

        if (_said.IsEmpty || clause.NamesUnknown || !hasVerb && !isDenied && !_trails && !IsSame(clause) || !IsFilled(clause))
            return;
        var part = clause.Hits("components").FirstOrDefault();
        ImmutableArray<NamedSubject> subjects = !names.IsEmpty ? [.. Listed([.. names]).Concat(names).Distinct()] : hasVerb ? _carried : [];
        foreach (var says in _said.Select(says => part.Count == 0 ? says : says with { Component = part.Value }))
        {
            if (part.Count > 0 && says.Aspect is not (Aspect.Component or Aspect.Licence))
                continue;
            foreach (var subject in subjects)
                Add(new Proposition(subject.Subject, says with { IsDenied = hasVerb ? isDenied : says.IsDenied ^ isDenied, IsUnlimited = false, Time = hasVerb && says.Time == TimeScope.Ever && !clause.Has("was") ? TimeScope.Now : says.Time }, clause.Text) { Name = subject.Name, Releases = subject.Releases, Speaker = Speaker, IsAsked = isAsked }, isLost);
        }
    }

    /// <summary>Goes on to the next clause.</summary>
    /// <param name="clause">The clause that was read.</param>
    /// <param name="predicate">Where it says something; null where it does not.</param>
    public void Pass(PropositionClause clause, int? predicate)
    {
        var isPredicated = predicate is not null;
        var names = NamesOf(clause, _ => true).ToImmutableArray();
        if (_saying.Length > 0)
            (_said, _saying) = ([.. _saying.Distinct()], []);
        var isList = !isPredicated && !names.IsEmpty && !clause.Has("denials") && IsFilled(clause);
        _listed = isList ? _listed.AddRange(names) : [];
        if (!names.IsEmpty)
            _carried = isList ? _listed : names;

        // "Closed models like GPT-4, Claude and Gemini": a list that continues in the next clause.
        _trails = clause.IsName(clause.End - 1) && (isPredicated ? !clause.Names.Any(link => link.End <= predicate) : _trails && isList);
        _spoke |= !names.IsEmpty || isPredicated;
    }

    // A maker says something of its own only where no model is named.
    private IEnumerable<NamedSubject> NamesOf(PropositionClause clause, Func<EntityLink, bool> where)
    {
        var models = clause.Models.ToArray();
        return (models.Length > 0 ? models : clause.Makers).Where(where).Select(link => NamedSubject.Create(link, facts)).OfType<NamedSubject>();
    }

    // In "Meta: Llama 3 is open" Meta speaks, and is not spoken of.
    private IEnumerable<NamedSubject> Listed(NamedSubject[] named) =>
        _listed.Where(listed => (listed.Subject.Subject.Kind == SubjectKind.Organization) == (named[0].Subject.Subject.Kind == SubjectKind.Organization));

    // In "Llama 3 support in my app is open source" the app is.
    private static bool EndsInName(PropositionClause clause, int at)
    {
        var verb = PropositionClause.Between(clause.Start, at).FirstOrDefault(index => !clause.IsName(index) && clause.Names.Any(link => link.End <= index) && IsVerbAt(clause, index), at);
        for (var i = verb - 1; i >= clause.Start; i--)
        {
            if (clause.IsName(i))
                return true;
            if (!clause.IsEmpty(i) && !IsVariant(clause.Tokens[i].Text))
                return verb == at && IsVerb(clause, i);
        }

        return true;
    }

    private static bool IsVerbAt(PropositionClause clause, int index) => clause.IsCopula(index) || Words.Is("auxiliaries", clause.Tokens[index].Text)
        || clause.Hits("forbidding").Concat(clause.Hits("allowing")).Any(hit => hit.Start == index);

    // "Our model is MIT" is said of no model that was named before.
    private static bool IsOwn(PropositionClause clause, int at) => PropositionClause.Between(clause.Start, at).Any(index => Words.Is("owners", clause.Tokens[index].Text));

    private static bool IsVariant(string word) => AiNewsBot.Facts.Language.Languages.Lexicon.CuesFrom(word).Any(cue => cue.Group == "variants" && cue.Words.Length == 1);

    // "Meta licenses Llama 3 under MIT", "Google put Gemma under Apache": a verb with its object behind it.
    private static bool IsVerb(PropositionClause clause, int index) => clause.Models.Any(link => link.Start > index) || clause.Tokens[index].Text.EndsWith("ed", StringComparison.Ordinal);

    private static bool IsSame(PropositionClause clause) => PropositionClause.Between(clause.Start, clause.End).Any(index => clause.Tokens[index].Text is "too" or "also" or "same" or "likewise");

    private static bool IsFilled(PropositionClause clause) => PropositionClause.Between(clause.Start, clause.End)
        .All(index => clause.IsName(index) || clause.Hits("components").Any(hit => hit.Start <= index && index < hit.End) || Words.Is("fillers", clause.Tokens[index].Text) || Words.Is("connectives", clause.Tokens[index].Text) || Words.Is("denials", clause.Tokens[index].Text) || clause.Tokens[index].IsNumber);
}
