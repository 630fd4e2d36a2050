using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Questions;

/// <summary>What a clause says, about any subject.</summary>
internal static class PropositionPredicates
{
    private static readonly PropositionWords Words = PropositionWords.Shipped;

    /// <summary>The assertions of a clause, each with the place of the words that make it.</summary>
    public static IEnumerable<(Assertion Says, int Start, int Count)> Create(PropositionClause clause, bool isQuestion)
    {
        var components = clause.Hits("components").Where(hit => !clause.Hits("terms").Any(term => term.Overlaps(hit))).ToArray();
        var said = Terms(clause, components, isQuestion)
            .Concat(Licences(clause, components, isQuestion))
            .Concat(Commercial(clause, isQuestion))
            .Concat(Outputs(clause, isQuestion))
            .Concat(Conditions(clause, isQuestion))
            .Concat(
                clause
                    .Hits("unlimited")
                    .Select(hit =>
                        (
                            new Assertion(Aspect.Restrictions)
                            {
                                IsUnlimited = true,
                                IsDenied = clause.IsDenied(hit.Start, hit.Count, isQuestion),
                            },
                            hit.Start,
                            hit.Count
                        )
                    )
            )
            .ToList();
        if (!said.Exists(one => one.Item1.Component is not null))
            said.AddRange(Public(clause, components, isQuestion));
        return said;
    }

    private static IEnumerable<(Assertion, int, int)> Terms(PropositionClause clause, PhraseHit[] components, bool isQuestion)
    {
        var end = 0;
        foreach (var hit in clause.Hits("terms"))
        {
            if (hit.Start < end || !IsTerm(clause, hit) || clause.Licences.Any(link => link.Start <= hit.Start && hit.Start < link.End))
                continue;
            end = hit.End;
            var term = TermOf(hit.Value);
            var isDenied = clause.IsDenied(hit.Start, hit.Count, isQuestion);
            if (
                components.FirstOrDefault(component => component.Start < hit.Start || component.Start == hit.End) is { Count: > 0 } part
                && term is not OpennessTerm.OsiApproved
            )
            {
                if (
                    term
                    is OpennessTerm.OpenSource
                        or OpennessTerm.FreeSoftware
                        or OpennessTerm.Open
                        or OpennessTerm.OpenWeights
                        or OpennessTerm.Closed
                        or OpennessTerm.Proprietary
                )
                    yield return (
                        new Assertion(Aspect.Component)
                        {
                            Component = part.Value,
                            IsDenied = isDenied ^ term is OpennessTerm.Closed or OpennessTerm.Proprietary,
                        },
                        hit.Start,
                        hit.Count
                    );
                continue;
            }

            // A licence that is called open source is one that OSI approved.
            if (
                term == OpennessTerm.OpenSource
                && PropositionClause.Between(clause.Start, hit.Start).Any(index => Words.Is("licences", clause.Tokens[index].Text))
            )
                term = OpennessTerm.OsiApproved;
            yield return (new Assertion(Aspect.Openness) { Term = term, IsDenied = isDenied }, hit.Start, hit.Count);
        }
    }

    // "Open" alone is a term behind a form of "to be", at the end of a clause; but not in "open a door" and "more open than".
    private static bool IsTerm(PropositionClause clause, PhraseHit hit)
    {
        var tokens = clause.Tokens;
        if (
            hit.Start > clause.Start && Words.Is("not_terms_before", tokens[hit.Start - 1].Text)
            || clause.Hits("not_terms_before").Any(other => other.End == hit.Start)
        )
            return false;

        // "In a closed source product" is said of the product.
        var before = hit.Start - 1;
        while (before > clause.Start && Words.Is("determiners", tokens[before].Text))
            before--;
        if (before >= clause.Start && Words.Is("places_of_terms", tokens[before].Text))
            return false;

        // "Open source models are cheaper" speaks of all such models.
        if (IsOfAllSuch(clause, hit))
            return false;

        // "Open source GPT-4 now!" orders.
        if (hit.Start == clause.Start && clause.Names.Any(link => link.Start == hit.End))
            return false;
        if (hit.Count > 1 || !Words.Is("bare_terms", tokens[hit.Start].Text))
            return hit.End >= clause.End
                || tokens[hit.End].Text
                    is not ("definition" or "initiative" or "community" or "ai" or "alternative" or "alternatives" or "projects")
                || tokens[hit.End].Text == "ai" && hit.End + 1 >= clause.End;
        if (hit.End < clause.End && Words.Is("not_terms_behind", tokens[hit.End].Text))
            return false;
        var isNoun =
            hit.End < clause.End && Words.Is("models", tokens[hit.End].Text)
            || clause.Hits("components").Any(part => part.Start == hit.End);
        return isNoun
            || hit.End == clause.End && !clause.Names.Any() && clause.IsEmptyBetween(clause.Start, hit.Start)
            || PropositionClause.Between(clause.Start, hit.Start).Any(clause.IsCopula)
                && (hit.End >= clause.End || clause.IsEmptyBetween(hit.End, clause.End));
    }

    private static bool IsOfAllSuch(PropositionClause clause, PhraseHit hit)
    {
        var (start, end) = (clause.Start, hit.End);
        while (
            start < hit.Start && (Words.Is("connectives", clause.Tokens[start].Text) || Words.Is("determiners", clause.Tokens[start].Text))
        )
            start++;
        if (end < clause.End && Words.Is("models", clause.Tokens[end].Text))
            end++;
        return start == hit.Start
            && !clause.Names.Any()
            && end < clause.End
            && (Words.Is("auxiliaries", clause.Tokens[end].Text) && end + 1 < clause.End || start > clause.Start && !clause.IsEmpty(end));
    }

    private static IEnumerable<(Assertion, int, int)> Licences(PropositionClause clause, PhraseHit[] components, bool isQuestion)
    {
        foreach (var link in clause.Licences)
        {
            if (
                link.IsTypo
                || link.Start > clause.Start && clause.Tokens[link.Start - 1].Text is "at" or "from" or "by"
                || IsSubject(clause, link)
            )
                continue;
            var part = components.LastOrDefault(component => component.End <= link.Start);
            yield return (
                new Assertion(Aspect.Licence)
                {
                    Licence = (Licence)link.Subject,
                    Component = part.Count > 0 && part.Value != Components.Weights ? part.Value : null,
                    IsDenied = clause.IsDenied(link.Start, link.Count, isQuestion),
                    Time = IsAtRelease(clause, link.Start) ? TimeScope.AtRelease : TimeScope.Now,
                },
                link.Start,
                link.Count
            );
        }
    }

    /// <summary>Whether a licence is what the clause speaks of: "the Llama 3 licence forbids …".</summary>
    public static bool IsSubject(PropositionClause clause, EntityLink licence) =>
        !clause.Models.Any(model => model.End <= licence.Start)
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
    private static bool IsAtRelease(PropositionClause clause, int at) =>
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

    private static IEnumerable<(Assertion, int, int)> Commercial(PropositionClause clause, bool isQuestion)
    {
        if (clause.Has("outputs"))
            yield break;
        foreach (var hit in clause.Hits("commercial").Take(1))
        {
            if (
                clause.Hits("not_commercial").Any(other => other.Overlaps(hit))
                || clause.Hits("terms").Any(term => term.Overlaps(hit) || term.Value == "non-commercial")
                || !clause.Has("allowing")
                    && !clause.Has("forbidding")
                    && !clause.Has("denials")
                    && !PropositionClause.Between(clause.Start, hit.Start).Any(clause.IsCopula)
            )
                continue;
            if (
                clause
                    .Hits("requiring")
                    .Any(other =>
                        other.End <= hit.Start
                        && clause.Tokens[other.Start].Text is "requires" or "require" or "needs" or "need" or "asks" or "must"
                    )
            )
                continue;
            yield return (
                new Assertion(Aspect.CommercialUse)
                {
                    IsDenied = clause.IsDenied(hit.Start, hit.Count, isQuestion) ^ clause.Has("forbidding"),
                    Amount = Amounts.Read(clause)?.Value,
                },
                hit.Start,
                hit.Count
            );
        }
    }

    private static IEnumerable<(Assertion, int, int)> Outputs(PropositionClause clause, bool isQuestion) =>
        clause.Has("outputs") && clause.Hits("selling").Concat(clause.Hits("owning")).FirstOrDefault() is { Count: > 0 } hit
            ?
            [
                (
                    new Assertion(Aspect.Outputs)
                    {
                        IsDenied = clause.IsDenied(hit.Start, hit.Count, isQuestion) ^ clause.Has("forbidding"),
                    },
                    hit.Start,
                    hit.Count
                ),
            ]
            : [];

    private static IEnumerable<(Assertion, int, int)> Conditions(PropositionClause clause, bool isQuestion)
    {
        foreach (var hit in clause.Hits("conditions").DistinctBy(hit => hit.Value))
        {
            var amount = Amounts.Read(clause);
            var isNamedOnly = hit.Count == 1 && hit.Value is "user-cap" or "revenue-cap" && amount is null;
            var isDenied = clause.IsDenied(hit.Start, hit.Count, isQuestion);
            bool? isThere =
                clause.Has("forbidding") ? !isDenied
                : hit.Value is "no-training" or "territory"
                || hit.Value is "hosting"
                    && clause.Has("allowing")
                    && !clause
                        .Tokens.Skip(clause.Start)
                        .Take(hit.Start - clause.Start)
                        .Any(token => token.Text is "requires" or "requiring" or "needs" or "has")
                || hit.Value == "field-of-use" && clause.Has("allowing")
                    ? AllowsUse(clause) ? isDenied
                        : null
                : isNamedOnly || clause.Has("commercial") || !clause.Has("requiring") && !clause.Has("denials") ? null
                : !isDenied;
            if (isThere is { } there)
                yield return (
                    new Assertion(Aspect.Restrictions)
                    {
                        Condition = hit.Value,
                        IsDenied = !there,
                        Amount = amount?.Value,
                    },
                    hit.Start,
                    hit.Count
                );
        }
    }

    // "Llama 3 in the EU" says nothing yet of what one may do there.
    private static bool AllowsUse(PropositionClause clause) =>
        clause.Has("allowing")
        || clause
            .Tokens.Skip(clause.Start)
            .Take(clause.End - clause.Start)
            .Any(token => token.Text is "use" or "used" or "cant" or "cannot");

    // "The training data is public", "they published the weights", "no training data"
    private static IEnumerable<(Assertion, int, int)> Public(PropositionClause clause, IEnumerable<PhraseHit> components, bool isQuestion)
    {
        var isPrivate = clause.Has("private");
        foreach (var hit in components)
        {
            if (IsOwn(clause, hit))
                continue;
            var isLacking = hit.Start > clause.Start && clause.Tokens[hit.Start - 1].Text is "no" or "without" or "lacks";
            if (!isPrivate && !isLacking && !clause.Has("public") && !clause.Names.Any(clause.IsPlace))
                continue;
            var last = clause.Hits("public").Concat(clause.Hits("private")).Select(other => other.Start).Append(hit.Start).Max();
            yield return (
                new Assertion(Aspect.Component) { Component = hit.Value, IsDenied = clause.IsDenied(last, 1, isQuestion) ^ isPrivate },
                hit.Start,
                hit.Count
            );
        }
    }

    // "The dataset I made with GPT-4", "my code"
    private static bool IsOwn(PropositionClause clause, PhraseHit hit) =>
        hit.Start > clause.Start && Words.Is("owners", clause.Tokens[hit.Start - 1].Text)
        || hit.End < clause.End && clause.Tokens[hit.End].Text is "i" or "we";

    private static OpennessTerm TermOf(string slug) =>
        slug switch
        {
            "open-source" => OpennessTerm.OpenSource,
            "open-weights" => OpennessTerm.OpenWeights,
            "open" => OpennessTerm.Open,
            "permissive" => OpennessTerm.Permissive,
            "source-available" => OpennessTerm.SourceAvailable,
            "restricted" => OpennessTerm.Restricted,
            "non-commercial" => OpennessTerm.NonCommercial,
            "proprietary" => OpennessTerm.Proprietary,
            "free-software" => OpennessTerm.FreeSoftware,
            "osi-approved" => OpennessTerm.OsiApproved,
            _ => OpennessTerm.Closed,
        };
}
