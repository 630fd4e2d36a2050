using AiNewsBot.Facts.Questions.Cues;

namespace AiNewsBot.Facts.Questions.Propositions;

/// <summary>What a clause calls that which a model makes: "its outputs", "the audio it makes", "anything that FLUX generates".</summary>
internal static class PropositionOutputs
{
    private static readonly PropositionWords Words = PropositionWords.Shipped;

    public static bool AreIn(PropositionClause clause) => Find(clause).Any();

    public static IEnumerable<PhraseHit> Find(PropositionClause clause) =>
        clause.Hits("outputs").Concat(clause.Hits("making").Where(verb => IsRelative(clause, verb)));

    // A thing, a model or a pronoun, and a verb of making without an object.
    private static bool IsRelative(PropositionClause clause, PhraseHit verb)
    {
        var by = verb.Start - 1;
        if (by <= clause.Start)
            return false;
        var name = clause.AllNames.FirstOrDefault(link => link.End == verb.Start && link.Subject is Model.Release);
        if (name is null && clause.Tokens[by].Text is not ("it" or "they" or "you" or "i" or "we" or "model"))
            return false;
        var thing = (name?.Start ?? by) - 1;
        while (thing > clause.Start && clause.Tokens[thing].Text is "that" or "which" or "the")
            thing--;
        return thing >= clause.Start
            && !clause.IsName(thing)
            && !Words.Is("connectives", clause.Tokens[thing].Text)
            && !Words.Is("prepositions", clause.Tokens[thing].Text)
            && !Words.Is("auxiliaries", clause.Tokens[thing].Text)
            && !Words.Is("copulas", clause.Tokens[thing].Text)
            && !clause.AllNames.Any(link => link.Start == verb.End);
    }
}
