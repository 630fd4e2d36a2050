using AiNewsBot.Facts.Questions.Cues;

namespace AiNewsBot.Facts.Questions.Propositions;

/// <summary>What a clause is made of, where that decides how it continues the one before.</summary>
internal static class ClauseShape
{
    private const int MaxInterjections = 5;
    private const int MaxAside = 2;

    private static readonly PropositionWords Words = PropositionWords.Shipped;

    public static IEnumerable<PhraseHit> Components(PropositionClause clause) =>
        clause
            .Hits("components")
            .Where(hit => !clause.Hits("terms").Any(term => term.Overlaps(hit)) && !PropositionPredicates.IsPlaceOf(clause, hit));

    public static bool AreParts(PropositionClause clause) =>
        Components(clause).Any()
        && clause.IsEmptyBetween(clause.Start, clause.End)
        && clause.Names.All(link => link.End <= Components(clause).First().Start)
        && !clause.Has("terms")
        && !clause.Has("denials")
        && !clause.Has("public")
        && !clause.Has("private")
        && !PropositionClause.Between(clause.Start, clause.End).Any(index => Words.Is("auxiliaries", clause.Tokens[index].Text));

    /// <summary>Whether it only calls what was listed before it by a name: "data (Dolma), code".</summary>
    public static bool IsAside(PropositionClause clause) =>
        clause.End - clause.Start <= MaxAside
        && !clause.Names.Any()
        && !clause.AllHits.Exists(hit => hit.Start >= clause.Start && hit.End <= clause.End);

    public static bool IsNever(PropositionClause clause) =>
        PropositionClause.Between(clause.Start, clause.End).Any(index => clause.Tokens[index].Text == "never");

    // In "lol no it isn't" what counts begins with the pronoun.
    public static PropositionClause FromPronoun(PropositionClause clause)
    {
        var pronoun = PropositionClause
            .Between(clause.Start, Math.Min(clause.Start + MaxInterjections, clause.End))
            .LastOrDefault(index => clause.Tokens[index].Text is "it" or "they" or "that", clause.Start);
        var isFollowed =
            pronoun + 1 < clause.End
            && Words.Is("auxiliaries", clause.Tokens[pronoun + 1].Text)
            && IsFilled(clause with { Start = pronoun });
        return isFollowed && !clause.Names.Any() && !clause.Has("opinions") && !clause.Has("speech")
            ? clause with
            {
                Start = pronoun,
            }
            : clause;
    }

    /// <summary>Whether its author tells of something that they made: "I fine-tuned Llama 3".</summary>
    public static bool IsOwnWork(PropositionClause clause) =>
        PropositionClause
            .Between(clause.Start, Math.Min(clause.Start + 2, clause.End))
            .Any(index =>
                (clause.Tokens[index].Text is "i" or "we" or "ive" or "weve" || Words.Is("owners", clause.Tokens[index].Text))
                && Makes(clause, index + 1)
            );

    private static bool Makes(PropositionClause clause, int from) =>
        PropositionClause
            .Between(from, Math.Min(from + 3, clause.End))
            .Any(index =>
                clause.Tokens[index].Text
                    is "tuned"
                        or "finetuned"
                        or "trained"
                        or "retrained"
                        or "merged"
                        or "quantized"
                        or "quantised"
                        or "distilled"
                        or "forked"
                        or "built"
                        or "made"
            );

    public static bool IsSame(PropositionClause clause) =>
        clause.Hits("likenesses").Any(hit => hit.Start == clause.Start)
        || PropositionClause.Between(clause.Start, clause.End).Any(index => Words.Is("alike", clause.Tokens[index].Text));

    /// <summary>Whether it ends with what says that the same is so of its names: "Devstral Small too", "the 0324 one yes".</summary>
    public static bool IsAnswered(PropositionClause clause) =>
        Words.Is("alike", clause.Tokens[clause.End - 1].Text) || Words.Is("answers", clause.Tokens[clause.End - 1].Text);

    public static bool IsFilled(PropositionClause clause) =>
        PropositionClause
            .Between(clause.Start, clause.End)
            .All(index =>
                clause.IsName(index)
                || clause
                    .Hits("components")
                    .Concat(clause.Hits("always"))
                    .Concat(clause.Hits("likenesses"))
                    .Any(hit => hit.Start <= index && index < hit.End)
                || Words.Is("fillers", clause.Tokens[index].Text)
                || Words.Is("connectives", clause.Tokens[index].Text)
                || Words.Is("denials", clause.Tokens[index].Text)
                || clause.Tokens[index].IsNumber
                || clause.IsMessage && AiNewsBot.Facts.Language.Languages.Lexicon.Months.ContainsKey(clause.Tokens[index].Text)
            );
}
