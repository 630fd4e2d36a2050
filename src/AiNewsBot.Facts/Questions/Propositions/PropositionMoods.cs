using AiNewsBot.Facts.Questions.Cues;

namespace AiNewsBot.Facts.Questions.Propositions;

/// <summary>Whether a clause tells what is to come, or what its author did: neither is a fact of a model.</summary>
internal static class PropositionMoods
{
    private const int MaxSpanLength = 3;

    private static readonly PropositionWords Words = PropositionWords.Shipped;

    /// <summary>Whether it foretells: "gets open sourced in about six months", "comes out next week".</summary>
    public static bool IsForetold(PropositionClause clause)
    {
        for (var i = clause.Start; i + 1 < clause.End; i++)
        {
            if (clause.Tokens[i].Text == "next" && Words.Is("spans", clause.Tokens[i + 1].Text))
                return true;
            if (clause.Tokens[i].Text != "in")
                continue;
            var number = i + 1;
            while (number < clause.End && number - i <= MaxSpanLength && !Words.Is("spans", clause.Tokens[number].Text))
                number++;
            if (
                number > i + 1
                && number < clause.End
                && Words.Is("spans", clause.Tokens[number].Text)
                && !PropositionClause
                    .Between(i + 1, number)
                    .Any(index =>
                        clause.IsName(index) || clause.Tokens[index].Text is "the" or "recent" or "past" or "last" or "these" or "those"
                    )
            )
                return true;
        }

        return false;
    }

    /// <summary>Whether a day in it is that of something else than a release: "TII moved it to Apache in 2023", "shipped it in our app
    /// yesterday".</summary>
    public static bool IsOfOtherAct(PropositionClause clause, int date) =>
        clause.Has("relicensing")
        || PropositionClause
            .Between(clause.Start, clause.End)
            .Any(index =>
                Words.Is("first_persons", clause.Tokens[index].Text)
                && !clause.Hits("opinions").Concat(clause.Hits("speech")).Any(hit => hit.Start <= index && index < hit.End)
                && !clause.Models.Any(link => link.Start > Math.Min(index, date) && link.End <= Math.Max(index, date))
            );
}
