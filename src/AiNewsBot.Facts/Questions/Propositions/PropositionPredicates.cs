using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Cues;

namespace AiNewsBot.Facts.Questions.Propositions;

/// <summary>What a clause says, about any subject.</summary>
internal static class PropositionPredicates
{
    private static readonly PropositionWords Words = PropositionWords.Shipped;

    /// <summary>The assertions of a clause, each with the place of the words that make it.</summary>
    public static IEnumerable<(Assertion Says, int Start, int Count)> Create(PropositionClause clause, bool isQuestion)
    {
        var components = clause.Hits("components").Where(hit => !clause.Hits("terms").Any(term => term.Overlaps(hit))).ToArray();
        var said = PropositionOpenness
            .Create(clause, components, isQuestion)
            .Concat(Licences(clause, components, isQuestion))
            .Concat(PropositionTerms.Create(clause, isQuestion))
            .ToList();
        if (!said.Exists(one => one.Item1.Component is not null))
            said.AddRange(Public(clause, components, isQuestion));
        if (clause.IsMessage && components.Length == 0)
            said.AddRange(Downloads(clause));
        return said;
    }

    private static IEnumerable<(Assertion, int, int)> Licences(PropositionClause clause, PhraseHit[] components, bool isQuestion)
    {
        foreach (var link in clause.Licences)
        {
            if (
                link.IsTypo
                || !isQuestion && link.End < clause.End && clause.Tokens[link.End].Text is "or"
                || link.Start > clause.Start && clause.Tokens[link.Start - 1].Text is "at" or "from" or "by"
                || IsChanged(clause, link)
                || IsOfOtherCode(clause, link)
                || IsSubject(clause, link)
            )
                continue;
            yield return (
                new Assertion(Aspect.Licence)
                {
                    Licence = (Licence)link.Subject,
                    LicenceKind = LicenceKindNames.KindOf(clause, link),
                    Component = PartOf(link, components),
                    IsDenied = clause.IsDenied(link.Start, link.Count, isQuestion),
                    Time = IsAtRelease(clause, link.Start) ? TimeScope.AtRelease : TimeScope.Now,
                },
                link.Start,
                link.Count
            );
        }
    }

    /// <summary>The component that is under a licence: "code MIT", "MIT code"; null for the weights, and so for the model.</summary>
    public static string? PartOf(EntityLink licence, IEnumerable<PhraseHit> components, int maxDistance = int.MaxValue)
    {
        var before = components.LastOrDefault(component => component.End <= licence.Start && licence.Start - component.End <= maxDistance);
        var behind = components.FirstOrDefault(component => component.Start == licence.End);
        var part = behind.Count > 0 && !(before.Count > 0 && licence.Start - before.End <= 1) ? behind : before;
        return part.Count > 0 && part.Value != Components.Weights ? part.Value : null;
    }

    // "MIT with one catch" is another licence than MIT.
    private static bool IsChanged(PropositionClause clause, EntityLink licence) =>
        licence.End + 1 < clause.End
        && clause.Tokens[licence.End].Text is "with" or "but" or "plus"
        && PropositionClause.Between(licence.End, clause.End).Any(index => Words.Is("catches", clause.Tokens[index].Text));

    // "Trained on GPL code" says under what the code is, and not the model.
    private static bool IsOfOtherCode(PropositionClause clause, EntityLink licence) =>
        licence.End < clause.End
        && clause.Hits("components").Any(hit => hit.Start == licence.End)
        && PropositionClause
            .Between(clause.Start, licence.Start)
            .Any(index => clause.Tokens[index].Text.StartsWith("train", StringComparison.Ordinal));

    /// <summary>Whether a licence is what the clause speaks of: "the Llama 3 licence forbids …".</summary>
    public static bool IsSubject(PropositionClause clause, EntityLink licence) =>
        !clause.Models.Any(model => model.End <= licence.Start)
        && !(licence.End < clause.End && clause.Tokens[licence.End].Text is "with" or "w" or "plus")
        && (
            clause
                .Hits("forbidding")
                .Concat(clause.Hits("allowing"))
                .Concat(clause.Hits("conditions"))
                .Concat(clause.Hits("terms"))
                .Concat(clause.Hits("commercial"))
                .Any(hit => hit.Start >= licence.End)
        );

    // "Was released under MIT" is said of the day of release, "is released under MIT" of today.
    public static bool IsAtRelease(PropositionClause clause, int at) =>
        clause
            .Hits("released")
            .Any(hit =>
                hit.Start < at
                && !(
                    hit.Start > clause.Start
                    && clause.Tokens[hit.Start - 1].Text is "is" or "are" or "been" or "its" or "being" or "not" or "now"
                )
                && clause.Tokens[hit.Start].Text is not ("come" or "comes" or "available" or "opened")
            );

    // "The training data is public", "they published the weights", "no training data"
    private static IEnumerable<(Assertion, int, int)> Public(PropositionClause clause, IEnumerable<PhraseHit> components, bool isQuestion)
    {
        var isPrivate = clause.Has("private");
        foreach (var hit in components)
        {
            if (IsOwn(clause, hit) || IsPlaceOf(clause, hit))
                continue;
            var isLacking = hit.Start > clause.Start && clause.Tokens[hit.Start - 1].Text is "no" or "without" or "lacks";
            if (
                !isPrivate
                && !isLacking
                && !IsPublished(clause, hit)
                && !IsWithheld(clause, hit)
                && !clause.Has("public")
                && !clause.Has("released")
                && !clause.Names.Any(clause.IsPlace)
            )
                continue;
            var last = clause.Hits("public").Concat(clause.Hits("private")).Select(other => other.Start).Append(hit.Start).Max();
            yield return (
                new Assertion(Aspect.Component) { Component = hit.Value, IsDenied = clause.IsDenied(last, 1, isQuestion) ^ isPrivate },
                hit.Start,
                hit.Count
            );
        }
    }

    // "You can download it", "anyone can download Llama 3", "it is not downloadable": its weights are meant.
    private static IEnumerable<(Assertion, int, int)> Downloads(PropositionClause clause)
    {
        foreach (var hit in clause.Hits("public").Where(hit => IsOfModel(clause, hit)))
            yield return (
                new Assertion(Aspect.Component) { Component = Components.Weights, IsDenied = clause.IsDenied(hit.Start, hit.Count) },
                hit.Start,
                hit.Count
            );
    }

    private static bool IsOfModel(PropositionClause clause, PhraseHit hit)
    {
        if (clause.Tokens[hit.Start].Text == "downloadable")
            return PropositionClause.Between(clause.Start, hit.Start).Any(clause.IsCopula);
        var behind = hit.End;
        while (behind < clause.End && Words.Is("determiners", clause.Tokens[behind].Text))
            behind++;
        return clause.Tokens[hit.Start].Text == "download"
            && behind < clause.End
            && (clause.Tokens[behind].Text is "it" or "them" || clause.Models.Any(link => link.Start == behind))
            && PropositionClause.Between(clause.Start, hit.Start).Any(index => clause.Tokens[index].Text is "can" or "cant" or "cannot")
            && !PropositionClause
                .Between(clause.Start, clause.End)
                .Any(index => clause.Tokens[index].Text is "i" or "we" or "my" or "our" or "now" or "atm");
    }

    // "Nobody outside has the weights"
    private static bool IsWithheld(PropositionClause clause, PhraseHit hit) =>
        PropositionClause
            .Between(clause.Start, Math.Min(clause.Start + 2, clause.End))
            .Any(index =>
                clause.Tokens[index].Text is "nobody" or "noone"
                || clause.Tokens[index].Text == "one" && clause.Tokens[Math.Max(index - 1, clause.Start)].Text == "no"
            )
        && PropositionClause
            .Between(clause.Start, hit.Start)
            .Any(index => clause.Tokens[index].Text is "has" or "have" or "had" or "got" or "seen" or "gets");

    // A paper that there is, is public.
    private static bool IsPublished(PropositionClause clause, PhraseHit hit) =>
        hit.Value is Components.Paper or Components.TechnicalReport or Components.ModelCard
        && PropositionClause
            .Between(clause.Start, hit.Start)
            .Any(index =>
                clause.Tokens[index].Text is "has" or "have" or "got" or "hat" or "tiene" or "tem"
                && (index == clause.Start || !Words.Is("authors", clause.Tokens[index - 1].Text))
            );

    // "It is on the repo" tells where something is.
    public static bool IsPlaceOf(PropositionClause clause, PhraseHit hit)
    {
        var before = hit.Start - 1;
        while (before > clause.Start && Words.Is("determiners", clause.Tokens[before].Text))
            before--;
        return before >= clause.Start && clause.Tokens[before].Text is "on" or "in" or "from" && hit.Value == Components.InferenceCode;
    }

    // "The dataset I made with GPT-4", "my code"
    private static bool IsOwn(PropositionClause clause, PhraseHit hit) =>
        hit.Start > clause.Start && Words.Is("owners", clause.Tokens[hit.Start - 1].Text)
        || hit.End < clause.End && clause.Tokens[hit.End].Text is "i" or "we";
}
