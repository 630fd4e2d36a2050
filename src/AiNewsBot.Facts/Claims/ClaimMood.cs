using System.Collections.Immutable;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Questions.Propositions;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Claims;

/// <summary>
/// Whether words are meant as said: what is taken back and what is foretold claims nothing, and a day on which something else happened is
/// no day of release. How a message is built tells this for certain, however likely its words are to claim something.
/// </summary>
internal sealed class ClaimMood(ClaimMessage text, ImmutableArray<ClaimCandidate> candidates, DateOnly today)
{
    private static readonly PropositionWords Words = PropositionWords.Shipped;

    private readonly bool[] _isRetracted = Retracted(text);

    /// <summary>Whether a candidate is taken back.</summary>
    public bool IsRetracted(ClaimCandidate candidate) => _isRetracted[candidate.Start];

    /// <summary>Whether a candidate is surely not said.</summary>
    public bool IsUnsaid(ClaimCandidate candidate)
    {
        var clause = text.Clauses[text.ClauseAt(candidate.Start)];
        return _isRetracted[candidate.Start]
            || text.IsIronic && text.Tokens[candidate.Start].Sentence == 0
            || candidate.Says.Aspect switch
            {
                Aspect.ReleaseDate => IsForetold(clause) || PropositionMoods.IsOfOtherAct(clause, candidate.Start),
                Aspect.Maker => IsPartner(candidate) || IsHub(candidate) || IsSource(candidate) || clause.Has("scratch"),
                Aspect.Overview => IsGoal(candidate),
                Aspect.Component => IsForetold(clause) || IsPlace(clause, candidate),
                Aspect.Openness => IsForetold(clause) || candidate.Kind == "open" && IsOfThing(clause, candidate),
                Aspect.Licence => IsForetold(clause),
                _ => false,
            };
    }

    // "They released the data. lol jk", "its weights are right there… oh wait"
    private static bool[] Retracted(ClaimMessage text)
    {
        var retracted = new bool[text.Tokens.Length];
        foreach (var hit in text.Hits.Where(hit => hit.Group == "retractions"))
        {
            var from = text.SentenceStart(hit.Start);
            if (hit.Start == from && from > 0 && text.IsQuoted[from - 1] == text.IsQuoted[from])
                from = text.SentenceStart(from - 1);
            retracted.AsSpan(from, hit.Start - from).Fill(true);
        }

        return retracted;
    }

    // "The weights come in February", "they open it before 2030", "I bet they publish the data"
    private bool IsForetold(PropositionClause clause) =>
        PropositionMoods.IsForetold(clause)
        || clause.Hits("futures").Any(hit => clause.Tokens[hit.Start].Text != "going" || IsToDo(clause, hit))
        || DatesIn(clause).Any(date => date.Says.Date?.Period is { } period && period.First > today)
        || DatesIn(clause).Any() && clause.Hits("arriving").Any(hit => !IsAided(clause, hit))
        || IsGuessed(clause);

    private static bool IsToDo(PropositionClause clause, PhraseHit going) =>
        going.End < clause.End && clause.Tokens[going.End].Text == "to";

    private IEnumerable<ClaimCandidate> DatesIn(PropositionClause clause) =>
        candidates.Where(one => one.Kind == "date" && one.Start >= clause.Start && one.Start < clause.End);

    // "Did come out in 2023", "has come out"
    private static bool IsAided(PropositionClause clause, PhraseHit verb) =>
        verb.Start > clause.Start && Words.Is("auxiliaries", clause.Tokens[verb.Start - 1].Text);

    // A guess at what is to be done, and not at what is.
    private bool IsGuessed(PropositionClause clause) =>
        text.Hits.Any(hit =>
            hit.Group == "guesses" && text.Tokens[hit.Start].Sentence == clause.Sentence && hit.Start < clause.End && hit.End <= clause.End
        ) && !PropositionClause.Between(clause.Start, clause.End).Any(clause.IsCopula);

    // "We moved from MPT to Dolly" builds nothing on Dolly.
    private bool IsGoal(ClaimCandidate model) => model.Start > 0 && text.Tokens[model.Start - 1].Text is "to" or "than";

    // "On Hugging Face", "no Hugging Face": where something is, and not whose.
    private bool IsHub(ClaimCandidate maker)
    {
        var before = maker.Start - 1;
        while (before > 0 && Words.Is("determiners", text.Tokens[before].Text))
            before--;
        return before >= 0
            && maker.Name is { } name
            && Words.Is("hubs", Tokenizer.Key(name.Subject.Name))
            && Words.Is("places", text.Tokens[before].Text);
    }

    // "Per BFL", "according to Meta": who says it.
    private bool IsSource(ClaimCandidate maker) =>
        text.Hits.Exists(hit => hit.Group == "according" && hit.End == maker.Start && text.IsSameSentence(hit.Start, maker.Start));

    // "It is in the same repo" tells where something is.
    private static bool IsPlace(PropositionClause clause, ClaimCandidate part)
    {
        var before = part.Start - 1;
        while (before > clause.Start && (Words.Is("determiners", clause.Tokens[before].Text) || clause.Tokens[before].Text == "same"))
            before--;
        return part.Says.Component == Components.InferenceCode
            && before >= clause.Start
            && clause.Tokens[before].Text is "on" or "in" or "from" or "at";
    }

    // "I have the blog tab open": an open thing is no open model.
    private static bool IsOfThing(PropositionClause clause, ClaimCandidate open) =>
        open.Start > clause.Start
        && clause.Tokens[open.Start - 1].Text is var before
        && !clause.IsName(open.Start - 1)
        && (CommonEnglishWords.Find(before) & WordClasses.Noun) != 0
        && !Words.Is("models", before)
        && !Words.Is("licences", before)
        && !Words.Is("carriers", before)
        && !clause.Hits("components").Any(hit => hit.End == open.Start);

    // "Made with NVIDIA" tells who helped, and not who made it.
    private bool IsPartner(ClaimCandidate maker) =>
        maker.Start > 0 && text.Tokens[maker.Start].Joint == ' ' && Words.Is("partnering", text.Tokens[maker.Start - 1].Text);
}
