using System.Collections.Immutable;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Claims;

/// <summary>Finds the words of a message that name something which may be said of a model.</summary>
internal sealed class ClaimCandidates(CueFinder cues, AsOfDateReader dates, ClaimPhrases phrases, FactBase facts)
{
    private const int MaxLicenceDistance = 5;

    private static readonly PropositionWords Words = PropositionWords.Shipped;

    /// <summary>The candidates, in order; none overlaps another of its kind.</summary>
    public ImmutableArray<ClaimCandidate> Find(ClaimText text, DateOnly today)
    {
        var found = text.Names.SelectMany(ForName)
            .Concat(text.Hits.Where(hit => text.NameAt(hit.Start) < 0).Select(ForPhrase).OfType<ClaimCandidate>())
            .Concat(phrases.Find(text))
            .Concat(text.Clauses.SelectMany(clause => Amounts(clause).Concat(Dates(clause, today)).Concat(OwnLicences(clause))));
        var kept = new List<ClaimCandidate>();
        foreach (var one in found.OrderBy(one => one.Start).ThenByDescending(one => one.Count))
        {
            if (!kept.Exists(other => other.Kind == one.Kind && other.Start < one.End && one.Start < other.End))
                kept.Add(one);
        }

        return [.. kept];
    }

    private IEnumerable<ClaimCandidate> ForName(EntityLink link)
    {
        if (link.Version is not null || link.IsTypo || link.Subject.Id == UnknownName.Id)
            yield break;
        var kind = link.Subject.Subject.Kind;
        if (link.Subject is Licence licence)
            yield return Of(link, "licence", new Assertion(Aspect.Licence) { Licence = licence });
        else if (kind == SubjectKind.Organization && !link.IsAmbiguous && facts.MakerOf(link.Subject) is { } maker)
            yield return Of(link, "maker", new Assertion(Aspect.Maker) { Maker = maker });
        else if (kind is SubjectKind.Release or SubjectKind.Family && NamedSubject.Create(link, facts) is { } model)
            yield return Of(link, "base", new Assertion(Aspect.Overview) { Base = model.Subject });

        // Mistral is what Mistral AI makes, too.
        if (kind == SubjectKind.Family && !link.IsAmbiguous && facts.MakerOf(link.Subject) is { } called && IsCalledSo(called, link))
            yield return Of(link, "maker", new Assertion(Aspect.Maker) { Maker = called });
    }

    private static bool IsCalledSo(SubjectView maker, EntityLink link) =>
        Tokenizer.Key(maker.Name).StartsWith(Tokenizer.Key(link.Typed), StringComparison.Ordinal);

    private static ClaimCandidate? ForPhrase(PhraseHit hit) =>
        hit.Group switch
        {
            "terms" => Of(hit, TermKind(hit.Value), new Assertion(Aspect.Openness) { Term = PropositionOpenness.TermOf(hit.Value) }),
            "components" => Of(hit, "component", new Assertion(Aspect.Component) { Component = hit.Value }),
            "commercial" or "selling" => Of(hit, "commercial", new Assertion(Aspect.CommercialUse)),
            "unlimited" => Of(hit, "unrestricted", new Assertion(Aspect.Restrictions) { IsUnlimited = true }),
            "outputs" => Of(hit, "outputs", new Assertion(Aspect.Outputs)),
            "conditions" => Of(hit, hit.Value.Replace('-', '_'), new Assertion(Aspect.Restrictions) { Condition = hit.Value }),
            _ => null,
        };

    // The rows speak of what is proprietary as of what is closed.
    private static string TermKind(string term) =>
        term switch
        {
            "proprietary" => "closed",
            "custom" => "own_licence",
            _ => term.Replace('-', '_'),
        };

    // "800 million users", "$20M of revenue"
    private static IEnumerable<ClaimCandidate> Amounts(PropositionClause clause)
    {
        for (var from = clause.Start; Questions.Amounts.Read(clause.Tokens, from, clause.End, clause.IsName) is { } amount; )
        {
            var condition = amount.IsMoney ? "revenue-cap" : "user-cap";
            var last = clause.Hits("conditions").LastOrDefault(hit => hit.Value == condition && hit.Start >= amount.At);
            yield return new ClaimCandidate(
                condition.Replace('-', '_'),
                amount.At,
                Math.Max(last.End, amount.At + 1) - amount.At,
                new Assertion(Aspect.Restrictions) { Condition = condition, Amount = amount.Value }
            );
            from = amount.At + 1;
        }
    }

    private IEnumerable<ClaimCandidate> Dates(PropositionClause clause, DateOnly today)
    {
        for (var from = clause.Start; from < clause.End; )
        {
            var (first, words) = (from, clause.Tokens.Slice(from, clause.End - from));
            bool IsName(int index) => clause.IsName(first + index);
            if (
                !words.Any(token => char.IsAsciiDigit(token.Text[^1]))
                || dates.Read(words, cues.Find(words, IsName), IsName, today) is not { Period: not null, Count: > 0 } date
            )
                yield break;
            yield return new ClaimCandidate(
                "date",
                from + date.Start,
                date.Count,
                new Assertion(Aspect.ReleaseDate) { Date = date, IsAnnouncement = clause.Has("announced") }
            );
            from += date.Start + date.Count;
        }
    }

    // "Its own community licence", "TII's own"
    private static IEnumerable<ClaimCandidate> OwnLicences(PropositionClause clause)
    {
        for (var i = clause.Start; i < clause.End; i++)
        {
            if (!Words.Is("own", clause.Tokens[i].Text))
                continue;
            var licence = PropositionClause
                .Between(i + 1, Math.Min(i + MaxLicenceDistance, clause.End))
                .FirstOrDefault(index => Words.Is("licences", clause.Tokens[index].Text), i);
            if (licence == i && !(i > clause.Start && clause.Tokens[i - 1].IsPossessive))
                continue;
            yield return new ClaimCandidate(
                "own_licence",
                i,
                licence - i + 1,
                new Assertion(Aspect.Openness) { Term = OpennessTerm.OwnLicence }
            );
        }
    }

    private static ClaimCandidate Of(EntityLink link, string kind, Assertion says) => new(kind, link.Start, link.Count, says, link);

    private static ClaimCandidate Of(PhraseHit hit, string kind, Assertion says) => new(kind, hit.Start, hit.Count, says);
}
