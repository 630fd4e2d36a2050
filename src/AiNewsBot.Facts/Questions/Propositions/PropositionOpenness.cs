using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Cues;

namespace AiNewsBot.Facts.Questions.Propositions;

/// <summary>What a clause says of how open something is: by a word such as open source, by a definition, by a licence of its own.</summary>
internal static class PropositionOpenness
{
    private const int MaxDefinitionDistance = 5;

    private static readonly PropositionWords Words = PropositionWords.Shipped;

    public static IEnumerable<(Assertion Says, int Start, int Count)> Create(
        PropositionClause clause,
        PhraseHit[] components,
        bool isQuestion
    ) => Terms(clause, components, isQuestion).Concat(Definitions(clause, isQuestion)).Concat(OwnLicences(clause, isQuestion));

    private static IEnumerable<(Assertion, int, int)> Terms(PropositionClause clause, PhraseHit[] components, bool isQuestion)
    {
        var end = 0;
        foreach (var hit in clause.Hits("terms"))
        {
            if (hit.Start < end || !IsTerm(clause, hit) || clause.Licences.Any(link => link.Start <= hit.Start && hit.Start < link.End))
                continue;
            end = hit.End;
            var term = TermOf(hit.Value);
            if (term == OpennessTerm.NonCommercial && PropositionOutputs.AreIn(clause))
                continue;
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

    // "T5 passes OSI's definition", "Mixtral fails it"
    private static IEnumerable<(Assertion, int, int)> Definitions(PropositionClause clause, bool isQuestion)
    {
        if (clause.Hits("passing").FirstOrDefault() is not { Count: > 0 } verb || DefinitionBehind(clause, verb.End) is not { } definition)
            yield break;
        yield return (
            new Assertion(Aspect.Openness) { Term = OpennessTerm.OpenSource, IsDenied = clause.IsDenied(verb.End, 1, isQuestion) },
            verb.Start,
            definition - verb.Start
        );
    }

    // OSI may be read as a name.
    private static int? DefinitionBehind(PropositionClause clause, int from)
    {
        for (var i = from; i < Math.Min(from + MaxDefinitionDistance, clause.End); i++)
        {
            if (clause.Tokens[i].Text is "definition" or "osaid" or "osi")
                return i + 1;
        }

        return null;
    }

    public static bool NamesOwnLicence(PropositionClause clause) => OwnLicences(clause, isQuestion: false).Any();

    // "It has its own community licence", "it is TII's own"
    private static IEnumerable<(Assertion, int, int)> OwnLicences(PropositionClause clause, bool isQuestion)
    {
        for (var i = clause.Start; i < clause.End; i++)
        {
            if (
                !Words.Is("own", clause.Tokens[i].Text)
                || i > clause.Start && Words.Is("owners", clause.Tokens[i - 1].Text) && clause.Tokens[i - 1].Text != "his"
            )
                continue;
            var licence = PropositionClause
                .Between(i + 1, Math.Min(i + MaxDefinitionDistance, clause.End))
                .FirstOrDefault(index => Words.Is("licences", clause.Tokens[index].Text), -1);
            var isPossessive = i > clause.Start && i + 1 == clause.End && clause.Tokens[i - 1].Raw is [.., '\'' or '’', 's'];
            if (licence < 0 && !isPossessive || clause.Hits("terms").Any(hit => hit.Start >= i && hit.Value != "custom"))
                continue;
            yield return (
                new Assertion(Aspect.Openness)
                {
                    Term = OpennessTerm.OwnLicence,
                    IsDenied = clause.IsDenied(i, 1, isQuestion),
                    Time = PropositionPredicates.IsAtRelease(clause, i) ? TimeScope.AtRelease : TimeScope.Now,
                },
                isPossessive ? i - 1 : i,
                Math.Max(licence, i) - i + 1
            );
            yield break;
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

        // "Not just open weights" says that it is more than that.
        if (before > clause.Start && tokens[before - 1].Text == "not" && tokens[before].Text is "just" or "only" or "merely" or "simply")
            return false;
        if (
            before >= clause.Start
            && Words.Is("places_of_terms", tokens[before].Text)
            && !(hit.Value == "non-commercial" && tokens[before].Text == "for")
        )
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
        if (hit.Value == "custom")
            return hit.End >= clause.End || Words.Is("licences", clause.Tokens[hit.End].Text);
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

    /// <summary>The term of a phrase by its slug; closed for any other.</summary>
    public static OpennessTerm TermOf(string slug) =>
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
            "custom" => OpennessTerm.OwnLicence,
            _ => OpennessTerm.Closed,
        };
}
