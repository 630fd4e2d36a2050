using System.Collections.Immutable;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Linking;
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
                Aspect.ReleaseDate => IsForetold(clause)
                    || PropositionMoods.IsOfOtherAct(clause, candidate.Start)
                    || IsOfTerms(clause, candidate)
                    || IsOfName(clause, candidate),
                Aspect.Maker => IsPartner(candidate) || IsHub(candidate) || IsSource(candidate) || clause.Has("scratch"),
                Aspect.Overview => IsGoal(candidate) || IsOfOutputs(candidate) || IsMaker(candidate),
                Aspect.Component => IsForetold(clause) || IsPlace(clause, candidate),
                Aspect.Openness => IsForetold(clause) || candidate.Kind == "open" && IsOfThing(clause, candidate),
                Aspect.Licence => IsForetold(clause),
                Aspect.Restrictions => candidate.Kind == "naming" && IsOrdinary(clause, candidate),
                _ => false,
            };
    }

    /// <summary>Whether a candidate is asked and answered with no: "Llama 2 has a naming rule? no, that's Llama 3".</summary>
    public bool IsRefused(ClaimCandidate candidate) =>
        text.Tokens[candidate.Start].IsAsked
        && text.SentenceEnd(candidate.Start) is var next
        && next < text.Tokens.Length
        && text.Hits.Exists(hit => hit is { Group: "answers", Value: "no" } && hit.Start == next);

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
        || clause.Has("promising")
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

    // "Trained on GPT-4's outputs" builds on what it made, and not on it.
    private bool IsOfOutputs(ClaimCandidate model) =>
        text.Hits.Exists(hit => hit.Group == "outputs" && hit.Start == model.End && text.IsSameSentence(model.Start, hit.Start));

    // In "both are from Mistral" the maker is meant, and not the line of that name.
    private bool IsMaker(ClaimCandidate model) =>
        model.Start > 0
        && text.Tokens[model.Start - 1].Text is "from" or "by" or "von" or "de" or "par" or "por"
        && candidates.Any(one => one.Kind == "maker" && one.Start == model.Start);

    // "Since January the weights are on the hub under MIT" tells since when they are under MIT, and not when the model came out.
    private bool IsOfTerms(PropositionClause clause, ClaimCandidate date) =>
        date.Start > clause.Start
        && Words.Is("since", clause.Tokens[date.Start - 1].Text)
        && clause.Has("components")
        && candidates.Any(one => one.Kind == "licence" && one.Start >= clause.Start && one.End <= clause.End);

    // "Ministral 8B (the 2024 one)", "the Small of September 2024 was not": which of a name is meant.
    private bool IsOfName(PropositionClause clause, ClaimCandidate date)
    {
        var before = date.Start - 1;
        if (before < 0)
            return false;
        if (date.End < clause.End && clause.Tokens[date.End].Text is "one" or "ones" or "version" or "edition")
            return Words.Is("determiners", clause.Tokens[before].Text);
        return before > clause.Start
            && Words.Is("sources", clause.Tokens[before].Text)
            && (text.NameAt(before - 1) >= 0 || NameFeatures.IsSize(clause.Tokens[before - 1].Text))
            && PropositionClause
                .Between(date.End, clause.End)
                .Any(index => clause.IsCopula(index) || Words.Is("auxiliaries", clause.Tokens[index].Text));
    }

    // "You can name your cat Whisper", "it's in the name": plain words are a duty where the clause asks for something.
    private static bool IsOrdinary(PropositionClause clause, ClaimCandidate duty) =>
        (duty.Count == 1 || clause.Tokens[duty.Start].Text == "in")
        && !clause.Has("requiring")
        && !clause.Has("forbidding")
        && !clause.Has("denials")
        && !clause.Has("permission")
        && !PropositionClause.Between(clause.Start, clause.End).Any(index => Words.Is("licences", clause.Tokens[index].Text));

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

    /// <summary>Whether a maker is a place from which a model is taken that another is known to have made: "te lo bajas de Hugging
    /// Face".</summary>
    public bool IsTakenFrom(ClaimCandidate maker, SubjectView? known) =>
        known is not null
        && known != maker.Says.Maker
        && maker is { Name: { } name, Start: > 0 }
        && Words.Is("hubs", Tokenizer.Key(name.Subject.Name))
        && (Words.Is("sources", text.Tokens[maker.Start - 1].Text) || Words.Is("places", text.Tokens[maker.Start - 1].Text));

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
