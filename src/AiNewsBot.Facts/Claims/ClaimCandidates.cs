using System.Collections.Immutable;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Questions.Names;
using AiNewsBot.Facts.Questions.Propositions;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Claims;

/// <summary>Finds the words of a message that name something which may be said of a model.</summary>
internal sealed class ClaimCandidates(QuestionReader reader, ClaimPhrases phrases)
{
    private const int MaxLicenceDistance = 5;
    private const int MaxNameDistance = 2;
    private const int MinNameLength = 4;
    private const int MaxDates = 20;
    private const int MaxSameDistance = 6;
    private const int MaxPartDistance = 1;

    private static readonly PropositionWords Words = PropositionWords.Shipped;

    /// <summary>The candidates, in order; none overlaps another of its kind.</summary>
    public ImmutableArray<ClaimCandidate> Find(ClaimMessage text, DateOnly today)
    {
        var found = text
            .Names.SelectMany(link => ForName(text, link).Concat(ForLicenceOf(text, link, today)))
            .Concat(text.Hits.Select(ForPhrase).OfType<ClaimCandidate>())
            .Concat(SameLicences(text))
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

    private IEnumerable<ClaimCandidate> ForName(ClaimMessage text, EntityLink link)
    {
        if (link.Version is not null || link.IsTypo || link.Subject.Id == UnknownName.Id)
            yield break;
        var kind = link.Subject.Subject.Kind;
        if (link.Subject is Licence licence)
            yield return Create(
                link,
                "licence",
                new Assertion(Aspect.Licence)
                {
                    Licence = licence,
                    LicenceKind = LicenceKindNames.KindOf(text.Clauses[text.ClauseAt(link.Start)], link),
                    Component =
                        PropositionPredicates.PartOf(link, text.Clauses[text.ClauseAt(link.Start)].Hits("components"), MaxPartDistance)
                        ?? HeadPart(text, link),
                }
            );
        else if (kind == SubjectKind.Organization && !link.IsAmbiguous && reader.Facts.MakerOf(link.Subject) is { } maker)
            yield return Create(
                link,
                "maker",
                new Assertion(Aspect.Maker) { Maker = maker, IsPublication = PropositionMakers.IsPublisher(text.Hits, link) }
            );
        else if (kind is SubjectKind.Release or SubjectKind.Family && NamedSubject.Create(link, reader.Facts) is { } model)
            yield return Create(link, "base", new Assertion(Aspect.Overview) { Base = model.Subject });

        // Mistral is what Mistral AI makes, too.
        if (kind == SubjectKind.Family && !link.IsAmbiguous && reader.Facts.MakerOf(link.Subject) is { } called && IsCalledSo(called, link))
            yield return Create(
                link,
                "maker",
                new Assertion(Aspect.Maker) { Maker = called, IsPublication = PropositionMakers.IsPublisher(text.Hits, link) }
            );
    }

    // "The code of DeepSeek-V3 (the original) is MIT": the part that the sentence speaks of.
    private static string? HeadPart(ClaimMessage text, EntityLink licence)
    {
        var start = text.SentenceStart(licence.Start);
        var parts = text.Hits.Where(hit => hit.Group == "components" && hit.Start >= start && hit.End <= licence.Start).ToArray();
        return
            parts is [{ Value: not Components.Weights } part]
            && text.Tokens[part.End].Text is "of" or "for" or "von" or "de" or "do"
            && Enumerable.Range(start, part.Start - start).All(index => Words.Is("determiners", text.Tokens[index].Text))
            && text.Names.Count(link => link.Start >= part.End && link.End <= licence.Start && text.Tokens[link.Start].Bracket == 0) == 1
            ? part.Value
            : null;
    }

    // "The Llama licence" is one that has Llama in its name, "the same licence as Llama 2" the one that Llama 2 has.
    private IEnumerable<ClaimCandidate> ForLicenceOf(ClaimMessage text, EntityLink link, DateOnly today)
    {
        if (
            link.IsAmbiguous
            || link.Version is not null
            || link.Subject is Licence
            || link.Subject.Id == UnknownName.Id
            || reader.Facts.FamilyOf(link.Subject) is not { } family
        )
            yield break;
        var word = Enumerable
            .Range(link.End, Math.Clamp(text.Tokens.Length - link.End, 0, MaxNameDistance))
            .TakeWhile(index => text.NameAt(index) < 0 && text.Tokens[index].Clause == text.Tokens[link.Start].Clause)
            .FirstOrDefault(index => Words.Is("licences", text.Tokens[index].Text), -1);
        if (word >= 0 && LicenceNamedAfter(family) is { } kind)
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
            yield return Create(link, "same_licence", new Assertion(Aspect.Licence) { Licence = same });
    }

    // Tongyi Qianwen is not named after Yi: short names are parts of other words.
    private Licence? LicenceNamedAfter(SubjectView family)
    {
        var words = Tokenizer.Split(family.Name);
        return family.Name.Length < MinNameLength
            ? null
            : reader.Facts.LicenceKinds.Find(family.Name).FirstOrDefault(licence => words.All(word => HasWord(licence, word)));
    }

    private static bool HasWord(Licence licence, Token word) => Tokenizer.Split(licence.Name).Any(other => other.Text == word.Text);

    private static bool IsCompared(ClaimMessage text, int start)
    {
        for (var i = start - 1; i >= Math.Max(0, start - MaxSameDistance); i--)
        {
            if (Words.Is("identical", text.Tokens[i].Text))
                return Enumerable.Range(i, start - i).Any(index => Words.Is("licences", text.Tokens[index].Text));
        }

        return false;
    }

    // "Codestral Mamba c'est la même licence": the one that was named last.
    private static IEnumerable<ClaimCandidate> SameLicences(ClaimMessage text)
    {
        for (var i = 1; i < text.Tokens.Length; i++)
        {
            var start = i;
            if (
                !Words.Is("licences", text.Tokens[i].Text)
                || !Enumerable
                    .Range(Math.Max(0, i - MaxNameDistance), i - Math.Max(0, i - MaxNameDistance))
                    .Any(index => Words.Is("identical", text.Tokens[index].Text))
                || text.Names.Any(link =>
                    link.Start > start && link.Start <= start + MaxSameDistance && text.IsSameSentence(link.Start, start)
                )
                || text.Names.LastOrDefault(link => link.Subject is Licence && link.End <= start) is not { } named
            )
                continue;
            yield return new ClaimCandidate(
                "same_licence",
                i - 1,
                2,
                new Assertion(Aspect.Licence)
                {
                    Licence = (Licence)named.Subject,
                    LicenceKind = LicenceKindNames.KindOf(text.Clauses[text.ClauseAt(named.Start)], named),
                }
            );
        }
    }

    private static bool IsCalledSo(SubjectView maker, EntityLink link) =>
        Tokenizer.Key(maker.Name).StartsWith(Tokenizer.Key(link.Typed), StringComparison.Ordinal);

    private static ClaimCandidate? ForPhrase(PhraseHit hit) =>
        hit.Group switch
        {
            "terms" => Create(hit, TermKind(hit.Value), new Assertion(Aspect.Openness) { Term = PropositionOpenness.TermOf(hit.Value) }),
            "components" => Create(hit, "component", new Assertion(Aspect.Component) { Component = hit.Value }),
            "commercial" or "selling" => Create(hit, "commercial", new Assertion(Aspect.CommercialUse)),
            "unlimited" => Create(hit, "unrestricted", new Assertion(Aspect.Restrictions) { IsUnlimited = true }),
            "outputs" => Create(hit, "outputs", new Assertion(Aspect.Outputs)),
            "public_domain" => Create(hit, "public_domain", new Assertion(Aspect.Openness) { Term = OpennessTerm.PublicDomain }),
            "conditions" => Create(hit, hit.Value.Replace('-', '_'), new Assertion(Aspect.Restrictions) { Condition = hit.Value }),
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
        for (var from = clause.Start; Questions.Propositions.Amounts.Read(clause.Tokens, from, clause.End, clause.IsName) is { } amount; )
        {
            var condition = amount.IsMoney ? "revenue-cap" : "user-cap";
            var unit = clause.Hits("conditions").FirstOrDefault(hit => hit.Value == condition && hit.Start >= amount.At);
            yield return new ClaimCandidate(
                condition.Replace('-', '_'),
                amount.At,
                Math.Max(unit.End, amount.At + 1) - amount.At,
                new Assertion(Aspect.Restrictions) { Condition = condition, Amount = amount.Value }
            );
            from = amount.At + 1;
        }
    }

    private IEnumerable<ClaimCandidate> Dates(PropositionClause clause, DateOnly today)
    {
        var from = clause.Start;
        for (var count = 0; from < clause.End && count < MaxDates; count++)
        {
            var (first, words) = (from, clause.Tokens.Slice(from, clause.End - from));
            bool IsName(int index) => clause.IsName(first + index);
            if (
                !words.Any(token => char.IsAsciiDigit(token.Text[^1]))
                || reader.Dates.Read(words, reader.Cues.Find(words, IsName), IsName, today) is not { Count: > 0 } date
            )
                yield break;
            if (date.Period is { } period && Words.Is("since", clause.Tokens[Math.Max(clause.Start, from + date.Start - 1)].Text))
                date = date with { Day = period.First };
            if (date.Period is not null)
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

    private static ClaimCandidate Create(EntityLink link, string kind, Assertion says) => new(kind, link.Start, link.Count, says, link);

    private static ClaimCandidate Create(PhraseHit hit, string kind, Assertion says) => new(kind, hit.Start, hit.Count, says);
}
