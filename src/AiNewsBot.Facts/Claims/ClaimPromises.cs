using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Questions.Names;
using AiNewsBot.Facts.Questions.Propositions;
using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.Facts.Claims;

/// <summary>What a message says is to come of a model: "Grok 3 will be made open source in six months", "Behemoth drops next month". It is
/// no fact, but whether it was promised is.</summary>
internal static class ClaimPromises
{
    private static readonly PropositionWords Words = PropositionWords.Shipped;

    /// <summary>The promises and announcements, one for each model.</summary>
    public static IEnumerable<Proposition> Find(ClaimMessage text, FactBase facts) =>
        text
            .Clauses.Where(clause => clause.Start < clause.End && IsToCome(text, clause))
            .Select(clause => Create(text, clause, facts))
            .OfType<Proposition>()
            .DistinctBy(one => (one.Subject, one.Releases));

    private static Proposition? Create(ClaimMessage text, PropositionClause clause, FactBase facts)
    {
        var isOpened = clause
            .Hits("terms")
            .Any(hit => PropositionOpenness.TermOf(hit.Value) is OpennessTerm.OpenSource or OpennessTerm.OpenWeights);
        var isOut = clause.Hits("components").Any(hit => hit.Value == Components.Weights) || clause.Has("coming");
        if (!isOpened && !isOut || SubjectOf(text, clause, facts) is not { } subject)
            return null;
        return new Proposition(
            subject.Subject,
            new Assertion(Aspect.Promise)
            {
                Term = isOpened ? OpennessTerm.Open : null,
                IsForecast = !IsToldByOthers(text, clause, subject),
            },
            clause.Text
        )
        {
            Name = subject.Name,
            Releases = subject.Releases,
        };
    }

    // Of what is wished, asked, bet or supposed nothing is said.
    private static bool IsToCome(ClaimMessage text, PropositionClause clause)
    {
        var (from, to) = (text.SentenceStart(clause.Start), text.SentenceEnd(clause.Start));
        var sentence = text.Clauses.Where(one => one.Start >= from && one.End <= to).ToArray();
        return (clause.Has("promising") || clause.Has("futures") || PropositionMoods.IsForetold(clause))
            && !text.Tokens[clause.Start].IsAsked
            && !text.IsIronic
            && !clause.Has("denials")
            && !Array.Exists(sentence, one => one.Has("guesses") || one.Hits("suppositions").Any(hit => !IsFuture(text, hit)))
            && !PropositionClause
                .Between(clause.Start, clause.End)
                .Any(index => Words.Is("first_persons", text.Tokens[index].Text) || text.Tokens[index].Text is "ever" or "until");
    }

    // "Musk said that it will be open", "Mistral will open it"; what its author foretells is no promise.
    private static bool IsToldByOthers(ClaimMessage text, PropositionClause clause, NamedSubject subject)
    {
        var (from, to) = (text.SentenceStart(clause.Start), text.SentenceEnd(clause.Start));
        return text.IsQuoted[clause.Start]
            || text.Names.Any(name =>
                name.Subject == subject.Subject && text.Quotes.Any(quote => quote.Contains(name.Typed, StringComparison.OrdinalIgnoreCase))
            )
            || text.Hits.Exists(hit =>
                hit.Start >= from && hit.End <= to && hit.Group is "promising" or "speech" or "according" or "announced"
            )
            || text.Names.Any(name => name.Start >= from && name.End <= to && name.Subject.Subject.Kind == SubjectKind.Organization);
    }

    private static bool IsFuture(ClaimMessage text, PhraseHit supposition) =>
        Words.Is("futures", text.Tokens[supposition.Start].Text)
        || Words.Is("promising", text.Tokens[supposition.Start].Text)
        || text.Tokens[supposition.Start].Text is "expected" or "supposed";

    // The model of the clause, else the one that the sentence named last.
    private static NamedSubject? SubjectOf(ClaimMessage text, PropositionClause clause, FactBase facts)
    {
        if (text.Names.Any(one => ClaimBrackets.IsModel(one) && !IsModel(one) && one.Start >= clause.Start && one.End <= clause.End))
            return null;
        var sentence = text.SentenceStart(clause.Start);
        var link =
            text.Names.FirstOrDefault(one => IsModel(one) && one.Start >= clause.Start && one.End <= clause.End)
            ?? text.Names.LastOrDefault(one => IsModel(one) && one.Start >= sentence && one.End <= clause.Start);
        return link is null ? null : NamedSubject.Create(link, facts);
    }

    // "The next Medium" is not known yet.
    private static bool IsModel(EntityLink link) =>
        ClaimBrackets.IsModel(link)
        && link.Subject.Id != UnknownName.Id
        && !link.Typed.Split(' ').Contains("next", StringComparer.OrdinalIgnoreCase);
}
