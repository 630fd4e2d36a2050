using AiNewsBot.Facts.Questions.Cues;

namespace AiNewsBot.Facts.Questions.Propositions;

/// <summary>Of when, and of how many, something is said.</summary>
internal static class PropositionScope
{
    private static readonly PropositionWords Words = PropositionWords.Shipped;

    // "Has always been", "has never", "used to be"; "none of", "any", "all"
    public static Assertion Apply(PropositionClause clause, Assertion says, int at)
    {
        var isNever = PropositionClause
            .Between(clause.Start, at)
            .Any(index => clause.Tokens[index].Text is "never" or "nunca" or "jamais" or "nie");
        var time =
            clause.Has("always") ? TimeScope.Always
            : isNever
                ? says.IsDenied ? TimeScope.Ever
                    : TimeScope.Always
            : says.Time == TimeScope.AtRelease || says.Date is null && clause.Has("at_first") ? TimeScope.AtRelease
            : says.Date is null && clause.Hits("was").Any(hit => hit.Start < at) ? TimeScope.Ever
            : says.Time;
        var isNegative =
            isNever
            || clause
                .Hits("denials")
                .Any(hit =>
                    hit.Start < at
                    && (
                        IsNoOf(clause, hit)
                        || clause.Tokens[hit.Start].Text is "none" or "neither" or "nothing" or "hasnt" or "havent" or "didnt"
                    )
                );
        var reach =
            isNegative && clause.Has("any") || isNever && says.IsDenied ? Reach.Any
            : clause
                .Hits("all")
                .Any(hit => !IsAllOfIt(clause, hit) && hit.Start < at || hit.Start > clause.Start && clause.IsCopula(hit.Start - 1))
                ? Reach.All
            : clause.Hits("some").Any(hit => hit.Start < at) ? Reach.Any
            : Reach.Whole;
        return says with { Time = time, Reach = reach };
    }

    // "All of it is out" is said of what was named before.
    private static bool IsAllOfIt(PropositionClause clause, PhraseHit hit) =>
        hit.End < clause.End
        && (
            clause.Tokens[hit.End].Text is "it"
            || clause.Tokens[hit.End].Text == "of" && hit.End + 1 < clause.End && clause.Tokens[hit.End + 1].Text == "it"
        );

    // "No OpenAI model", but not "no commercial use".
    private static bool IsNoOf(PropositionClause clause, PhraseHit hit) =>
        clause.Tokens[hit.Start].Text == "no"
        && hit.End < clause.End
        && (
            clause.IsName(hit.End) || Words.Is("models", clause.Tokens[hit.End].Text) || clause.Hits("any").Any(any => any.Start == hit.End)
        );
}
