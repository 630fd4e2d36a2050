using System.Collections.Immutable;

namespace AiNewsBot.Facts.Questions;

/// <summary>What was read so far: of whom the last clause spoke, what it said, and by whom.</summary>
internal sealed class PropositionState(FactBase facts)
{
    private static readonly PropositionWords Words = PropositionWords.Shipped;

    private readonly List<Proposition> _found = [];
    private ImmutableArray<SubjectView> _carried = [];
    private ImmutableArray<SubjectView> _listed = [];
    private ImmutableArray<Assertion> _said = [];
    private ImmutableArray<Assertion> _saying = [];
    private bool _spoke;

    public IReadOnlyList<Proposition> Found => _found;

    /// <summary>Who speaks; null for the author.</summary>
    public string? Speaker { get; set; }

    public bool Names(SubjectView subject) => _carried.Contains(subject);

    public void Begin()
    {
        if (Speaker is not null && _found.Count > 0 && _found[^1].Speaker == Speaker)
            Speaker = null;
        (_spoke, _listed) = (false, []);
    }

    /// <summary>A sentence that speaks of something else ends what is carried over.</summary>
    public void End()
    {
        if (!_spoke)
            _carried = [];
    }

    /// <summary>Of whom a clause says something at a place: the names before it, else behind it, else those carried over.</summary>
    public ImmutableArray<SubjectView> SubjectsOf(PropositionClause clause, int at, int count, bool isQuestion)
    {
        if (clause.NamesUnknown)
            return [];
        SubjectView[] named = [.. NamesOf(clause, link => link.End <= at)];
        if (named.Length > 0)
        {
            if (!EndsInName(clause, at))
                return [];
            return [.. _listed.Concat(named).Distinct()];
        }

        named = [.. NamesOf(clause, link => link.Start >= at + count)];
        if (named.Length > 0)
            return clause.IsEmptyBetween(clause.Start, at) ? [.. named] : [];
        if (clause.Licences.FirstOrDefault(link => link.End <= at && PropositionPredicates.IsSubject(clause, link)) is { } licence)
            return [licence.Subject];
        return clause.Names.Any(link => link.Subject is not Licence) || !clause.IsEmptyBetween(clause.Start, at) ? [] : !_listed.IsEmpty ? _listed : _carried;
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

    /// <summary>"… and Qwen3 isn't", "but not of Qwen3", "it isn't": what was said last, of others or turned round.</summary>
    public void Repeat(PropositionClause clause, bool isAsked, bool isLost, bool isQuestion)
    {
        var names = NamesOf(clause, _ => true).ToImmutableArray();
        var hasVerb = Enumerable.Range(clause.Start, clause.End - clause.Start).Any(index => Words.Is("auxiliaries", clause.Tokens[index].Text));
        var isDenied = clause.IsDenied(clause.End, 1, isQuestion);
        if (_said.IsEmpty || clause.NamesUnknown || !hasVerb && !isDenied && !IsSame(clause) || !IsFilled(clause))
            return;
        var subjects = !names.IsEmpty ? names : hasVerb ? _carried : [];
        foreach (var says in _said)
        {
            foreach (var subject in subjects)
                Add(new Proposition(subject, says with { IsDenied = hasVerb ? isDenied : says.IsDenied ^ isDenied, IsUnlimited = false }, clause.Text) { Speaker = Speaker, IsAsked = isAsked }, isLost);
        }
    }

    /// <summary>Goes on to the next clause.</summary>
    public void Pass(PropositionClause clause, bool isPredicated)
    {
        var names = NamesOf(clause, _ => true).ToImmutableArray();
        if (_saying.Length > 0)
            (_said, _saying) = ([.. _saying.Distinct()], []);
        var isList = !isPredicated && !names.IsEmpty && !clause.Has("denials") && IsFilled(clause);
        _listed = isList ? _listed.AddRange(names) : [];
        if (!names.IsEmpty)
            _carried = isList ? _listed : names;
        _spoke |= !names.IsEmpty || isPredicated;
    }

    // A maker says something of its own only where no model is named.
    private static IEnumerable<SubjectView> NamesOf(PropositionClause clause, Func<Linking.Link, bool> where)
    {
        var models = clause.Models.Where(where).Select(link => link.Subject).ToArray();
        return models.Length > 0 || clause.Models.Any() ? models : clause.Makers.Where(where).Select(link => link.Subject);
    }

    // In "Llama 3 support in my app is open source" the app is.
    private static bool EndsInName(PropositionClause clause, int at)
    {
        for (var i = at - 1; i >= clause.Start; i--)
        {
            if (clause.IsName(i))
                return true;
            if (!clause.IsEmpty(i) && !IsVariant(clause.Tokens[i].Text))
                return Enumerable.Range(i + 1, at - i - 1).All(index => !clause.IsCopula(index)) && IsVerb(clause, i);
        }

        return true;
    }

    private static bool IsVariant(string word) => Language.Languages.Lexicon.CuesFrom(word).Any(cue => cue.Group == "variants" && cue.Words.Length == 1);

    // "Meta licenses Llama 3 under MIT", "Google put Gemma under Apache": a verb with its object behind it.
    private static bool IsVerb(PropositionClause clause, int index) => clause.Models.Any(link => link.Start > index) || clause.Tokens[index].Text.EndsWith("ed", StringComparison.Ordinal);

    private static bool IsSame(PropositionClause clause) => Enumerable.Range(clause.Start, clause.End - clause.Start).Any(index => clause.Tokens[index].Text is "too" or "also" or "same" or "likewise");

    private static bool IsFilled(PropositionClause clause) => Enumerable.Range(clause.Start, clause.End - clause.Start)
        .All(index => clause.IsName(index) || Words.Is("fillers", clause.Tokens[index].Text) || Words.Is("connectives", clause.Tokens[index].Text) || Words.Is("denials", clause.Tokens[index].Text) || clause.Tokens[index].IsNumber);
}
