using System.Collections.Immutable;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Cues;

namespace AiNewsBot.Facts.Questions.Propositions;

/// <summary>What a clause adds on what may be done, which the one before named: "… but Llama 3.3 is fine", "Llama 2 forbids
/// that", "even distil from it".</summary>
internal static class PropositionPermissions
{
    private static readonly PropositionWords Words = PropositionWords.Shipped;

    /// <summary>The assertions; empty where it continues nothing.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="said">What was said last.</param>
    /// <param name="isSameSentence">Whether that was said in the same sentence.</param>
    public static IEnumerable<Assertion> Continue(PropositionClause clause, ImmutableArray<Assertion> said, bool isSameSentence)
    {
        if (said.LastOrDefault(IsPermission) is not { } last)
            return [];
        return clause.Models.Any() ? OfOthers(clause, last, isSameSentence)
            : clause.Names.Any() ? []
            : Further(clause, last, isSameSentence);
    }

    private static bool IsPermission(Assertion says) =>
        says is { Aspect: Aspect.CommercialUse or Aspect.Outputs }
        || says is { Aspect: Aspect.Restrictions, Condition: "no-training" or "territory" or "hosting" or "field-of-use" };

    // "Llama 3.3 is fine here", "Llama 2 and Llama 3 forbade that"
    private static IEnumerable<Assertion> OfOthers(PropositionClause clause, Assertion last, bool isSameSentence)
    {
        var verb = clause.Hits("forbidding").Concat(clause.Hits("permitted")).FirstOrDefault(hit => hit.Start >= clause.Models[^1].End);
        var end = EndOf(clause, verb.End);
        var isReferring = PropositionClause
            .Between(verb.End, end)
            .Any(index => clause.Tokens[index].Text is "that" or "this" or "it" or "so");
        if (
            verb.Count == 0
            || !isReferring && !(isSameSentence && Words.Is("permitted", clause.Tokens[verb.Start].Text))
            || !clause.IsEmptyBetween(clause.Start, verb.Start)
            || !clause.IsEmptyBetween(verb.End, end)
        )
            yield break;
        var isAllowed = !clause.IsDenied(verb.Start, verb.Count) ^ Words.Is("forbidding", clause.Tokens[verb.Start].Text);
        yield return last with
        {
            IsDenied = isAllowed == (last.Aspect == Aspect.Restrictions),
            Amount = null,
        };
    }

    // What is in brackets behind it says nothing of it.
    private static int EndOf(PropositionClause clause, int from) =>
        PropositionClause.Between(from, clause.End).FirstOrDefault(index => clause.Tokens[index].Joint == ',', clause.End);

    // "You can use it commercially, even distil from it", "just don't train a competitor on them"
    private static IEnumerable<Assertion> Further(PropositionClause clause, Assertion last, bool isSameSentence)
    {
        var named = clause.Hits("conditions").FirstOrDefault(hit => hit.Value is "no-training" or "hosting");
        if (
            named.Count == 0
            || Words.Has("authors", clause.Tokens, clause.Start, named.Start)
            || !clause.IsEmptyBetween(clause.Start, named.Start)
        )
            yield break;
        var isDenied = clause.IsDenied(named.Start, named.Count);
        var isReferring = PropositionClause
            .Between(named.Start, clause.End)
            .Any(index => clause.Tokens[index].Text is "it" or "them" || clause.Hits("outputs").Any(hit => hit.Start == index));
        var isAllowed = last.IsDenied == (last.Aspect == Aspect.Restrictions);
        if (isReferring && (isDenied || isSameSentence && isAllowed))
            yield return new Assertion(Aspect.Restrictions) { Condition = named.Value, IsDenied = !isDenied };
    }
}
