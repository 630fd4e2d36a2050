using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Cues;

namespace AiNewsBot.Facts.Questions.Propositions;

/// <summary>What a name does in its clause where the clause does not speak of it: a place, a maker, what another is set beside.</summary>
internal static class ClauseNames
{
    private static readonly PropositionWords Words = PropositionWords.Shipped;

    /// <summary>Whether a name is where something is found: "on Hugging Face".</summary>
    public static bool IsPlace(this PropositionClause clause, EntityLink link) =>
        link.Start > clause.Start && clause.Tokens[link.Start - 1].Text == "on" && link.Subject.Subject.Kind == SubjectKind.Organization;

    // In "Mistral released Mistral 7B" the first is the company, by whose name its family goes too.
    public static bool IsMaker(this PropositionClause clause, EntityLink link) =>
        link.Subject.Subject.Kind == SubjectKind.Family && (MakesNamed(clause, link) || clause.IsMessage && MakesOther(clause, link));

    // "Mistral dropped Small 3", "Mistral released it": what it did, and not what was done to it.
    private static bool MakesOther(PropositionClause clause, EntityLink link) =>
        clause
            .Hits("makers")
            .Any(hit =>
                hit.Start == link.End
                && hit.End < clause.End
                && (
                    Words.Is("them", clause.Tokens[hit.End].Text)
                    || !clause.IsEmpty(hit.End) && clause.Tokens[hit.End].Text is not ("yesterday" or "today" or "last" or "this")
                )
            );

    private static bool MakesNamed(PropositionClause clause, EntityLink link) =>
        clause.AllNames.Any(other =>
            other.Start > link.End
            && other.End <= clause.End
            && other.Subject.Subject.Kind == SubjectKind.Release
            && clause
                .Hits("makers")
                .Any(hit => hit.Start == link.End && hit.End <= other.Start && clause.IsEmptyBetween(hit.End, other.Start))
        );

    /// <summary>The word that sets a clause's time before or after a model: "before the first LLaMA"; null where none does.</summary>
    public static int? ComparedAt(this PropositionClause clause, EntityLink link)
    {
        var before = link.Start - 1;
        while (before > clause.Start && Words.Is("determiners", clause.Tokens[before].Text))
            before--;
        return before >= clause.Start && clause.Tokens[before].Text is "before" or "after" ? before : null;
    }

    // "R1 1776 is just DeepSeek R1 and MIT" says nothing of the second.
    public static bool IsNominal(this PropositionClause clause, EntityLink link) =>
        clause.AllNames.Any(other =>
            other.Start >= clause.Start
            && other.End < link.Start
            && other.Subject.IsModel
            && clause.Tokens[other.Start].Clause == clause.Tokens[link.Start].Clause
            && PropositionClause.Between(other.End, link.Start).Any(index => IsCopulaWord(clause, index))
            && PropositionClause.Between(other.End, link.Start).All(index => IsCopulaWord(clause, index) || IsHedge(clause, index))
        );

    /// <summary>Whether a sign between a name and a word says that the one is the other: "R1 1776 = a finetune".</summary>
    public static bool IsEquated(PropositionClause clause, int index) =>
        clause.Tokens[index].Joint == ','
        && !clause.IsPossessiveBefore(index)
        && clause.AllNames.Any(link => link.End == index)
        && clause.Tokens[index].Clause == clause.Tokens[index - 1].Clause;

    private static bool IsPossessiveBefore(this PropositionClause clause, int index) => clause.Tokens[index - 1].IsPossessive;

    private static bool IsCopulaWord(PropositionClause clause, int index) => Words.Is("copulas", clause.Tokens[index].Text);

    private static bool IsHedge(PropositionClause clause, int index) =>
        Words.Is("determiners", clause.Tokens[index].Text)
        || clause.Tokens[index].Text is "just" or "only"
        || clause.Tokens[index].Text is { Length: > 4 } text && text.EndsWith("ly", StringComparison.Ordinal);

    /// <summary>In "Bark by Suno", "Apertus from ETH Zurich", "BLOOM, by BigScience" the second name is who made the first.</summary>
    public static bool IsAgent(this PropositionClause clause, EntityLink link) =>
        link.Start > clause.Start
        && clause.Tokens[link.Start - 1].Text is "by" or "from"
        && (
            clause.Hits("made_by").Any(hit => hit.Count > 1 && hit.End == link.Start)
            || (
                link.Start == clause.Start + 1
                    ? link.Subject.Subject.Kind == SubjectKind.Organization
                    : clause.AllNames.Any(other =>
                        other.End == link.Start - 1
                        && other.Start >= clause.Start
                        && (clause.Tokens[link.Start - 1].Text == "by" || link.Subject.Subject.Kind == SubjectKind.Organization)
                    )
            )
        );

    // "Zephyr = a Mistral 7B finetune, MIT" says under what Zephyr is.
    public static bool IsSource(this PropositionClause clause, EntityLink link) =>
        link.End < clause.End
        && Words.Is("derived", clause.Tokens[link.End].Text)
        && clause.AllNames.Any(other => other.Start >= clause.Start && other.End <= link.Start);

    // "The TII licence" tells whose it is, and speaks of no TII.
    public static bool IsOfLicence(this PropositionClause clause, EntityLink link) =>
        link.Start > clause.Start
        && PropositionClause
            .Between(link.End, Math.Min(link.End + 2, clause.End))
            .Any(index =>
                Words.Is("licences", clause.Tokens[index].Text) && !PropositionClause.Between(link.End, index).Any(clause.IsCopula)
            );

    // "The newer Codestrals" are some of them, and not told which.
    public static bool IsCertain(this PropositionClause clause, EntityLink link) =>
        !(link.Start > clause.Start && Words.Is("partial", clause.Tokens[link.Start - 1].Text))
        && (link.IsAmbiguous ? NamedSubject.Create(link, clause.Facts) is not null : link.Version is null);

    // "My finetune of Llama 3 is MIT" speaks of the finetune.
    public static bool IsWithin(this PropositionClause clause, EntityLink link)
    {
        // "Train what you like on Llama 3 outputs" is said of its outputs.
        if (clause.Has("allowing") && clause.Hits("outputs").Any(hit => hit.Start == link.End))
            return false;

        // "The images that you make with FLUX.1 [dev]" are its outputs.
        if (
            link.Start > clause.Start
            && clause.Tokens[link.Start - 1].Text == "with"
            && PropositionOutputs.AreIn(clause)
            && clause.Has("allowing")
        )
            return false;
        var before = link.Start - 1;
        while (before > clause.Start && Words.Is("determiners", clause.Tokens[before].Text))
            before--;
        if (IsUsedIn(clause, before))
            return true;
        return before > clause.Start
            && Words.Is("prepositions", clause.Tokens[before].Text)
            && !IsActing(clause, before - 1)
            && (!clause.IsEmpty(before - 1) || Words.Is("not_terms_behind", clause.Tokens[before - 1].Text))
            && !Words.Is("connectives", clause.Tokens[before - 1].Text)
            && !(Words.Is("makers", clause.Tokens[before - 1].Text) && clause.Tokens[before].Text is not ("on" or "from" or "with"))
            && clause.Hits("conditions").All(hit => hit.End != before);
    }

    // "Can we use it in MiniCPM-o": what was named before is used, and asked about.
    private static bool IsUsedIn(PropositionClause clause, int before) =>
        !clause.IsMessage
        && before - 2 > clause.Start
        && clause.Tokens[before].Text is "in" or "inside" or "into" or "within"
        && Words.Is("them", clause.Tokens[before - 1].Text)
        && !Words.Is("auxiliaries", clause.Tokens[before - 2].Text)
        && !clause.IsCopula(before - 2);

    // "We moved to Mistral 7B": a verb with who does it in front, and not "a model trained on Mistral 7B".
    private static bool IsActing(PropositionClause clause, int index) =>
        clause.Tokens[index].Text.EndsWith("ed", StringComparison.Ordinal)
        && (
            index == clause.Start
            || Words.Is("actors", clause.Tokens[index - 1].Text)
            || Words.Is("connectives", clause.Tokens[index - 1].Text)
        );

    // In "must show 'Built with Llama'" and "needs 'Llama' in its name" the name is part of a notice; in "DeepSeek's own licence" it owns.
    public static bool IsContrast(this PropositionClause clause, EntityLink link) =>
        clause.AllHits.Exists(hit =>
            hit.Start == link.End
            && hit is { Group: "conditions", Value: "naming" } or { Group: "terms", Value: "custom" }
            && clause.Tokens[hit.Start].Clause == clause.Tokens[link.Start].Clause
            && clause.AllNames.Any(other => other.End <= link.Start)
        )
        || clause.AllHits.Exists(hit => hit is { Group: "conditions", Value: "naming" } && hit.End == link.Start)
        || link.Start > clause.Start && clause.Tokens[link.Start - 1].Text is "since"
        || clause.IsMessage && clause.ComparedAt(link) is not null
        || clause.Tokens[link.End - 1].IsPossessive
            && link.End < clause.End
            && Words.Is("own", clause.Tokens[link.End].Text)
            && clause.AllNames.Any(other => other.Start >= clause.Start && other.End <= link.Start)
        || clause.AllExceptions.Any(one => one.Start < link.Start && link.End <= one.End)
        || PropositionBases.IsBase(clause, link)
        || clause.IsNominal(link)
        || clause.AllHits.Exists(hit =>
            hit.Group == "contrasts"
            && hit.End <= link.Start
            && link.Start - hit.End < 3
            && clause.Tokens[hit.Start].Clause == clause.Tokens[link.Start].Clause
            && clause.IsEmptyBetween(hit.End, link.Start)
            && !(hit.Start > 0 && Words.Is("models", clause.Tokens[hit.Start - 1].Text))
            && !IsLiking(clause, hit)
            && !char.IsAsciiDigit(clause.Tokens[hit.End].Text[0])
            && !clause.AllHits.Exists(other => other.Group == "likenesses" && other.Overlaps(hit))
        );

    // "I like Mistral 7B" sets it beside nothing.
    private static bool IsLiking(PropositionClause clause, PhraseHit hit) =>
        clause.Tokens[hit.Start].Text == "like"
        && PropositionClause.Between(clause.Start, hit.Start).Any(index => clause.Tokens[index].Text is "i" or "we" or "you" or "they");
}
