using System.Collections.Immutable;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.Facts.Questions.Propositions;

/// <summary>What a clause says that a model is built on: "Alpaca is a Llama finetune", "it was trained on top of Kimi K2.5".</summary>
internal static class PropositionBases
{
    private static readonly PropositionWords Words = PropositionWords.Shipped;

    public static IEnumerable<Proposition> Create(
        PropositionClause clause,
        ImmutableArray<NamedSubject> carried,
        bool continues,
        FactBase facts
    ) => OnOthers(clause, carried, continues, facts).Concat(FromScratch(clause, carried, facts));

    // "Composer 2 was trained from scratch"
    private static IEnumerable<Proposition> FromScratch(PropositionClause clause, ImmutableArray<NamedSubject> carried, FactBase facts)
    {
        if (clause.Hits("scratch").FirstOrDefault() is not { Count: > 0 } hit || MadeBefore(clause, hit) is not { Count: > 0 } made)
            yield break;
        var named = clause.Models.Where(model => model.End <= made.Start).ToArray();
        if (!clause.IsEmptyBetween(named.LastOrDefault()?.End ?? clause.Start, made.Start) || PropositionSubjects.IsOwn(clause, made.Start))
            yield break;
        foreach (
            var subject in named.Length > 0
                ? named.Select(model => NamedSubject.Create(model, facts)).OfType<NamedSubject>()
                : carried.Where(one => PropositionClause.Between(clause.Start, made.Start).Any(clause.IsCopula))
        )
        {
            if (subject.Subject.IsModel)
                yield return new Proposition(
                    subject.Subject,
                    new Assertion(Aspect.Overview) { IsFromScratch = true, IsDenied = clause.IsDenied(made.Start) },
                    clause.Text
                )
                {
                    Name = subject.Name,
                    Releases = subject.Releases,
                };
        }
    }

    // "Was trained from scratch"; in a message "is 100% DeepSeek from scratch", too.
    private static PhraseHit? MadeBefore(PropositionClause clause, PhraseHit scratch) =>
        clause.Hits("makers").LastOrDefault(verb => verb.End <= scratch.Start) is { Count: > 0 } made
            ? clause.Tokens[made.Start].Text is "trained" or "built" or "made" or "created" or "developed"
                ? made
                : null
            : clause.IsMessage
            && clause.Models.FirstOrDefault(model => model.End < scratch.Start && clause.IsCopula(model.End)) is { } model
                ? new PhraseHit("copulas", "", model.End, 1)
                : null;

    private static IEnumerable<Proposition> OnOthers(
        PropositionClause clause,
        ImmutableArray<NamedSubject> carried,
        bool continues,
        FactBase facts
    )
    {
        foreach (var link in clause.Names.Where(link => IsBase(clause, link, continues)))
        {
            var verb = VerbBefore(clause, link) ?? (IsOn(clause, link) ? (int?)(link.Start - 1) : null);
            ImmutableArray<NamedSubject> built =
            [
                .. clause
                    .Models.Where(model => model.End <= (verb ?? link.Start))
                    .Select(model => NamedSubject.Create(model, facts))
                    .OfType<NamedSubject>(),
            ];
            if (
                built.IsEmpty
                && clause.IsEmptyBetween(clause.Start, verb ?? link.Start)
                && !Words.Has("authors", clause.Tokens, clause.Start, link.Start)
            )
                built = carried;
            if (NamedSubject.Create(link, facts) is not { } on)
                continue;
            foreach (var subject in built.Where(one => one.Subject.IsModel))
                yield return new Proposition(
                    subject.Subject,
                    new Assertion(Aspect.Overview) { Base = on.Subject, IsDenied = clause.IsDenied(verb ?? link.Start) },
                    clause.Text
                )
                {
                    Name = subject.Name,
                    Releases = subject.Releases,
                };
        }
    }

    /// <summary>Whether a name is that of a model on which another is built.</summary>
    public static bool IsBase(PropositionClause clause, EntityLink link, bool continues = false) =>
        link.Subject.IsModel
        && (
            IsDerived(clause, link)
            || IsBeneath(clause, link)
            || IsOn(clause, link)
            || VerbBefore(clause, link) is not null
            || continues && IsGapped(clause, link)
        );

    // "Hermes 3 (Llama 3.1 underneath)", "SmolVLM: Apache, SmolLM2 inside"
    private static bool IsBeneath(PropositionClause clause, EntityLink link) =>
        clause.IsMessage
        && clause.IsEmptyBetween(clause.Start, link.Start)
        && clause.Hits("beneath").FirstOrDefault(hit => hit.Start == link.End) is { Count: > 0 } beneath
        && (beneath.End == clause.End || clause.Hits("afterthoughts").Any(hit => hit.Start == beneath.End && hit.End == clause.End));

    // "The 32B is on Qwen2.5"
    private static bool IsOn(PropositionClause clause, EntityLink link) =>
        clause.IsMessage
        && link.End == clause.End
        && link.Start - 2 > clause.Start
        && clause.Tokens[link.Start - 1].Text == "on"
        && clause.IsCopula(link.Start - 2)
        && clause.AllNames.Any(other => other.End == link.Start - 2 && other.Subject.IsModel);

    // "A Llama 2 finetune", "Llama 2 weights finetuned by them"
    private static bool IsDerived(PropositionClause clause, EntityLink link)
    {
        var behind = link.End;
        while (behind < clause.End && Words.Is("models", clause.Tokens[behind].Text))
            behind++;
        return clause.Hits("derived").Any(hit => hit.Start == behind)
            && PropositionClause.Between(clause.Start, link.Start).Any(clause.IsCopula);
    }

    private static int? VerbBefore(PropositionClause clause, EntityLink link)
    {
        var before = link.Start;
        while (before > clause.Start && Words.Is("determiners", clause.Tokens[before - 1].Text))
            before--;
        if (clause.Hits("bases").FirstOrDefault(hit => hit.End == before) is { Count: > 0 } verb)
            return verb.Start;
        return clause.Hits("base_nouns").FirstOrDefault(hit => hit.End == before) is { Count: > 0 } noun && IsEquated(clause, noun.Start)
            ? noun.Start
            : null;
    }

    // "R1 1776 = Perplexity's finetune of DeepSeek-R1", "it's a merge of both"; but not "my finetune of Llama 3".
    private static bool IsEquated(PropositionClause clause, int noun) =>
        !PropositionSubjects.IsOwn(clause, noun)
        && PropositionClause.Between(clause.Start + 1, noun).Any(index => clause.IsCopula(index) || ClauseNames.IsEquated(clause, index))
        && clause.IsEmptyBetween(clause.Start, noun);

    // "…, the other on Qwen2.5" and "and the 32B is Qwen2.5" continue what was said of the one before.
    private static bool IsGapped(PropositionClause clause, EntityLink link) =>
        link.End == clause.End && link.Start > clause.Start && (clause.IsMessage && clause.IsNominal(link) || IsGappedOn(clause, link));

    private static bool IsGappedOn(PropositionClause clause, EntityLink link) =>
        clause.Tokens[link.Start - 1].Text is "on" or "from" or "of" && clause.Names.Any(other => other.End == link.Start - 1);
}
