using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Cues;

namespace AiNewsBot.Facts.Questions.Propositions;

/// <summary>What makes a question of a clause, and what only looks like one.</summary>
internal static class PropositionAsking
{
    private static readonly PropositionWords Words = PropositionWords.Shipped;

    // "Grok is open, right?" says that it is.
    public static ImmutableArray<PropositionClause> WithoutTags(ImmutableArray<PropositionClause> clauses, out bool isTagged)
    {
        isTagged = false;
        while (
            !clauses.IsEmpty
            && clauses[^1] is var last
            && last.Hits("tags").Where(hit => hit.End == last.End).OrderByDescending(hit => hit.Count).FirstOrDefault()
                is { Count: > 0 } tag
        )
        {
            var isWhole =
                tag.Start == last.Start || tag.Start == last.Start + 1 && last.Hits("connectives").Any(hit => hit.Start == last.Start);
            if (
                !isWhole
                && (
                    !last.Tokens[last.Start].IsAsked && last.Tokens[tag.Start].Text is not ("imo" or "imho")
                    || last.IsCopula(tag.Start - 1) && !last.Names.Any(link => link.Start < tag.Start - 1)
                )
            )
                break;
            isTagged = true;
            clauses = isWhole ? clauses.RemoveAt(clauses.Length - 1) : clauses.SetItem(clauses.Length - 1, last with { End = tag.Start });
        }

        return clauses;
    }

    // Spanish "que" begins as many statements as questions.
    public static bool Asks(PropositionClause clause) =>
        clause
            .Hits("asking")
            .Any(hit => hit.Start == clause.Start && (clause.Tokens[hit.Start].IsAsked || clause.Tokens[hit.Start].Text != "que"));

    // "It is open, right? Or was that only the one before": asks which, and says neither.
    public static bool IsLeftOpen(PropositionClause last) =>
        last.End + 1 < last.Tokens.Length
        && last.Tokens[last.End].Text is "or" or "oder"
        && last.Tokens[last.End].Sentence != last.Sentence
        && (Words.Is("auxiliaries", last.Tokens[last.End + 1].Text) || Words.Is("copulas", last.Tokens[last.End + 1].Text));

    // "…, which isn't OSI-approved" tells on, and asks nothing.
    public static bool IsRelative(PropositionClause clause, PropositionClause first) =>
        clause != first
        && clause.Tokens[clause.Start] is { Text: "which", IsAsked: false }
        && clause.Start + 1 < clause.End
        && Words.Is("auxiliaries", clause.Tokens[clause.Start + 1].Text);

    // "On 2024-06-15 could I use Yi": a verb before its subject.
    public static bool Inverts(PropositionClause clause)
    {
        var at = PropositionClause
            .Between(clause.Start, clause.End - 1)
            .FirstOrDefault(index => Words.Is("auxiliaries", clause.Tokens[index].Text), clause.End);
        return at < clause.End
            && (
                clause.Names.Any(link => link.Start == at + 1 && link.Subject is not Licence)
                || clause.Tokens[at + 1].Text is "i" or "you" or "we" or "one" or "people"
            )
            && !IsOtherVerb(clause, at)
            && !(at > clause.Start && IsOrdinal(clause.Tokens[at - 1].Text))
            && !clause.Names.Any(link => link.End <= at)
            && !clause.Hits("terms").Any(hit => hit.Start < at)
            && !(
                at > clause.Start
                && clause.Tokens[at - 1].Text
                    is "so"
                        or "neither"
                        or "nor"
                        or "than"
                        or "as"
                        or "you"
                        or "that"
                        or "it"
                        or "they"
                        or "which"
            );
    }

    // "Had Phi-4 in the same pipeline" leaves its subject out, "the 70b is Llama 3.3" has one; "os dados do OLMo 2" is no English.
    private static bool IsOtherVerb(PropositionClause clause, int at) =>
        clause.IsMessage
        && !clause.Tokens[at].IsAsked
        && !Asks(clause)
        && (at == clause.Start ? clause.Tokens[at].Text == "had" : clause.IsCopula(at) || clause.Tokens[at].Text == "do");

    /// <summary>How many clauses of a message tell something before one that begins to ask: "Yi is open source, why argue".</summary>
    public static int CountTold(ImmutableArray<PropositionClause> clauses)
    {
        var asking = 1;
        while (asking < clauses.Length && !(clauses[asking].Start < clauses[asking].End && Asks(clauses[asking]) && Asked(clauses[asking])))
            asking++;
        var first = clauses[0];
        return
            asking < clauses.Length
            && first.Start < first.End
            && !Asks(first)
            && !Inverts(first)
            && first.Models.FirstOrDefault() is { } subject
            && PropositionClause.Between(subject.End, first.End).Any(first.IsCopula)
            && !PropositionClause.Between(first.Start, subject.Start).Any(index => Words.Is("auxiliaries", first.Tokens[index].Text))
            ? asking
            : 0;
    }

    // "The first has NVIDIA's own licence" tells of it.
    private static bool IsOrdinal(string word) => word is "first" or "second" or "third" or "former" or "latter";

    // Behind "which" a clause may only tell on.
    private static bool Asked(PropositionClause clause) => clause.Tokens[clause.Start].Text is not ("which" or "que" or "who" or "whose");

    public static PropositionClause WithoutOpener(PropositionClause clause, out bool isChecked)
    {
        var opener = clause.Hits("check_openers").FirstOrDefault(hit => hit.Start - clause.Start < 2);
        isChecked = opener.Count > 0;
        return isChecked ? clause with { Start = opener.End } : clause;
    }

    // "Is it open? No."
    public static bool AnswerAsked(PropositionClause clause, PropositionState state)
    {
        var answer = clause.Hits("answers").FirstOrDefault();
        if (
            answer.Count == 0
            || clause.Tokens[clause.Start].IsAsked
            || !PropositionClause
                .Between(clause.Start, clause.End)
                .All(index => index >= answer.Start && index < answer.End || Words.Is("fillers", clause.Tokens[index].Text))
        )
            return false;
        state.AnswerAsked(answer.Value == "no", clause.Text);
        return true;
    }

    // "Where did you read that, it's closed": what follows what is asked has its own subject and verb.
    public static bool IsTold(PropositionClause clause, PropositionClause first) =>
        clause != first
        && !clause.Tokens[clause.Start].IsAsked
        && clause.Tokens[clause.Start].Text is "it" or "its" or "they" or "theyre" or "thats"
        && PropositionClause.Between(clause.Start, Math.Min(clause.Start + 2, clause.End)).Any(clause.IsCopula);

    // "…, just as they had promised"
    public static bool IsAside(PropositionClause clause, PhraseHit hit) =>
        PropositionClause
            .Between(clause.Start + 1, hit.Start)
            .Any(index => clause.Tokens[index].Text is "as" or "like" && clause.Names.Any(link => link.End <= index));

    // "Training code?" asks whether that of the model before is public.
    public static void AskOfParts(PropositionClause clause, PropositionState state)
    {
        foreach (var subject in state.Carried)
        {
            foreach (var part in ClauseShape.Components(clause))
                state.Add(
                    new Proposition(subject.Subject, new Assertion(Aspect.Component) { Component = part.Value }, clause.Text)
                    {
                        Name = subject.Name,
                        Releases = subject.Releases,
                        IsAsked = true,
                    },
                    isLost: false
                );
        }
    }
}
