using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.Facts.Questions.Propositions;

/// <summary>
/// Reads what a clause says: of the names in it, else of those of the clause before where a pronoun or nothing refers to them.
/// </summary>
internal sealed partial class PropositionClauseReader(PropositionDates dates, ConditionFinder conditions, FactBase facts)
{
    private static readonly PropositionWords Words = PropositionWords.Shipped;

    /// <summary>Adds what a clause says to what was read before.</summary>
    public void Read(PropositionClause clause, PropositionState state, DateOnly today, bool isAsked, bool isSkipped, bool isTold)
    {
        if (Words.Is("turns", clause.Tokens[clause.Start].Text))
            state.Speaker = null;
        var content = PropositionSpeakers.WithoutAfterthought(
            PropositionSpeakers.WithoutSpeaker(clause, state, out var isFlipped, out var isUnsaid)
        );
        if (content.Start >= content.End)
            return;
        if (PropositionLimits.IsProviso(content))
            state.Qualify(said => PropositionLimits.Limit(said, content));
        if (ReadException(content, state))
            return;
        var before = state.Found.Count;
        var isQuestion = isAsked && (clause.Tokens[clause.Start].IsAsked || AsksByItself(clause));
        var predicates = PropositionPredicates.Create(content, isQuestion).ToList();
        if (predicates.Count == 0 && AllOf(content, state, isQuestion) is { } all)
            predicates.Add(all);
        var isSupposition = content
            .Hits("suppositions")
            .Any(hit =>
                !predicates.Exists(one => one.Start <= hit.Start && hit.Start < one.Start + one.Count)
                && !PropositionAsking.IsAside(content, hit)
                && !content.Hits("allowing").Any(leave => leave.Count > 1 && leave.Overlaps(hit))
                && !content.Hits("requiring").Any(duty => duty.Count > 1 && duty.Overlaps(hit))
                && !(content.Tokens[hit.Start].Text == "if" && PropositionLimits.IsThreshold(content))
            );
        var isPossible =
            content
                .Hits("possibilities")
                .Any(hit => hit.End >= content.End || !content.Tokens[hit.End].IsNumber && !IsAbility(content, hit))
            && predicates.TrueForAll(one => one.Says.Aspect is Aspect.Openness or Aspect.Licence or Aspect.Component);
        var isLost =
            isSkipped
            || isUnsaid
            || isSupposition
            || PropositionMoods.IsForetold(content)
            || Words.Is("orders", content.Tokens[content.Start].Text)
            || clause.Tokens[clause.Start].Text == "stop"
            || isPossible && !isAsked;
        var date = dates.Read(content, predicates.Select(one => one.Says), today, state.IsDating);
        if (predicates.Count == 0 && date is { Date: not null, Only: null } && !content.Names.Any())
        {
            if (state.AwaitsDate && content.IsEmptyBetween(content.Start, content.End))
                predicates.Add((new Assertion(Aspect.ReleaseDate) { Date = date.Date }, content.End, 0));
            else if (!Words.Has("authors", content.Tokens, content.Start, content.End) && IsLeading(content, state))
                state.LeadingDate = date.Date;
        }
        else if (date.Date is null && state.LeadingDate is { } leading)
            date = new PropositionDates.Found(leading, null);
        if (date.Only is { } only && !(content.IsMessage && PropositionMoods.IsOfOtherAct(content, only.At)))
        {
            predicates.RemoveAll(one => one.Says is { Aspect: Aspect.Component, Component: Components.Weights });
            predicates.Add((only.Says with { IsDenied = content.IsDenied(only.At, 1, isQuestion) }, only.At, 1));
        }

        var isVerbless =
            !isTold
            && !PropositionClause
                .Between(content.Start, content.End)
                .Any(index =>
                    content.IsCopula(index)
                    || Words.Is("auxiliaries", content.Tokens[index].Text)
                    || Words.Is("makers", content.Tokens[index].Text)
                )
            && !content.Has("released")
            && !content.Hits("made_by").Any(hit => hit.Count > 1)
            && !content.Has("forbidding")
            && !content.Has("requiring");
        var bases = PropositionBases.Create(content, state.Carried, state.TellsBase, facts).ToArray();
        var makers = PropositionMakers
            .Create(content, facts, isQuestion)
            .Concat(PropositionMakers.ForCarried(content, state.Carried, state.TellsPublication, facts))
            .Concat(bases)
            .Where(maker =>
                predicates.Count == 0
                || maker.Says.Base is not null
                || PropositionMakers.IsApposed(content, maker, isAsked)
                || facts.MakerOf(maker.Subject) is { } known && (known != maker.Says.Maker) != maker.Says.IsDenied
            )
            .ToArray();

        foreach (var maker in makers)
            state.Add(
                maker with
                {
                    IsVerbless = isVerbless,
                    Speaker = state.Speaker,
                    IsAsked = isAsked || isLost,
                    Says = maker.Says with { IsDenied = maker.Says.IsDenied ^ isFlipped },
                },
                isLost
            );
        var exception = content.Exceptions.FirstOrDefault(one => !one.IsUnread) ?? state.Excepted;
        ImmutableArray<NamedSubject> bound = [];
        foreach (var (says, start, count) in predicates)
        {
            var asserted = PropositionScope.Apply(content, date.Apply(says), start) with { IsDenied = says.IsDenied ^ isFlipped };
            asserted = PropositionLimits.WithConditions(content, asserted, start);
            var limit = PropositionLimits.Find(content, asserted, start);
            var subjects = state.SubjectsOf(content, start, count);

            // "A licence of its own with a review for hosts": a term of the same licence.
            if (
                subjects.IsEmpty
                && says.Aspect is Aspect.Restrictions or Aspect.CommercialUse
                && !content.Names.Any(link => link.Start > start)
            )
                subjects = bound;
            bound = subjects;
            foreach (var subject in subjects.Where(one => CanBeSaid(says, one, content)))
            {
                foreach (
                    var part in says.Aspect == Aspect.Component || says is { Aspect: Aspect.Licence, Component: not null }
                        ? state.Parts
                        : []
                )
                    state.Add(
                        new Proposition(subject.Subject, asserted with { Component = part }, content.Text)
                        {
                            Name = subject.Name,
                            Releases = subject.Releases,
                            Speaker = state.Speaker,
                            IsAsked = isAsked,
                            IsVerbless = isVerbless,
                        },
                        isLost
                    );
                var said = new Proposition(subject.Subject, asserted, content.Text)
                {
                    Name = subject.Name,
                    Releases = subject.Releases,
                    Speaker = state.Speaker,
                    IsAsked = isAsked,
                    IsVerbless = isVerbless,
                    Limit = limit?.Words,
                    IsRanked = limit is { IsRank: true },
                };
                foreach (var one in exception is null ? [said] : PropositionExceptions.Apply(exception, said, facts))
                    state.Add(one, isLost);
            }
        }

        if (content.Has("all") && content.Names.Any(link => link.Subject is Licence) && !content.Has("denials") && !isAsked)
            state.TellParts(content, isLost);
        var mentioned = state.Mentioned(content);
        if (predicates.Count == 0 && makers.Length == 0 && !isAsked && !isSkipped && !isUnsaid && mentioned is [var single])
        {
            foreach (var said in Conditions(content, single, today))
                state.Add(said with { Speaker = state.Speaker }, isLost: false);
        }

        if (state.Found.Count > before)
            state.LastSaid = before;
        state.TellsBase = bases.Length > 0;
        state.TellsPublication = makers.Any(maker => maker.Says.IsPublication);
        if (isQuestion && predicates.Count == 0 && !content.Names.Any() && ClauseShape.AreParts(content))
            PropositionAsking.AskOfParts(content, state);
        else if (predicates.Count == 0 && makers.Length == 0)
            state.Repeat(content, isAsked, isLost, isQuestion);
        state.IsDating = predicates.Exists(one => one.Says.Aspect == Aspect.ReleaseDate);
        state.AwaitsDate =
            date.Date is null
            && (predicates.Count == 0 || isVerbless && predicates.TrueForAll(one => one.Says.Aspect == Aspect.Licence))
            && (
                content.Models.Any()
                    ? content.Has("released") && content.IsEmptyBetween(content.Start, content.End)
                        || state.Found.Count == 0 && IsBare(content)
                        || predicates.Count > 0
                    : state.AwaitsDate && (IsBare(content) || predicates.Count > 0)
            );
        state.Pass(content, predicates.Count > 0 ? predicates.Min(one => one.Start) : null);
    }

    // "Wasn't M2 MIT" is asked without a question mark, too.
    private static bool AsksByItself(PropositionClause clause) =>
        !clause.IsMessage
        && clause.Tokens[clause.Start].Text is { Length: > 3 } first
        && first.EndsWith("nt", StringComparison.Ordinal)
        && Words.Is("auxiliaries", first);

    // "The name has to begin with Llama": a condition of its licence, in words of the author's own.
    private IEnumerable<Proposition> Conditions(PropositionClause clause, NamedSubject subject, DateOnly today)
    {
        if (
            !(
                clause.Has("requiring")
                || clause.Has("allowing")
                || clause.Has("forbidding")
                || clause.Has("denials")
                || clause.Has("permission")
            )
            || clause.Hits("suppositions").Any(hit => clause.Tokens[hit.Start].Text != "if")
            || PropositionClause.Between(clause.Start, clause.End).Any(index => IsOfAuthor(clause.Tokens[index].Text))
            || facts.ReleasesOf(subject.Subject).Select(release => facts.LicenceOf(release, Components.Weights, today)).Distinct().ToArray()
                is not [{ } licence]
        )
            yield break;
        foreach (var condition in conditions.Find(licence, clause).DistinctBy(condition => condition.Kind))
            yield return new Proposition(
                subject.Subject,
                new Assertion(Aspect.Restrictions) { Condition = condition.Kind, Amount = Amounts.Read(clause)?.Value },
                clause.Text
            )
            {
                Name = subject.Name,
                Releases = subject.Releases,
            };
    }

    // What one does oneself is no condition.
    private static bool IsOfAuthor(string word) =>
        word is "me" or "us" or "my" or "our" || Words.Is("authors", word) && word is not ("you" or "youd" or "one");

    // "…, except the 3B" is no clause of its own, but takes something from the one before or behind it.
    private bool ReadException(PropositionClause clause, PropositionState state)
    {
        if (
            clause.Exceptions.FirstOrDefault() is not { } exception
            || exception.Start - clause.Start > 1
            || PropositionPredicates.Create(clause with { Start = Math.Min(exception.End, clause.End) }, isQuestion: false).Any()
        )
            return false;
        if (state.Found.Count == state.LastSaid)
        {
            state.Excepted = exception.IsUnread ? null : exception;
            return !exception.IsUnread;
        }

        var said = state.TakeLast();
        foreach (var one in said)
        {
            foreach (
                var narrowed in exception.IsUnread
                    ? [one with { Limit = one.Limit ?? clause.Text }]
                    : PropositionExceptions.Apply(exception, one, facts)
            )
                state.Add(narrowed, isLost: false);
        }

        return true;
    }
}
