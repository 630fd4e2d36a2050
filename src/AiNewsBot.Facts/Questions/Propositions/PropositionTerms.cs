using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Cues;

namespace AiNewsBot.Facts.Questions.Propositions;

/// <summary>What a clause says that one may do with a model and its outputs, and the conditions of its licence.</summary>
internal static class PropositionTerms
{
    private const int MaxBarred = 3;

    private static readonly PropositionWords Words = PropositionWords.Shipped;

    public static IEnumerable<(Assertion Says, int Start, int Count)> Create(PropositionClause clause, bool isQuestion) =>
        Commercial(clause, isQuestion)
            .Concat(Outputs(clause, isQuestion))
            .Concat(Conditions(clause, isQuestion))
            .Concat(Unlimited(clause, isQuestion).Where(one => !one.Item1.IsDenied || !one.Item1.IsUnlimited || !clause.Has("conditions")));

    // "No limits", "sin límites", "free for everybody", "usable anywhere"
    private static IEnumerable<(Assertion, int, int)> Unlimited(PropositionClause clause, bool isQuestion)
    {
        var end = clause.Start;
        foreach (
            var hit in clause
                .Hits("unlimited")
                .Concat(Lacking(clause))
                .Concat(Universal(clause))
                .Concat(Anywhere(clause))
                .OrderBy(hit => hit.Start)
        )
        {
            if (hit.Start < end || clause.Tokens[hit.Start].Text == "do" && !IsDoneWithIt(clause, hit))
                continue;
            end = hit.End;
            var isDenied = clause.IsDenied(hit.Start, hit.Count, isQuestion);
            yield return (
                clause.Tokens[hit.End - 1].Text.EndsWith("where", StringComparison.Ordinal)
                    ? new Assertion(Aspect.Restrictions) { Condition = "territory", IsDenied = !isDenied }
                    : new Assertion(Aspect.Restrictions) { IsUnlimited = true, IsDenied = isDenied },
                hit.Start,
                hit.Count
            );
        }
    }

    // "Do what you want with it", "you can do anything"; but not "do what you want" alone.
    private static bool IsDoneWithIt(PropositionClause clause, PhraseHit hit) =>
        clause.Hits("allowing").Any(leave => leave.End <= hit.Start)
        || hit.End + 1 < clause.End
            && clause.Tokens[hit.End].Text is "with" or "w"
            && (clause.IsName(hit.End + 1) || Words.Is("them", clause.Tokens[hit.End + 1].Text));

    private static IEnumerable<PhraseHit> Lacking(PropositionClause clause) =>
        PropositionClause
            .Between(clause.Start, clause.End - 1)
            .Where(index => Words.Is("lacking", clause.Tokens[index].Text))
            .Select(index => (From: index, Limit: Words.Is("any", clause.Tokens[index + 1].Text) ? index + 2 : index + 1))
            .Where(span => span.Limit < clause.End && Words.Is("limits", clause.Tokens[span.Limit].Text))
            .Select(span => new PhraseHit("unlimited", "", span.From, span.Limit + 1 - span.From));

    private static IEnumerable<PhraseHit> Universal(PropositionClause clause) =>
        from hit in clause.AllHits
        where hit.Group == "usable" && hit.Start >= clause.Start && hit.End < clause.End
        let next = Words.Is("prepositions", clause.Tokens[hit.End].Text) || clause.Tokens[hit.End].Text == "by" ? hit.End + 1 : hit.End
        where next < clause.End && Words.Is("universals", clause.Tokens[next].Text)
        select new PhraseHit("unlimited", "", hit.Start, next + 1 - hit.Start);

    // "You can use it anywhere"
    private static IEnumerable<PhraseHit> Anywhere(PropositionClause clause) =>
        PropositionClause
            .Between(clause.Start, clause.End)
            .Where(index =>
                Words.Is("universals", clause.Tokens[index].Text)
                && clause.Tokens[index].Text.EndsWith("where", StringComparison.Ordinal)
                && clause.Hits("allowing").Any(hit => hit.End <= index)
            )
            .Select(index => new PhraseHit("unlimited", "", index, 1));

    private static IEnumerable<(Assertion, int, int)> Commercial(PropositionClause clause, bool isQuestion)
    {
        if (PropositionOutputs.AreIn(clause))
            yield break;
        foreach (var hit in clause.Hits("selling").Where(hit => IsOfModel(clause, hit)))
            yield return (
                new Assertion(Aspect.CommercialUse) { IsDenied = clause.IsDenied(hit.Start, hit.Count, isQuestion) },
                hit.Start,
                hit.Count
            );
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
            if (Words.Has("applying", clause.Tokens, Math.Max(clause.Start, hit.Start - 2), hit.Start))
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
            if (BoundIn(clause) is { } bound && !clause.IsDenied(hit.Start, hit.Count, isQuestion) && !clause.Has("forbidding"))
                yield return (
                    new Assertion(Aspect.Restrictions) { Condition = bound.IsMoney ? "revenue-cap" : "user-cap", Amount = bound.Value },
                    hit.Start,
                    hit.Count
                );
        }
    }

    // "As long as you make less than a million dollars": the number from which on it is not so.
    private static Amounts.Found? BoundIn(PropositionClause clause) =>
        Amounts.Read(clause) is { } amount
        && PropositionClause
            .Between(Math.Max(clause.Start, amount.At - 3), amount.At)
            .Any(index => clause.Tokens[index].Text is "under" or "below" or "less" or "fewer" or "to")
            ? amount
            : null;

    // "Can't sell the model"; but not "sell the pictures".
    private static bool IsOfModel(PropositionClause clause, PhraseHit hit)
    {
        var behind = hit.End;
        while (behind < clause.End && Words.Is("determiners", clause.Tokens[behind].Text))
            behind++;
        return behind < clause.End
            && clause.Tokens[hit.Start].Text is "sell" or "sold" or "selling"
            && (
                clause.Tokens[behind].Text is "it" or "model" or "models" or "weights"
                || clause.Models.Any(link => link.Start == behind && link.End == clause.End)
            );
    }

    private static IEnumerable<(Assertion, int, int)> Outputs(PropositionClause clause, bool isQuestion)
    {
        if (!PropositionOutputs.AreIn(clause))
            yield break;
        var isBarred = clause.Hits("terms").FirstOrDefault(term => term.Value == "non-commercial");

        // "I sell what I made with it" tells what one does, and not what one may do.
        var isTold =
            !isQuestion
            && clause.Tokens[clause.Start].Text is "i" or "we"
            && !clause.Has("allowing")
            && !clause.Has("denials")
            && !clause.Has("forbidding");
        var hit =
            isBarred.Count > 0 ? isBarred
            : isTold ? default
            : clause.Hits("selling").Concat(clause.Hits("owning")).FirstOrDefault();
        if (hit.Count > 0)
            yield return (
                new Assertion(Aspect.Outputs)
                {
                    IsDenied =
                        clause.IsDenied(hit.Start, hit.Count, isQuestion)
                        ^ clause.Has("forbidding")
                        ^ isBarred.Count > 0
                        ^ IsOfMaker(clause, hit),
                },
                hit.Start,
                hit.Count
            );
    }

    // "They don't own the outputs": what is not the maker's is the user's.
    private static bool IsOfMaker(PropositionClause clause, PhraseHit hit) =>
        clause.Tokens[hit.Start].Text is "own" or "owns"
        && PropositionClause
            .Between(clause.Start, hit.Start)
            .Any(index =>
                clause.Tokens[index].Text is "they" or "it"
                || clause.Names.Any(link => link.Start == index && link.Subject.Subject.Kind == SubjectKind.Organization)
            );

    private static IEnumerable<(Assertion, int, int)> Conditions(PropositionClause clause, bool isQuestion)
    {
        var training = Training(clause);
        var hits = clause.Hits("conditions").Where(hit => training is null || hit.Value != "no-training");
        if (training is { } found)
            hits = hits.Append(found);
        if (Naming(clause) is { } naming)
            hits = hits.Append(naming);
        else if (!hits.Any() && Threshold(clause) is { } threshold)
            hits = [threshold];
        foreach (var hit in hits.DistinctBy(hit => hit.Value))
        {
            // "Above 100M users you must show the name": the number is that of the other duty.
            if (hit.Value is "user-cap" or "revenue-cap" && hits.Any(other => other.Value is "naming" or "attribution" or "royalty"))
                continue;
            var amount = Amounts.Read(clause);
            var isNamedOnly = hit.Count == 1 && hit.Value is "user-cap" or "revenue-cap" && amount is null;
            var isDenied = clause.IsDenied(hit.Start, hit.Count, isQuestion);

            // Above a number of users one must ask.
            var asked =
                hit.Value is "user-cap" or "revenue-cap" && amount is not null
                    ? clause.Hits("permission").Concat(clause.Hits("paying")).FirstOrDefault()
                    : default;
            bool? isThere =
                clause.Hits("denials").Any(clause.IsLeave) ? isDenied
                : hit.Value == "royalty" && hit.End < clause.End && clause.Tokens[hit.End].Text == "free" ? isDenied
                : clause.Has("forbidding") ? !isDenied
                : hit.Value is "naming" && clause.Tokens[hit.Start].Text is "display" or "show" or "mention" ? !isDenied
                : asked.Count > 0 ? !isDenied || !clause.Has("requiring")
                : hit.Value is "no-training" && hit.Start > clause.Start && clause.Tokens[hit.Start - 1].Text == "no" ? true
                : hit.Value is "hosting" && clause.Has("requiring") && clause.Has("permission") ? !isDenied
                : hit.Value is "no-training" or "territory"
                || hit.Value is "hosting"
                    && AllowsUse(clause)
                    && !clause
                        .Tokens.Skip(clause.Start)
                        .Take(hit.Start - clause.Start)
                        .Any(token => token.Text is "requires" or "requiring" or "needs" or "has")
                || hit.Value == "field-of-use" && clause.Has("allowing")
                    ? AllowsUse(clause) ? isDenied
                        : hit.Value == "territory" && IsBarred(clause, hit) ? true
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

    // "You have to show 'Kimi K2' in the UI"
    private static PhraseHit? Naming(PropositionClause clause) =>
        clause.Has("requiring")
        && clause.End < clause.Tokens.Length
        && clause.Tokens[clause.End - 1].Text is "show" or "display" or "mention"
        && (
            clause.AllNames.Any(link => link.Start == clause.End)
            || clause.AllHits.Exists(hit => hit is { Group: "conditions", Value: "naming" } && hit.Start == clause.End)
        )
            ? new PhraseHit("conditions", "naming", clause.End - 1, 1)
            : null;

    // "Companies making 100 million euros a year need a licence": a sum at which one must ask or pay.
    private static PhraseHit? Threshold(PropositionClause clause) =>
        Amounts.Read(clause) is { } amount
        && (clause.Has("paying") || clause.Has("requiring") && clause.Has("permission"))
        && !clause.Has("forbidding")
            ? new PhraseHit("conditions", amount.IsMoney ? "revenue-cap" : "user-cap", amount.At, 1)
            : null;

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

    // "Not for the EU", "nicht in der EU"; but not "no EU clause".
    private static bool IsBarred(PropositionClause clause, PhraseHit place) =>
        clause.Hits("denials").Any(hit => hit.End < place.Start && place.Start - hit.End <= MaxBarred)
        && !(place.End < clause.End && Words.Is("limits", clause.Tokens[place.End].Text));

    // "Llama 3 in the EU" says nothing yet of what one may do there.
    private static bool AllowsUse(PropositionClause clause) =>
        clause.Has("allowing")
        || clause
            .Tokens.Skip(clause.Start)
            .Take(clause.End - clause.Start)
            .Any(token => token.Text is "use" or "used" or "cant" or "cannot");
}
