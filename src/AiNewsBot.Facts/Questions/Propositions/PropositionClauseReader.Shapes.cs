using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Cues;

namespace AiNewsBot.Facts.Questions.Propositions;

internal sealed partial class PropositionClauseReader
{
    // "You can download its weights" tells what is so, and "it can be open" does not.
    private static bool IsAbility(PropositionClause clause, PhraseHit possibility) =>
        clause.Tokens[possibility.Start].Text == "can"
        && PropositionClause
            .Between(possibility.End, Math.Min(possibility.End + 2, clause.End))
            .Any(index => clause.Tokens[index].Text is "download" or "get" or "grab" or "find" or "read" or "see");

    // "Gets open sourced in about six months", "comes out next week"
    private static bool IsForetold(PropositionClause clause)
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

    // "Data, code, weights, all of it out": what is said of the parts that were listed.
    private static (Assertion Says, int Start, int Count)? AllOf(PropositionClause clause, PropositionState state, bool isQuestion)
    {
        if (state.Parts.IsEmpty || clause.Names.Any() || !clause.IsEmptyBetween(clause.Start, clause.End))
            return null;
        var isPrivate = clause.Has("private");
        if (clause.Hits(isPrivate ? "private" : "public").FirstOrDefault() is not { Count: > 0 } hit)
            return null;
        var isDenied = clause.IsDenied(hit.Start, hit.Count, isQuestion) ^ isPrivate;
        return (new Assertion(Aspect.Component) { Component = state.Parts[^1], IsDenied = isDenied }, hit.Start, hit.Count);
    }

    // A company is not released, "Databricks, MIT" puts no company under a licence, and Ollama has no weights.
    private static bool CanBeSaid(Assertion says, NamedSubject subject, PropositionClause clause) =>
        subject.Subject.Subject.Kind switch
        {
            SubjectKind.Organization => says.Aspect != Aspect.ReleaseDate && (says.Aspect != Aspect.Licence || !clause.Makers.IsEmpty),
            SubjectKind.Software => says.Component != Components.Weights,
            _ => true,
        };

    private static bool IsBare(PropositionClause clause) =>
        PropositionClause
            .Between(clause.Start, clause.End)
            .All(index => clause.IsName(index) || Words.Is("determiners", clause.Tokens[index].Text));
}
