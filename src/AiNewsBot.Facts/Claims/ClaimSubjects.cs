using System.Collections.Immutable;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Questions.Names;
using AiNewsBot.Facts.Questions.Propositions;
using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.Facts.Claims;

/// <summary>
/// Of which name something is said, where the build of the sentence tells it for certain: what is in brackets is said of the name before
/// them, a name in brackets is no subject of what is outside, and a clause with a subject of its own does not speak of the clause before.
/// </summary>
internal sealed class ClaimSubjects(ClaimMessage text, ImmutableArray<ClaimCandidate> claimed, bool[] objects, FactBase facts)
{
    private static readonly PropositionWords Words = PropositionWords.Shipped;

    private readonly ClaimBrackets _brackets = new(text, objects, facts);

    /// <summary>Whether a candidate is said of a name; null where the words must tell.</summary>
    public bool? IsOf(ClaimCandidate candidate, int name)
    {
        var link = text.Names[name];
        if (
            IsOfItself(candidate, link)
            || link.Subject is Licence && !CanSpeakOf(link, candidate)
            || _brackets.IsAside(link, candidate)
            || IsOwner(candidate, link)
            || IsOfBase(candidate) && !objects[name]
            || IsMakerOfNext(candidate, link)
            || IsAskedBefore(candidate, link)
        )
            return false;
        if (ClaimBrackets.IsModel(link) && _brackets.HeadOf(candidate) is { Count: > 0 } head)
            return head.Contains(name);
        if (PropositionReferents.RelatedTo(text.Clauses[text.ClauseAt(candidate.Start)]) is { } related && ClaimBrackets.IsModel(link))
            return link == related;
        if (IsSupposed(link, candidate))
            return false;
        if (IsCompared(candidate, name))
            return !text.Clauses[text.ClauseAt(candidate.Start)].IsDenied(candidate.Start, candidate.Count) || IsUnlike(candidate, name);
        return
            ClaimBrackets.IsModel(link)
            && (
                IsNotSpokenOf(link)
                || IsOfSize(candidate, link)
                || HasOtherSubject(candidate, link)
                || IsNarrowed(candidate, link)
                || IsOfVariant(candidate, link)
                || IsOfAnotherClause(candidate, link)
                || IsLikeness(link) && candidate.Start >= link.End
                || candidate.Kind == "date" && DatedBy(candidate) is { } dated && dated != name
            )
            ? false
            : null;
    }

    /// <summary>Whether a candidate is surely not said of a subject, wherever that is named.</summary>
    public bool AreOthers(ClaimCandidate candidate, SubjectView subject)
    {
        var isNamed = false;
        for (var name = 0; name < text.Names.Length; name++)
        {
            if (text.Names[name].Subject != subject)
                continue;
            if (IsOf(candidate, name) != false)
                return false;
            isNamed = true;
        }

        return isNamed;
    }

    /// <summary>The only model that a candidate can be said of; null where it can be said of several.</summary>
    public SubjectView? OnlyLeft(ClaimCandidate candidate)
    {
        SubjectView? only = null;
        var isAnyBarred = false;
        for (var name = 0; name < text.Names.Length; name++)
        {
            if (!ClaimBrackets.IsModel(text.Names[name]) || text.Names[name] == candidate.Name)
                continue;
            if (IsOf(candidate, name) == false)
                isAnyBarred = true;
            else if (only is not null && only != text.Names[name].Subject)
                return null;
            else
                only = text.Names[name].Subject;
        }

        return only is not null && (isAnyBarred || !text.Names.Any(link => link.Subject == UnknownName.Other)) ? only : null;
    }

    /// <summary>Whether a denied claim is so of a name behind it: "Grok 2 isn't Apache like Grok-1 was".</summary>
    public bool IsUnlike(ClaimCandidate candidate, int name) =>
        text.Names[name].End < text.Tokens.Length
        && text.IsSameSentence(text.Names[name].Start, text.Names[name].End)
        && text.Clauses[text.ClauseAt(candidate.Start)] is var clause
        && clause.IsCopula(text.Names[name].End)
        && IsCompared(candidate, name)
        && clause.IsDenied(candidate.Start, candidate.Count);

    // "Is just as Apache as Grok-1", "ist genauso Apache wie Grok-1": right behind what is said.
    private bool IsCompared(ClaimCandidate candidate, int name)
    {
        var link = text.Names[name];
        var before = link.Start - 1;
        while (before > candidate.End && Words.Is("determiners", text.Tokens[before].Text))
            before--;
        return before >= candidate.End
            && ClaimBrackets.IsModel(link)
            && link != candidate.Name
            && before == candidate.End
            && candidate.Kind is not ("base" or "maker" or "date")
            && Words.Is("comparing", text.Tokens[before].Text)
            && text.Tokens[before].Clause == text.Tokens[candidate.Start].Clause;
    }

    // In "Pythia's data is open, and DBRX took a clause from Llama" the data is not that of what the next clause speaks of, nor the clause
    // that of Llama.
    private bool IsOfAnotherClause(ClaimCandidate candidate, EntityLink link)
    {
        if (link.Start < candidate.End || !text.IsSameSentence(link.Start, candidate.Start) || text.Tokens[link.Start].Bracket > 0)
            return false;
        var clause = text.Clauses[text.ClauseAt(candidate.Start)];
        if (!clause.Models.Any(other => other.Start >= clause.Start && other.End <= candidate.Start && !objects[text.NameAt(other.Start)]))
            return false;
        var own = text.Clauses[text.ClauseAt(link.Start)];
        return own.Start == clause.Start
            ? Words.Is("sources", text.Tokens[link.Start - 1].Text)
            : claimed.Any(one => one.Start >= own.Start && one.End <= own.End && one.Name != link);
    }

    // In "Codestral Mamba, not Codestral of May 2024" the day is that of the second.
    private int? DatedBy(ClaimCandidate date)
    {
        var before = date.Start - 1;
        if (before > 0 && Words.Is("sources", text.Tokens[before].Text))
            before--;
        return before >= 0 && text.NameAt(before) is >= 0 and var name && ClaimBrackets.IsModel(text.Names[name]) ? name : null;
    }

    // In "the R1 distills differ, the 70B is built on Llama 3.3" R1 is not spoken of behind its variant.
    private bool IsOfVariant(ClaimCandidate candidate, EntityLink link) =>
        link.Subject is Release whole
        && text.Names.Any(other =>
            other.Subject is Release variant
            && variant.Whole == whole
            && other.Start >= link.End
            && other.End <= candidate.Start
            && text.IsSameSentence(other.Start, candidate.Start)
        );

    // In "GPT-3's weights never came. EleutherAI answered with GPT-J" the maker is that of what follows it.
    private bool IsMakerOfNext(ClaimCandidate candidate, EntityLink link) =>
        candidate.Kind == "maker"
        && link.End <= candidate.Start
        && !text.IsSameSentence(link.Start, candidate.Start)
        && text.SentenceStart(candidate.Start) == candidate.Start
        && text.Names.Any(other =>
            ClaimBrackets.IsModel(other) && other.Start >= candidate.End && text.ClauseAt(other.Start) == text.ClauseAt(candidate.Start)
        );

    // "Llama 2 has a naming rule? no, that's Llama 3": what is asked of the one is not denied of the other.
    private bool IsAskedBefore(ClaimCandidate candidate, EntityLink link) =>
        text.Tokens[candidate.Start].IsAsked
        && link.Start >= candidate.End
        && !text.IsSameSentence(link.Start, candidate.Start)
        && text.Names.Any(other =>
            ClaimBrackets.IsModel(other) && other.End <= candidate.Start && text.IsSameSentence(other.Start, candidate.Start)
        );

    // In "a Qwen3 finetune (Apache base)" the base is.
    private bool IsOfBase(ClaimCandidate candidate) =>
        candidate.Kind == "licence"
        && candidate.End < text.Tokens.Length
        && text.Tokens[candidate.End].Text == "base"
        && text.Tokens[candidate.End].Clause == text.Tokens[candidate.Start].Clause
        && Array.Exists(objects, isObject => isObject);

    // "Mistral open-sources Pixtral Large" says nothing of all that Mistral makes, nor "DeepSeek opened R1" of all DeepSeeks.
    private bool IsOwner(ClaimCandidate candidate, EntityLink link) =>
        candidate.Kind is not ("maker" or "date")
        && link.Subject.Subject.Kind switch
        {
            SubjectKind.Organization => text.Names.Any(other =>
                other.Subject.IsModel && other != candidate.Name && facts.MakerOf(other.Subject) == link.Subject
            ),
            SubjectKind.Family => text.Names.Any(other =>
                other.Subject is Release
                && other != candidate.Name
                && facts.FamilyOf(other.Subject) == link.Subject
                && text.ClauseAt(other.Start) == text.ClauseAt(link.Start)
                && text.ClauseAt(other.Start) == text.ClauseAt(candidate.Start)
            ),
            _ => false,
        };

    /// <summary>Whether of several models of a sentence all but one are barred: in "Wan 2.5 is great but unlike 2.2 it has no weights" Wan
    /// 2.5 is left.</summary>
    public bool IsLeftInSentence(ClaimCandidate candidate, SubjectView only)
    {
        var (isLeft, isAnyBarred) = (false, false);
        for (var name = 0; name < text.Names.Length; name++)
        {
            var link = text.Names[name];
            if (!ClaimBrackets.IsModel(link) || link == candidate.Name || !text.IsSameSentence(link.Start, candidate.Start))
                continue;
            isLeft |= link.Subject == only && link.End <= candidate.Start;
            isAnyBarred |= link.Subject != only && IsNotSpokenOf(link) && link.End <= candidate.Start;
        }

        return isLeft && isAnyBarred;
    }

    // "The Llama ones carry the Llama licence" says nothing of Llama.
    private static bool IsOfItself(ClaimCandidate candidate, EntityLink link) =>
        candidate.Says.LicenceKind is { } kind && kind == link.Subject.Name;

    // A licence has conditions where it is spoken of before them; beside a model it is what the model is under.
    private bool CanSpeakOf(EntityLink licence, ClaimCandidate candidate) =>
        licence.End <= candidate.Start && text.ClauseAt(licence.Start) == text.ClauseAt(candidate.Start)
        || !text.Names.Any(other =>
            ClaimBrackets.IsModel(other) && text.IsSameSentence(other.Start, licence.Start) && other.Start < licence.Start
        );

    // "No attribution needed, even if you are Google" is not said of Google.
    private bool IsSupposed(EntityLink link, ClaimCandidate candidate) =>
        text.Clauses[text.ClauseAt(link.Start)] is var clause
        && text.Tokens[clause.Start].Text is "if" or "unless" or "wenn" or "falls" or "si"
        && (candidate.Start < clause.Start || candidate.Start >= clause.End);

    // "The first since GPT-2", "unlike Llama 3", "must show 'Built with Llama'"
    private bool IsNotSpokenOf(EntityLink link)
    {
        var before = link.Start - 1;
        while (before > 0 && Words.Is("determiners", text.Tokens[before].Text))
            before--;
        return before >= 0
            && text.IsSameSentence(before, link.Start)
            && (
                text.Tokens[before].Text is "since" or "than" or "unlike"
                || text.Hits.Exists(hit =>
                    hit.End == before + 1
                    && text.Tokens[before].Clause == text.Tokens[link.Start].Clause
                    && (hit is { Group: "conditions", Value: "naming" } || hit is { Group: "contrasts", Count: > 1 } && IsInstead(hit))
                )
            );
    }

    // "The 180B is Apache like the 40B, and you can sell it": the 40B is named beside.
    private bool IsLikeness(EntityLink link)
    {
        var before = link.Start - 1;
        while (before > 0 && Words.Is("determiners", text.Tokens[before].Text))
            before--;
        return before > 0
            && Words.Is("comparing", text.Tokens[before].Text)
            && text.Tokens[before].Clause == text.Tokens[link.Start].Clause
            && claimed.Any(one => one.End <= before && text.IsSameSentence(one.Start, before))
            && text.Names.Any(other => other.End <= before && ClaimBrackets.IsModel(other) && text.IsSameSentence(other.Start, before));
    }

    private bool IsInstead(PhraseHit hit) => text.Tokens[hit.Start].Text is "instead" or "rather";

    // "R1 is MIT, the 999B isn't": a size that is no name of a model is not the model before.
    private bool IsOfSize(ClaimCandidate candidate, EntityLink link) =>
        text.Clauses[text.ClauseAt(candidate.Start)] is var clause
        && link.End <= clause.Start
        && PropositionSubjects.SizeBefore(clause, candidate.Start) is { } size
        && !(link.Subject is Release own && ModelSizes.Create(own, []).Includes(size));

    // "Llama 2 added a cap, Llama 3 made you show its name": each clause speaks of the model in it, or of that of the clause before.
    private bool HasOtherSubject(ClaimCandidate candidate, EntityLink link)
    {
        if (SubjectBefore(candidate, link) is not { } start)
            return false;
        return link.End <= start && claimed.Any(one => one != candidate && one.Start >= link.End && one.End <= start);
    }

    // Where the last clause with a subject of its own begins, up to what is said.
    private int? SubjectBefore(ClaimCandidate candidate, EntityLink link)
    {
        for (var i = text.ClauseAt(candidate.Start); i >= 0 && text.IsSameSentence(text.Clauses[i].Start, candidate.Start); i--)
        {
            var clause = text.Clauses[i];
            if (SpeaksOfSeveral(clause))
                return null;
            if (
                clause.Models.Any(other =>
                    other.Start >= clause.Start
                    && other.End <= candidate.Start
                    && other.Subject != link.Subject
                    && !objects[text.NameAt(other.Start)]
                    && text.Tokens[other.Start].Bracket == 0
                    && !IsThing(other)
                )
            )
                return clause.Start;
        }

        return null;
    }

    // In "trained on The Stack v2, and it's MIT" what has the look of a name is no model that is spoken of.
    private bool IsThing(EntityLink link)
    {
        var before = link.Start - 1;
        while (before > 0 && Words.Is("determiners", text.Tokens[before].Text))
            before--;
        return before > 0
            && link.Subject == UnknownName.Other
            && text.IsSameSentence(before, link.Start)
            && Words.Is("prepositions", text.Tokens[before].Text);
    }

    // "Both are MIT", "the former is open", "they all publish their data"
    private static bool SpeaksOfSeveral(PropositionClause clause) =>
        clause.Has("both")
        || clause.Has("former")
        || clause.Has("latter")
        || clause.Has("all")
        || clause.Has("likenesses")
        || PropositionClause
            .Between(clause.Start, clause.End)
            .Any(index => clause.Tokens[index].Text is "they" or "theyre" or "these" or "those" or "two" or "three");

    // "Llama is open source, they say. Llama 4 has a cap": the second sentence speaks of one of the line, and not of all.
    private bool IsNarrowed(ClaimCandidate candidate, EntityLink link) =>
        link.Subject.Subject.Kind == SubjectKind.Family
        && link.End <= candidate.Start
        && !text.IsSameSentence(link.Start, candidate.Start)
        && text.Names.Any(other =>
            other.End <= candidate.Start
            && text.IsSameSentence(other.Start, candidate.Start)
            && other.Subject is Release
            && facts.FamilyOf(other.Subject) == link.Subject
        );
}
