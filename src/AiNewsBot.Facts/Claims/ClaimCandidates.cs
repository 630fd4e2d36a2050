using System.Collections.Immutable;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Claims;

/// <summary>Finds the words of a message that name something which may be said of a model.</summary>
internal sealed class ClaimCandidates(QuestionReader reader, ClaimPhrases phrases)
{
    private const int MaxLicenceDistance = 5;
    private const int MaxNameDistance = 2;
    private const int MaxSameDistance = 6;

    private static readonly PropositionWords Words = PropositionWords.Shipped;

    /// <summary>The candidates, in order; none overlaps another of its kind.</summary>
    public ImmutableArray<ClaimCandidate> Find(ClaimText text, DateOnly today)
    {
        var found = text
            .Names.SelectMany(link => ForName(text, link).Concat(ForLicenceOf(text, link, today)))
            .Concat(text.Hits.Where(hit => text.NameAt(hit.Start) < 0).Select(ForPhrase).OfType<ClaimCandidate>())
            .Concat(phrases.Find(text))
            .Concat(
                text.Clauses.SelectMany(clause =>
                    Amounts(clause).Concat(Dates(clause, today)).Concat(OwnLicences(clause)).Concat(Plain(clause))
                )
            );
        var kept = new List<ClaimCandidate>();
        foreach (var one in found.OrderBy(one => one.Start).ThenByDescending(one => one.Count))
        {
            if (!kept.Exists(other => other.Kind == one.Kind && other.Start < one.End && one.Start < other.End))
                kept.Add(one);
        }

        return [.. kept];
    }

    private IEnumerable<ClaimCandidate> ForName(ClaimText text, EntityLink link)
    {
        if (link.Version is not null || link.IsTypo || link.Subject.Id == UnknownName.Id)
            yield break;
        var kind = link.Subject.Subject.Kind;
        if (link.Subject is Licence licence)
            yield return Of(
                link,
                "licence",
                new Assertion(Aspect.Licence)
                {
                    Licence = licence,
                    LicenceKind = LicenceKindNames.KindOf(text.Clauses[text.ClauseAt(link.Start)], link),
                }
            );
        else if (kind == SubjectKind.Organization && !link.IsAmbiguous && reader.Facts.MakerOf(link.Subject) is { } maker)
            yield return Of(link, "maker", new Assertion(Aspect.Maker) { Maker = maker });
        else if (kind is SubjectKind.Release or SubjectKind.Family && NamedSubject.Create(link, reader.Facts) is { } model)
            yield return Of(link, "base", new Assertion(Aspect.Overview) { Base = model.Subject });

        // Mistral is what Mistral AI makes, too.
        if (kind == SubjectKind.Family && !link.IsAmbiguous && reader.Facts.MakerOf(link.Subject) is { } called && IsCalledSo(called, link))
            yield return Of(link, "maker", new Assertion(Aspect.Maker) { Maker = called });
    }

    // "The Llama licence" is one that has Llama in its name, "the same licence as Llama 2" the one that Llama 2 has.
    private IEnumerable<ClaimCandidate> ForLicenceOf(ClaimText text, EntityLink link, DateOnly today)
    {
        if (
            link.IsAmbiguous
            || link.Version is not null
            || link.Subject is Licence
            || reader.Facts.FamilyOf(link.Subject) is not { } family
        )
            yield break;
        var word = Enumerable
            .Range(link.End, Math.Clamp(text.Tokens.Length - link.End, 0, MaxNameDistance))
            .FirstOrDefault(index => Words.Is("licences", text.Tokens[index].Text), -1);
        if (word >= 0 && reader.Facts.LicenceKinds.Find(family.Name).FirstOrDefault() is { } kind)
            yield return new ClaimCandidate(
                "licence",
                link.Start,
                word + 1 - link.Start,
                new Assertion(Aspect.Licence) { Licence = kind, LicenceKind = family.Name },
                link
            );
        if (
            IsCompared(text, link.Start)
            && link.Subject is Release release
            && reader.Facts.LicenceOf(release, Components.Weights, today) is { } same
        )
            yield return Of(link, "same_licence", new Assertion(Aspect.Licence) { Licence = same });
    }

    private static bool IsCompared(ClaimText text, int start)
    {
        for (var i = start - 1; i >= Math.Max(0, start - MaxSameDistance); i--)
        {
            if (text.Tokens[i].Text is "same" or "identical" or "misma" or "gleiche" or "gleichen" or "meme" or "mesma")
                return Enumerable.Range(i, start - i).Any(index => Words.Is("licences", text.Tokens[index].Text));
        }

        return false;
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
                || reader.Dates.Read(words, reader.Cues.Find(words, IsName), IsName, today) is not { Period: not null, Count: > 0 } date
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

    // What the rules of plain clauses read of it by several words together: "passes OSI's definition".
    private static IEnumerable<ClaimCandidate> Plain(PropositionClause clause) =>
        PropositionPredicates
            .Create(clause, isQuestion: false)
            .Where(one => one.Says is { Aspect: Aspect.Openness, Term: OpennessTerm.OpenSource } && one.Count > 1)
            .Select(one => new ClaimCandidate(
                "open_source",
                one.Start,
                one.Count,
                one.Says with
                {
                    IsDenied = false,
                    Time = TimeScope.Now,
                }
            ));

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
