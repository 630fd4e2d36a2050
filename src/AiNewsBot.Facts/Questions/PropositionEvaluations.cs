namespace AiNewsBot.Facts.Questions;

/// <summary>What a clause thinks of a name that is given to a model: "calling it open source is a stretch" denies that it is.</summary>
internal static class PropositionEvaluations
{
    private const int MaxLead = 2;

    private static readonly PropositionWords Words = PropositionWords.Shipped;

    /// <summary>The part of a clause that names; null where it thinks nothing of a name.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="isFlipped">Whether the name is thought wrong.</param>
    /// <param name="isUnsaid">Whether it is left open what is thought of it.</param>
    public static PropositionClause? Read(PropositionClause clause, out bool isFlipped, out bool isUnsaid)
    {
        (isFlipped, isUnsaid) = (false, false);
        clause = PropositionSpeakers.WithoutAfterthought(clause);
        if (NamingIn(clause) is not { } naming || VerbBehind(clause, naming + 1) is not { } verb || verb + 1 >= clause.End)
            return null;
        var thought = PropositionClause.Between(verb, clause.End).ToArray();
        var isFair = Words.Has("fair", clause.Tokens, verb, clause.End);
        var isWrong = thought.Any(index => Words.Is("falsities", clause.Tokens[index].Text));
        var isDenied = clause.Hits("denials").Any(hit => hit.Start >= verb && !Words.Is("falsities", clause.Tokens[hit.Start].Text));
        isUnsaid = !isFair && !isWrong && !IsJudgement(clause, verb);
        isFlipped = isFair == isDenied;
        return clause with { Start = naming + 1, End = verb };
    }

    // "So calling it open source", "to call it open source"
    private static int? NamingIn(PropositionClause clause)
    {
        for (var i = clause.Start; i < Math.Min(clause.Start + MaxLead, clause.End - 1); i++)
        {
            if (clause.Tokens[i].Text == "calling" || clause.Tokens[i].Text == "call" && i > 0 && clause.Tokens[i - 1].Text == "to")
                return i;
        }

        return null;
    }

    private static int? VerbBehind(PropositionClause clause, int from)
    {
        var term = clause.Hits("terms").FirstOrDefault(hit => hit.Start >= from);
        var verb = term.Count == 0 ? -1 : PropositionClause.Between(term.End, clause.End).FirstOrDefault(IsVerb, -1);
        return verb < 0 ? null : verb;

        bool IsVerb(int index) =>
            clause.IsCopula(index) || Words.Is("auxiliaries", clause.Tokens[index].Text) || clause.Tokens[index].Text == "would";
    }

    // A thing with an article or a word alone: "a stretch", "generous", "really generous"; "important to them" judges nothing.
    private static bool IsJudgement(PropositionClause clause, int verb)
    {
        var from = verb + 1;
        while (from < clause.End && !Words.Is("determiners", clause.Tokens[from].Text) && clause.IsEmpty(from))
            from++;
        return from < clause.End && (Words.Is("determiners", clause.Tokens[from].Text) || from + 1 == clause.End);
    }
}
