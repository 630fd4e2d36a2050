namespace AiNewsBot.Facts.Questions;

/// <summary>What a clause says that one may do with a model and its outputs, and the conditions of its licence.</summary>
internal static class PropositionTerms
{
    private static readonly PropositionWords Words = PropositionWords.Shipped;

    public static IEnumerable<(Assertion Says, int Start, int Count)> Create(PropositionClause clause, bool isQuestion) =>
        Commercial(clause, isQuestion).Concat(Outputs(clause, isQuestion)).Concat(Conditions(clause, isQuestion));

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
        var training = Training(clause);
        var hits = clause.Hits("conditions").Where(hit => training is null || hit.Value != "no-training");
        if (training is { } found)
            hits = hits.Append(found);
        foreach (var hit in hits.DistinctBy(hit => hit.Value))
        {
            var amount = Amounts.Read(clause);
            var isNamedOnly = hit.Count == 1 && hit.Value is "user-cap" or "revenue-cap" && amount is null;
            var isDenied = clause.IsDenied(hit.Start, hit.Count, isQuestion);

            // Above a number of users one must ask.
            var asked = hit.Value is "user-cap" && amount is not null ? clause.Hits("permission").FirstOrDefault() : default;
            bool? isThere =
                clause.Has("forbidding") ? !isDenied
                : hit.Value is "naming" && clause.Tokens[hit.Start].Text is "display" or "show" ? !isDenied
                : asked.Count > 0 ? !isDenied || !clause.Has("requiring")
                : hit.Value is "no-training" && hit.Start > clause.Start && clause.Tokens[hit.Start - 1].Text == "no" ? true
                : hit.Value is "hosting" && clause.Has("requiring") && clause.Has("permission") ? !isDenied
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
                        IsThreshold = asked.Count > 0,
                    },
                    asked.Count > 0 ? asked.Start : hit.Start,
                    asked.Count > 0 ? asked.Count : hit.Count
                );
        }
    }

    // "Train other LLMs on its output", "improve another model"
    private static PhraseHit? Training(PropositionClause clause)
    {
        for (var i = clause.Start; i < clause.End; i++)
        {
            if (clause.IsName(i) || !Words.Is("training_verbs", clause.Tokens[i].Text))
                continue;
            var trained = clause.Hits("other_models").Concat(clause.Hits("outputs")).FirstOrDefault(hit => hit.Start > i);
            if (trained.Count > 0)
                return new PhraseHit("conditions", "no-training", i, trained.End - i);
        }

        return null;
    }

    // "Llama 3 in the EU" says nothing yet of what one may do there.
    private static bool AllowsUse(PropositionClause clause) =>
        clause.Has("allowing")
        || clause
            .Tokens.Skip(clause.Start)
            .Take(clause.End - clause.Start)
            .Any(token => token.Text is "use" or "used" or "cant" or "cannot");
}
