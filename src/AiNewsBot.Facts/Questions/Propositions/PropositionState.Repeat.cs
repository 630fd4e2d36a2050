using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;

namespace AiNewsBot.Facts.Questions.Propositions;

internal sealed partial class PropositionState
{
    /// <summary>"… and Qwen3 isn't", "but not of Qwen3", "it isn't": what was said last, of others or turned round.</summary>
    public void Repeat(PropositionClause clause, bool isAsked, bool isLost, bool isQuestion)
    {
        if (RepeatOfPart(clause, isAsked, isLost))
            return;
        if (ClauseShape.AreParts(clause))
        {
            RepeatParts(clause, isAsked, isLost);
            return;
        }

        // "It's V3-0324 that went MIT" tells of which it is so, in the next clause.
        if (clause.Tokens[clause.Start].Text == "its" && clause.Names.Any(link => link.Start == clause.Start + 1 && link.End == clause.End))
            return;
        clause = ClauseShape.FromPronoun(clause);

        // "It was ChatGPT" tells what it was, and nothing of ChatGPT.
        if (IsMessage && IsIdentified(clause))
            return;
        var names = _referents.NamesOf(clause, _ => true).ToImmutableArray();
        var hasVerb = PropositionClause
            .Between(clause.Start, clause.End)
            .Any(index => Words.Is("auxiliaries", clause.Tokens[index].Text) || Words.Is("copulas", clause.Tokens[index].Text));
        var isDenied = clause.IsDenied(clause.End, 1, isQuestion);

        // "The 0324 one yes", "V3 no"
        var answer = IsMessage && !names.IsEmpty && !isAsked ? clause.Hits("answers").FirstOrDefault() : default;
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

        if (RepeatPermission(clause, names, isAsked, isLost))
            return;
        if (
            _said.IsEmpty
            || clause.NamesUnknown
            || clause.Names.Any(clause.IsNominal)
            || !hasVerb && !isDenied && !_trails && !_continues && answer.Count == 0 && !ClauseShape.IsSame(clause)
            || !ClauseShape.IsFilled(clause)
        )
            return;
        var part = clause.Hits("components").FirstOrDefault();
        ImmutableArray<NamedSubject> subjects =
            !names.IsEmpty ? [.. _referents.ListedWith([.. names]).Concat(names).Distinct()]
            : _referents.PairOf(clause, clause.End) is { } pair ? pair
            : hasVerb ? _referents.Carried
            : [];
        var isCopular =
            IsMessage && hasVerb && PropositionClause.Between(clause.Start, clause.End).Any(index => IsToBe(clause.Tokens[index].Text));
        foreach (var says in _said.Select(says => part.Count == 0 ? says : says with { Component = part.Value }))
        {
            // In "X isn't Apache, it has a limit on users. Y was though" the other had no limit.
            if (isCopular && says.Condition is ("user-cap" or "revenue-cap" or "naming" or "attribution" or "royalty" or "registration"))
                continue;
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
                            IsDenied =
                                answer.Count > 0 ? answer.Value == "no"
                                : hasVerb ? isDenied
                                : says.IsDenied ^ isDenied,
                            IsUnlimited = says.Aspect == Aspect.Restrictions && says.IsUnlimited,
                            Time =
                                clause.Has("always") && !isDenied ? TimeScope.Always
                                : hasVerb && ClauseShape.IsNever(clause) ? TimeScope.Ever
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

    // "It was ChatGPT", "no that's Llama 3"
    private static bool IsIdentified(PropositionClause clause)
    {
        var at = Words.Is("answers", clause.Tokens[clause.Start].Text) ? clause.Start + 1 : clause.Start;
        return at + 2 < clause.End
            && (clause.Tokens[at].Text is "it" or "that" or "this")
            && (clause.Tokens[at].IsPossessive ? clause.IsName(at + 1) : clause.IsCopula(at + 1) && clause.IsName(at + 2));
    }

    private static bool IsToBe(string word) =>
        word is "is" or "are" or "was" or "were" or "isnt" or "arent" or "wasnt" or "werent" or "aint";

    // "V3 wasn't MIT, only its code"
    private bool RepeatOfPart(PropositionClause clause, bool isAsked, bool isLost)
    {
        if (
            !IsMessage
            || clause.Names.Any()
            || !Words.Is("singling", clause.Tokens[clause.Start].Text)
            || ClauseShape.Components(clause).ToArray() is not [var part]
            || !ClauseShape.IsFilled(clause)
            || _said.LastOrDefault(says => says is { Aspect: Aspect.Licence, Component: null, IsDenied: true }) is not { } denied
        )
            return false;
        foreach (var subject in _referents.Carried)
            Add(Create(subject, denied with { Component = part.Value, IsDenied = false }, clause, isAsked), isLost);
        return true;
    }

    private bool RepeatPermission(PropositionClause clause, ImmutableArray<NamedSubject> names, bool isAsked, bool isLost)
    {
        if (!IsMessage || isAsked)
            return false;
        var continued = PropositionPermissions.Continue(clause, _said, _spoke).ToArray();
        foreach (var subject in names.IsEmpty ? _referents.Carried : [.. _referents.ListedWith([.. names]).Concat(names).Distinct()])
        {
            foreach (var says in continued)
                Add(Create(subject, says, clause, isAsked), isLost);
        }

        return continued.Length > 0;
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

        foreach (var subject in _referents.Carried)
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

    /// <summary>"X is open source. Data, training code, checkpoints, all Apache": that the parts which were listed are public.</summary>
    public void TellParts(PropositionClause clause, bool isLost)
    {
        if (
            !IsMessage
            || _parts.Length < MinParts
            || !_said.Concat(_saying).Any(says => says is { IsDenied: false, Term: OpennessTerm.OpenSource or OpennessTerm.Open })
        )
            return;
        foreach (var subject in _referents.Carried)
        {
            foreach (var part in _parts)
                Add(Create(subject, new Assertion(Aspect.Component) { Component = part }, clause, isAsked: false), isLost);
        }
    }
}
