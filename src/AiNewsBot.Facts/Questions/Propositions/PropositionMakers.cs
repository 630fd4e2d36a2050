using System.Collections.Immutable;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.Facts.Questions.Propositions;

/// <summary>Who a clause says made what: "Mistral makes Qwen", "Whisper was made by Google".</summary>
internal static class PropositionMakers
{
    public static IEnumerable<Proposition> Create(PropositionClause clause, FactBase facts, bool isQuestion)
    {
        var names = clause
            .Names.Where(link =>
                link is { IsAmbiguous: false, Version: null }
                && link.Subject.Subject.Kind is SubjectKind.Release or SubjectKind.Family or SubjectKind.Organization
            )
            .ToArray();
        for (var i = 0; i + 1 < names.Length; i++)
        {
            var (one, other) = (names[i], names[i + 1]);
            var passive = clause
                .Hits("made_by")
                .Any(hit =>
                    hit.Start >= one.End
                    && hit.End <= other.Start
                    && clause.IsEmptyBetween(hit.End, other.Start)
                    && clause.IsEmptyBetween(one.End, hit.Start)
                    && !(clause.Tokens[hit.Start].Text == "from" && clause.Hits("public").Any(verb => verb.End <= one.Start))
                    // "Get it from EleutherAI's GitHub" tells where it is.
                    && !clause.Tokens[other.End - 1].IsPossessive
                );
            var active =
                !passive
                    && clause
                        .Hits("makers")
                        .Any(hit =>
                            hit.Start >= one.End
                            && hit.End <= other.Start
                            && clause.IsEmptyBetween(hit.End, other.Start)
                            && clause.IsEmptyBetween(one.End, hit.Start)
                            && !IsBuiltOn(clause, hit.End)
                        )
                || isQuestion && clause.Hits("makers").Any(hit => hit.Start >= one.End && hit.End <= other.Start);
            passive |= !active && IsPossessive(clause, one, other);
            if (!passive && !active)
                continue;
            var (made, maker) = passive ? (one.Subject, other.Subject) : (other.Subject, one.Subject);
            var isDenied = clause.IsDenied(passive ? other.Start : one.End + 2, 1, isQuestion);
            if (active && IsPublishing(clause, one.End, other.Start) && (isDenied || !EndsBehind(clause, other)))
                continue;

            // "It isn't the first MIT model from Microsoft" does not deny that it is Microsoft's.
            if (passive && isDenied && (clause.Licences.Any(link => link.End <= other.Start) || clause.Has("ranks") || clause.Has("terms")))
                continue;

            // "OpenAI made Sora open" tells not of its maker.
            if (active && clause.Hits("terms").Any(hit => hit.Start == other.End))
                continue;
            if (
                made.Subject.Kind == SubjectKind.Organization
                // A release makes nothing; a family may be called as its maker is.
                || maker is Release
                || facts.MakerOf(maker) is not { } company
                || facts.FamilyOf(made) == facts.FamilyOf(maker)
            )
                continue;
            yield return new Proposition(
                made,
                new Assertion(Aspect.Maker)
                {
                    Maker = company,
                    IsDenied = isDenied,
                    IsPublication = IsPublication(clause, one.End, other.Start),
                },
                clause.Text
            );
        }
    }

    // "Dolly is built on Pythia" is not on who built Pythia.
    private static bool IsBuiltOn(PropositionClause clause, int behind) =>
        clause.Tokens[behind].Text is "on" or "upon" or "from" or "off" or "over" or "atop" or "with";

    // "Put out by", "released": who did that may be another than its maker.
    private static bool IsPublication(PropositionClause clause, int from, int to) =>
        clause.AllHits.Exists(hit =>
            hit.Group is "makers" or "made_by"
            && hit.Start >= from
            && hit.End <= to
            && clause.AllHits.Exists(other => other.Group is "public" or "released" && other.Overlaps(hit))
        );

    /// <summary>Whether a name is beside a verb that tells that it published something: "released by Stability".</summary>
    public static bool IsPublisher(List<PhraseHit> hits, EntityLink maker) =>
        hits.Exists(hit =>
            (hit.Group == "made_by" && hit.End == maker.Start || hit.Group == "makers" && hit.Start == maker.End)
            && hits.Exists(other => other.Group is "public" or "released" && other.Overlaps(hit))
        );

    // In "Google dropped Llama support" something else was dropped than a model.
    private static bool EndsBehind(PropositionClause clause, EntityLink made) =>
        made.End >= clause.End
        || clause.IsEmpty(made.End)
        || clause.Tokens[made.End].Clause != clause.Tokens[made.End - 1].Clause
        || clause.Tokens[made.End].Text is "back" or "last" or "early" or "late" or "mid" or "yesterday";

    /// <summary>The same of the model that the clause before spoke of: "Phi-3 is MIT,
    /// and Microsoft made it", "it was made by Google".</summary>
    public static IEnumerable<Proposition> ForCarried(
        PropositionClause clause,
        ImmutableArray<NamedSubject> carried,
        bool isPublication,
        FactBase facts
    )
    {
        if (
            carried is not [{ Subject: { Subject.Kind: not SubjectKind.Organization } made }]
            || clause.Names.ToArray() is not [{ IsAmbiguous: false, Version: null, Subject.Subject.Kind: SubjectKind.Organization } maker]
            || facts.MakerOf(maker.Subject) is not { } company
        )
            yield break;
        var isPassive = clause
            .Hits("made_by")
            .Any(hit =>
                (hit.Count > 1 || hit.Start == clause.Start && maker.End == clause.End)
                && hit.End == maker.Start
                && clause.IsEmptyBetween(clause.Start, hit.Start)
            );
        var isActive =
            clause.IsEmptyBetween(clause.Start, maker.Start)
            && clause.Tokens[clause.End - 1].Text is "it" or "them"
            && clause.Hits("makers").Any(hit => hit.Start >= maker.End && hit.End == clause.End - 1)
            && !IsPublishing(clause, maker.End, clause.End - 1);
        if (isPassive || isActive)
            yield return new Proposition(
                made,
                new Assertion(Aspect.Maker)
                {
                    Maker = company,
                    IsDenied = clause.IsDenied(clause.End - 1),
                    IsPublication = isPublication,
                },
                clause.Text
            );
    }

    /// <summary>Whether the maker follows right behind the name: "Bark by Suno", apart from what else is said of it.</summary>
    public static bool IsApposed(PropositionClause clause, Proposition made, bool isAsked) =>
        clause.Names.Any(link =>
            clause.IsAgent(link)
            && (!isAsked || clause.Tokens[link.Start - 1].Text == "by")
            && clause.Names.Any(other => other.End == link.Start - 1 && other.Subject == made.Subject)
        );

    // Who has not released something may have made it all the same.
    private static bool IsPublishing(PropositionClause clause, int from, int to) =>
        clause
            .Hits("makers")
            .Where(hit => hit.Start >= from && hit.End <= to)
            .All(hit => clause.AllHits.Exists(other => other.Group is "public" or "released" or "terms" && other.Overlaps(hit)));

    // "Whisper is Google's model", "Whisper is a Google model"
    private static bool IsPossessive(PropositionClause clause, EntityLink one, EntityLink other) =>
        other.Subject.Subject.Kind == SubjectKind.Organization
        && (PropositionClause.Between(one.End, other.Start).Any(clause.IsCopula) || ClauseNames.IsEquated(clause, other.Start))
        && clause.IsEmptyBetween(one.End, other.Start)
        && (
            clause.Tokens[other.End - 1].Raw is [.., '\'' or '’', 's']
            || other.End < clause.End && clause.Tokens[other.End].Text is "model" or "llm" or "release"
            || clause.IsMessage && other.End == clause.End && other.Start - one.End <= 2
        )
        && !clause.Hits("terms").Any(hit => hit.Start < other.Start);
}
