using AiNewsBot.Facts.Questions.Cues;

namespace AiNewsBot.Facts.Questions.Propositions;

/// <summary>What a clause thinks of a name that is given to a model: "calling it open source is a stretch" denies that it is.</summary>
internal static class PropositionEvaluations
{
    private const int MaxLead = 2;
    private const int MaxThought = 7;

    private static readonly PropositionWords Words = PropositionWords.Shipped;

    /// <summary>The part of a clause that names; null where it thinks nothing of a name.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="isFlipped">Whether the name is thought wrong.</param>
    /// <param name="isUnsaid">Whether it is left open what is thought of it.</param>
    public static PropositionClause? Read(PropositionClause clause, out bool isFlipped, out bool isUnsaid)
    {
        (isFlipped, isUnsaid) = (false, false);
        clause = PropositionSpeakers.WithoutAfterthought(clause);
        if ((Behind(clause) ?? Before(clause)) is not var (named, thought))
            return null;
        var isFair = Words.Has("fair", clause.Tokens, thought.Start, thought.End);
        var isWrong = Words.Has("falsities", clause.Tokens, thought.Start, thought.End);
        var isDenied = thought.Hits("denials").Any(hit => !Words.Is("falsities", clause.Tokens[hit.Start].Text));
        isUnsaid = !isFair && !isWrong && !IsThing(thought) && !(named.Start < thought.Start && IsWord(thought));
        isFlipped = isFair == isDenied;
        return named;
    }

    // "Calling it open source is a stretch", "to call it open source would be wrong"
    private static (PropositionClause Named, PropositionClause Thought)? Behind(PropositionClause clause)
    {
        if (NamingIn(clause, clause.Start + MaxLead) is not { } naming)
            return null;
        var term = clause.Hits("terms").FirstOrDefault(hit => hit.Start > naming);
        var verb =
            term.Count == 0
                ? -1
                : PropositionClause
                    .Between(term.End, clause.End - 1)
                    .FirstOrDefault(index => IsVerb(clause, index) || clause.Tokens[index].Text == "would", -1);
        return verb < 0 ? null : (clause with { Start = naming + 1, End = verb }, clause with { Start = verb });
    }

    // "It's a stretch to call it open source"
    private static (PropositionClause Named, PropositionClause Thought)? Before(PropositionClause clause)
    {
        if (
            clause.Tokens[clause.Start].Text is not ("its" or "it")
            || !PropositionClause.Between(clause.Start, Math.Min(clause.Start + 2, clause.End)).Any(index => IsVerb(clause, index))
            || NamingIn(clause, clause.Start + MaxThought) is not { } naming
            || !clause.Hits("terms").Any(hit => hit.Start > naming)
        )
            return null;
        return (clause with { Start = naming + 1 }, clause with { End = clause.Tokens[naming - 1].Text == "to" ? naming - 1 : naming });
    }

    private static bool IsVerb(PropositionClause clause, int index) =>
        clause.IsCopula(index) || Words.Is("auxiliaries", clause.Tokens[index].Text);

    private static int? NamingIn(PropositionClause clause, int end)
    {
        for (var i = clause.Start; i < Math.Min(end, clause.End - 1); i++)
        {
            if (clause.Tokens[i].Text == "calling" || clause.Tokens[i].Text == "call" && i > 0 && clause.Tokens[i - 1].Text == "to")
                return i;
        }

        return null;
    }

    // "A stretch", but not "the idea of their marketing".
    private static bool IsThing(PropositionClause thought) => FirstIn(thought) is { } first && thought.Tokens[first].Text is "a" or "an";

    // A word alone: "generous"; "important to them" judges nothing.
    private static bool IsWord(PropositionClause thought) => FirstIn(thought) is { } first && first + 1 == thought.End;

    private static int? FirstIn(PropositionClause thought)
    {
        var at = thought.Start + 1;
        while (at < thought.End && !Words.Is("determiners", thought.Tokens[at].Text) && thought.IsEmpty(at))
            at++;
        return at < thought.End ? at : null;
    }
}
