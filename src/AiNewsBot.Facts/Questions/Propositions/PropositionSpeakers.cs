using AiNewsBot.Facts.Questions.Cues;

namespace AiNewsBot.Facts.Questions.Propositions;

/// <summary>Who a clause says something by, and the words by which its author says how sure they are.</summary>
internal static class PropositionSpeakers
{
    private static readonly PropositionWords Words = PropositionWords.Shipped;

    /// <summary>How many words the name of a speaker has at most.</summary>
    public const int MaxLength = 6;

    // "…, I believe", "… lol"
    public static PropositionClause WithoutAfterthought(PropositionClause clause)
    {
        while (
            clause
                .Hits("afterthoughts")
                .FirstOrDefault(hit =>
                    hit.End == clause.End && hit.Start > clause.Start && !Words.Is("prepositions", clause.Tokens[hit.Start - 1].Text)
                )
                is { Count: > 0 } hit
        )
            clause = clause with { End = hit.Start };
        return clause;
    }

    public static PropositionClause WithoutSpeaker(PropositionClause clause, PropositionState state, out bool isFlipped, out bool isUnsaid)
    {
        if (PropositionEvaluations.Read(clause, out isFlipped, out isUnsaid) is { } named)
        {
            state.Speaker = null;
            return named;
        }

        var content = WithoutLead(clause, state, out isFlipped, out isUnsaid);
        if (content.Start >= content.End || PropositionEvaluations.Read(content, out var isWrong, out var isOpen) is not { } called)
            return content;
        isFlipped ^= isWrong;
        isUnsaid |= isOpen;
        return called;
    }

    // "I think", "according to Meta", "Meta says"
    private static PropositionClause WithoutLead(PropositionClause clause, PropositionState state, out bool isFlipped, out bool isUnsaid)
    {
        (isFlipped, isUnsaid) = (false, false);
        if (
            clause.Hits("opinions").FirstOrDefault() is { Count: > 0 } opinion
            && opinion.Start - clause.Start < 3
            && (opinion.Start == clause.Start || opinion.End < clause.End)
        )
        {
            isFlipped = Enumerable
                .Range(opinion.Start, opinion.Count)
                .Any(index => Words.Is("denials", clause.Tokens[index].Text) && clause.Tokens[index].Text != "cant");
            state.Speaker = null;
            return clause with { Start = opinion.End };
        }

        if (
            clause.Hits("according").FirstOrDefault() is { Count: > 0 } source
            && source.Start - clause.Start < 2
            && clause.End - source.End is > 0 and <= MaxLength
        )
        {
            var told = PropositionClause
                .Between(source.End + 1, clause.End)
                .FirstOrDefault(index => clause.IsCopula(index) || clause.Models.Any(link => link.Start == index), clause.End);
            if (told < clause.End)
            {
                state.Speaker = Raw(clause, source.End, told);
                return clause with { Start = told };
            }

            var isNo = clause.Tokens[clause.End - 1].Text is "no" or "non" or "not" or "nicht" or "nao" or "nein";
            state.Speaker = Raw(clause, source.End, isNo ? clause.End - 1 : clause.End);
            if (isNo)
                state.Deny(clause.Text);
            return clause with { Start = clause.End };
        }

        if (
            clause.Hits("speech").FirstOrDefault() is not { Count: > 0 } verb
            || verb.Start == clause.Start
            || verb.Start - clause.Start > MaxLength + 1
        )
            return clause;
        var from = clause.Tokens[clause.Start].Text is "and" or "but" or "while" or "so" or "because" or "since"
            ? clause.Start + 1
            : clause.Start;
        if (from >= verb.Start)
            return clause;

        // "The DBRX licence says you may not …" is said of DBRX.
        var document = clause with
        {
            Start = from,
            End = verb.Start,
        };
        if (document.Licences.FirstOrDefault() is { } licence)
        {
            state.Carry(NamedSubject.ForLicence(clause, licence));
            return clause with { Start = verb.End };
        }

        if (document.Has("documents") && (document.Names.Any() || !state.Carried.IsEmpty))
        {
            if (document.Names.Any())
                state.Pass(document, null);
            state.Speaker = null;
            return clause with { Start = verb.End };
        }

        // "I'd call it open source", "you could say that it is": said by the author.
        if (PropositionClause.Between(from, verb.Start).Any(index => Words.Is("authors", clause.Tokens[index].Text)))
        {
            var isDenied = clause.Hits("denials").Count(hit => hit.End <= verb.Start) % 2 != 0;
            var isNaming = Words.Is("naming_verbs", clause.Tokens[verb.Start].Text);

            // "I never said that it is open" takes nothing for so, "I wouldn't call it open" does; "you could say" leaves it open.
            isFlipped = isDenied && isNaming;
            isUnsaid = isDenied && !isNaming || clause.Hits("possibilities").Any(hit => hit.End <= verb.Start);
            state.Speaker = null;
            return clause with { Start = verb.End };
        }

        // What is denied to have been said was not put forward.
        isUnsaid = clause.Hits("denials").Any(hit => hit.End <= verb.Start);
        var isContradicted = clause.Hits("falsities").Any(hit => hit.Start >= verb.End);
        var end = WithoutAuxiliaries(clause, from, verb.Start);
        state.Speaker =
            isContradicted || end == from || IsSeen(clause, from, verb.Start) || Words.Has("orders", clause.Tokens, from, end)
                ? null
                : Raw(clause, from, end);
        return clause with { Start = verb.End };
    }

    // "Saw a blog saying that …" tells what its author read: a verb in front of the article, and no one who says it.
    private static bool IsSeen(PropositionClause clause, int from, int verb) =>
        from + 1 < verb
        && clause.Tokens[from + 1].Text is "a" or "an" or "the" or "some" or "this" or "that"
        && !clause.IsName(from)
        && !Words.Is("carriers", clause.Tokens[from].Text)
        && !Words.Is("all", clause.Tokens[from].Text);

    // In "Théo a dit" and "my boss has said" the verb begins earlier; in "please stop saying" none is spoken of.
    private static int WithoutAuxiliaries(PropositionClause clause, int from, int verb)
    {
        while (
            verb > from && !clause.IsName(verb - 1) && (Words.Is("auxiliaries", clause.Tokens[verb - 1].Text) || IsHas(clause, verb - 1))
        )
            verb--;
        return verb;
    }

    private static bool IsHas(PropositionClause clause, int index) => clause.Tokens[index].Text is "a" or "ha" or "hat" or "haben" or "ont";

    public static string Raw(PropositionClause clause, int from, int to) =>
        string.Join(' ', clause.Tokens.Skip(from).Take(to - from).Select(token => token.Raw));
}
