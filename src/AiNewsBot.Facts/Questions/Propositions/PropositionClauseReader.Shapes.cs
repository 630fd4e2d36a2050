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

    // "In 2023, Grok-1 was closed"; but not "Grok-1 (2024) is open" or "Grok-1: Apache, March 2024, weights only".
    private static bool IsLeading(PropositionClause date, PropositionState state) =>
        !date.IsMessage || date.Tokens[date.Start].Bracket == 0 && !state.HasSaid;

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
