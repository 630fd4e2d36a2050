using System.Collections.Immutable;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.Facts.Questions.Propositions;

/// <summary>Reads the clauses of a sentence: which ask, suppose, name a speaker or contradict, and which say something.</summary>
internal sealed class PropositionSentenceReader(PropositionDates dates, ConditionFinder conditions, FactBase facts)
{
    private static readonly PropositionWords Words = PropositionWords.Shipped;

    private readonly PropositionClauseReader _clauses = new(dates, conditions, facts);

    /// <summary>Adds what a sentence says to what was read before.</summary>
    public void Read(ImmutableArray<PropositionClause> clauses, PropositionState state, DateOnly today)
    {
        var whole = clauses[0];
        var isLeftOpen = PropositionAsking.IsLeftOpen(clauses[^1]);
        clauses = PropositionAsking.WithoutTags(clauses, out var isTagged);
        isTagged &= !isLeftOpen;
        state.Begin();
        if (clauses.IsEmpty)
        {
            PropositionAsking.AnswerAsked(whole, state);
            return;
        }

        clauses = WithThreshold(clauses.SetItem(0, PropositionAsking.WithoutOpener(clauses[0], out var isChecked)));
        var first = clauses[0];
        var asks = first.Start < first.End && PropositionAsking.Asks(first);
        var inverts =
            first.Start < first.End
            && !first.Hits("opinions").Concat(first.Hits("unlimited")).Any(hit => hit.Start == first.Start)
            && Words.Is("auxiliaries", first.Tokens[first.Start].Text)
            && first.Tokens[first.Start].Text != "its"
            && !(state.IsMessage && first.Tokens[first.Start] is { Text: "had", IsAsked: false });
        var isAsked =
            inverts
            || isLeftOpen
            || clauses[^1].Tokens[clauses[^1].End - 1].Text is "か" or "吗" or "嗎"
            || clauses.Any(PropositionAsking.Inverts)
            || first.Start < first.Tokens.Length
                && first.Tokens[Math.Min(first.Start, first.Tokens.Length - 1)].IsAsked
                && !isTagged
                && !isChecked
                && !first.Hits("opinions").Any(hit => hit.Start == first.Start && hit.Count > 1);
        var isSupposed = false;
        var found = state.Found.Count;
        if (first.Hits("retractions").Any(hit => hit.Start == first.Start))
            found = state.Retract();
        var isAnswer = PropositionAsking.AnswerAsked(first, state);
        if (!isAsked && clauses[^1].Tokens[clauses[^1].End - 1].Text == "respectively")
        {
            ReadPairs(clauses, state);
            return;
        }

        var lastSaying = -1;
        var told = state.IsMessage ? PropositionAsking.CountTold(clauses) : 0;
        for (var i = 0; i < clauses.Length; i++)
        {
            var clause = clauses[i];
            if (clause.Start >= clause.End)
                continue;
            var isTakenBack = clause.Hits("retractions").Any(hit => hit.Start > first.Start);
            if (isTakenBack && clause.Hits("retractions")[0].Start == clause.Start)
                state.RetractFrom(found);
            isSupposed =
                isSupposed
                    && clause.Tokens[clause.Start].Text is not ("but" or "however" or "while")
                    && !clause.Names.Any(link => !state.Names(link))
                || clause.Tokens[clause.Start].Text is "if" or "unless" && clause == first && !PropositionLimits.IsThreshold(clause);
            if (
                clause.Hits("speech").FirstOrDefault() is { Count: > 0 } verb
                && verb.Start == clause.Start
                && clause.End - verb.End is > 0 and < PropositionSpeakers.MaxLength
                && state.Found.Count > found
                && !clause.Has("terms")
            )
                state.Attribute(PropositionSpeakers.Raw(clause, verb.End, clause.End), found);
            else if (
                clause.Has("falsities")
                && !clause.Has("suppositions")
                && !clause.Names.Any()
                && clause.End - clause.Start < 4
                && state.Found.Count > found
                && (lastSaying == i - 1 || !state.IsMessage)
            )
                state.Contradict(found);
            else
            {
                var before = state.Found.Count;
                _clauses.Read(
                    clause,
                    state,
                    today,
                    isAsked && i >= told && !PropositionAsking.IsTold(clause, first),
                    isSkipped: asks && !IsInverted(clause, first) && !PropositionAsking.IsTold(clause, first)
                        || isSupposed
                        || PropositionAsking.Asks(clause) && !PropositionAsking.IsRelative(clause, first),
                    isTold: isTagged || isChecked
                );
                if (state.Found.Count > before)
                    lastSaying = i;
            }

            if (isTakenBack && clause.Hits("retractions")[0].Start > clause.Start)
                state.RetractFrom(found);
        }

        if (!isAsked && state.Found.Count == found)
            state.TellParts(whole, isLost: false);

        // "Who told you that?" refers to what was said, and speaks of nothing else.
        state.End(isKept: isAnswer || isAsked && first.Tokens[clauses[^1].End - 1].Text is "that" or "this" or "so" or "it", found);
    }

    // "If you have 700 million users, you need a licence" is read as one clause.
    private static ImmutableArray<PropositionClause> WithThreshold(ImmutableArray<PropositionClause> clauses) =>
        clauses.Length > 1
        && clauses[0] is var first
        && first.Start < first.End
        && first.Tokens[first.Start].Text == "if"
        && !first.Models.Any()
        && Amounts.Read(first) is not null
        && first with { End = clauses[1].End } is var whole
        && PropositionLimits.IsThreshold(whole)
            ? [whole, .. clauses.Skip(2)]
            : clauses;

    // "Gemma 4 and Llama 4 are Apache and custom respectively"
    private void ReadPairs(ImmutableArray<PropositionClause> clauses, PropositionState state)
    {
        var whole = clauses[0] with { End = clauses[^1].End - 1 };
        var models = whole.Models.Select(link => NamedSubject.Create(link, facts)).OfType<NamedSubject>().ToArray();
        var said = PropositionPredicates.Create(whole, isQuestion: false).OrderBy(one => one.Start).ToArray();
        if (models.Length != said.Length)
            return;
        foreach (var (subject, (says, _, _)) in models.Zip(said))
            state.Add(
                new Proposition(subject.Subject, says, whole.Text) { Name = subject.Name, Releases = subject.Releases },
                isLost: false
            );
    }

    // "Why the change, is M3 closed now": what is asked behind a question of another kind has a verb in front.
    private static bool IsInverted(PropositionClause clause, PropositionClause first) =>
        clause != first && Words.Is("auxiliaries", clause.Tokens[clause.Start].Text);
}
