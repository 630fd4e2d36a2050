using AiNewsBot.Facts.Linking;

namespace AiNewsBot.Facts.Questions;

/// <summary>Decides what a question asks from the cues in it, the most telling first.</summary>
internal static class IntentRules
{
    // How much of question and ask must be the same words: for a topic to win over every cue, over a bare name, and when nothing else is told.
    // Wholly where a model and a date are asked for, which dates of models answer too.
    private const double Wholly = 0.93;
    private const double Surely = 0.8;
    private const double Likely = 0.62;
    private const double Perhaps = 0.5;

    // What is shared by chance: "is grok open" has both words of "what does opening grok mean".
    private const int FewestWords = 3;

    public static (Intent? Intent, SubjectView? Topic) Decide(Signals signals)
    {
        // Whoever orders the bot about asks nothing that it could answer.
        if (signals.Narrows("orders") || signals.OpensThings)
            return (null, null);
        var models = signals.Models.Length + signals.Makers.Length;
        var isVague = models > 0 || signals.Narrows("pronouns");

        // "Is it open source or not" means a model that was spoken of, and no term.
        var isPointing = models == 0 && signals.Narrows("pronouns") && !signals.Has("definition") && !signals.Says("why", "what", "who", "how");
        if (signals.Topic is { Score: >= Surely } sure && (!isVague || sure.Words >= FewestWords && !isPointing) && (sure.Score >= Wholly || models == 0 || !signals.Has("release_date")))
            return OfTopic(sure.Topic);

        // Whose models nobody knows is told by the topic on him, such as what he promised.
        if (signals.Models.IsEmpty && signals.Makers is [var maker] && signals.TopicOfEmpty(maker.Subject) is { } instead)
            return OfTopic(instead);
        if (models > 0 && signals.TopicNames.FirstOrDefault(link => link.Count >= FewestWords) is { } named && OfTopic(named.Subject) is (Intent.Topic, _) called && !AsksDuty(signals, named))
            return called;

        // "The LLaMA leak" is no question on LLaMA.
        if (signals.TopicNames.FirstOrDefault(topic => signals.Models.Concat(signals.Makers).All(link => topic.Start <= link.Start && link.End <= topic.End && link.Count < topic.Count)) is { } about
            && (models > 0 || signals.Licence is null && !signals.PointsBefore(about) && !IsList(signals)) && OfTopic(about.Subject) is (Intent.Topic, _) told)
            return told;
        if (models > 0 && signals.Has("matter"))
            return signals.Topic is { Score: >= Perhaps / 2, Words: > 1 } matter ? OfTopic(matter.Topic) : (null, null);
        if (signals.Has("news"))
            return (Intent.News, null);
        if (NamedTerm(signals) is { } term)
            return OfTopic(term);
        if (IsList(signals))
            return (Intent.List, null);
        if (signals.Models.Length == 1 && signals.Makers.Length == 1 && (signals.Has("maker") || signals.Has("ownership") || signals.NamesMaking))
            return (Intent.Maker, null);
        if (signals.Has("ownership") && signals.Makers.Length > 0)
            return (null, null);
        if (models >= 2 && (!signals.Has("timeline") || signals.Has("compare")))
            return (signals.Has("restrictions") && !signals.Has("compare") ? Intent.Restrictions : Intent.Compare, null);
        if (signals.Topic is { Score: >= Likely, Words: >= FewestWords } likely && !isPointing && (models == 0 || signals.Says("who", "why", "whom") || signals.Has("promise") && signals.Has("release_date")))
            return OfTopic(likely.Topic);
        if (IsBareList(signals, models))
            return (Intent.List, null);
        if (AsksMeaning(signals, models))
            return (Intent.Definition, null);
        if (models == 0 && signals.Licence is null && signals.Topic is { Score: >= Perhaps, Words: >= FewestWords } only && !isPointing && signals.Rest(withoutCues: true) == 0)
            return OfTopic(only.Topic);
        if (Direct(signals, models) is { } intent)
            return (intent, null);
        return signals.Topic is { Score: >= Perhaps, Words: >= FewestWords } perhaps && !isPointing && (models == 0 || perhaps.Score >= Likely) ? OfTopic(perhaps.Topic)
            : models > 0 && signals.Rest() == 0 ? (Intent.Openness, null)
            : (null, null);
    }

    // "What does source available mean" asks for a term, known or not, and of no model.
    private static bool AsksMeaning(Signals signals, int models) =>
        models == 0 && signals.Licence is null && !signals.Narrows("pronouns") && signals.Says("mean", "means", "meaning", "define", "definition") && signals.Topic is not { Score: >= Perhaps, Words: >= FewestWords }
        && (signals.Has("openness") || signals.Has("licence") || signals.Has("restrictions") || signals.Component is not null);

    // "Must I show 'Built with Llama' when I use Llama 3.1" asks what Llama 3.1's licence wants, not for the matter that the words name.
    private static bool AsksDuty(Signals signals, Link topic) =>
        signals.Has("restrictions") && signals.Models.Any(link => link.Subject is Release && (link.End <= topic.Start || topic.End <= link.Start));

    private static Intent? Direct(Signals signals, int models)
    {
        // "What did Musk promise" asks for all promises.
        if (models == 0 && signals.Licence is null && signals.Says("promise", "promised", "promises", "pledge", "pledged", "pledges"))
            return Intent.Timeline;
        var licence = signals.Has("licence") || signals.Licence is not null;
        if (models > 0 && signals.Has("promise") && !licence && !signals.Has("commercial_use") && !signals.Has("restrictions"))
        {
            if (signals.Has("release_date") || signals.Says("when"))
                return Intent.ReleaseDate;
            if (!signals.Has("openness") || signals.Says("promise", "promised", "promises", "pledge", "pledged"))
                return Intent.Timeline;
        }

        // "When did Phi-2 become MIT licensed" asks how its licence went.
        if (models > 0 && (signals.Has("timeline") || signals.Has("release_date") && licence) || signals.Has("timeline") && signals.Licence is null)
            return Intent.Timeline;
        if (signals.Has("release_date"))
            return Intent.ReleaseDate;

        // "May a company of 800 million users use it" asks for the cap.
        if (signals.Has("commercial_use") && !(signals.Has("restrictions") && signals.Says("million", "billion")))
            return Intent.CommercialUse;
        if (signals.Has("restrictions") && !(signals.Has("openness") && signals.DeniesRestrictions))
            return Intent.Restrictions;
        if (signals.Has("licence"))
            return Intent.Licence;
        if (signals.Licence is not null && models > 0 && signals.Component is not null)
            return Intent.Licence;
        if (signals.Component is not null && !(signals.ComponentsNamed.Length > 1 && signals.Has("openness")))
            return Intent.Component;
        if (signals.Has("maker"))
            return Intent.Maker;
        if (signals.Has("openness"))
            return Intent.Openness;
        if (signals.Licence is not null && (models > 0 || signals.Has("definition") || IsLittleElse(signals)))
            return Intent.Licence;
        if (models > 0 && (signals.Narrows("countries") || signals.NamesRegion))
            return signals.NamesTerritory || signals.Says("use", "using", "used", "allowed", "legal", "banned", "available") ? Intent.Restrictions : Intent.Maker;
        if (models > 0 && signals.Says("announced", "launched", "unveiled", "shipped"))
            return Intent.ReleaseDate;
        if (models > 0 && signals.Has("availability"))
            return Intent.Openness;

        // "Compare Whisper and Foo" sets one that is known beside one that is not.
        return models == 1 && signals.Compares ? Intent.Compare : null;
    }

    private static bool IsList(Signals signals) =>
        signals.Has("list") && signals.Models.All(link => link.Subject.Subject.Kind == SubjectKind.Family) && signals.Models.Length + signals.Makers.Length < 2
        && !signals.Has("release_date") && (!signals.Has("timeline") || signals.NamesModels)
        && (IsNarrowed(signals) || signals.Component is not null || signals.Makers.Length > 0 || signals.Models.Length > 0 || signals.Has("openness") || signals.Has("commercial_use"));

    // "German open source models" asks for a list without saying so.
    private static bool IsBareList(Signals signals, int models) =>
        models == 0 && !signals.Narrows("pronouns") && signals.NamesModels && IsNarrowed(signals) && !signals.Has("definition") && signals.Rest(withoutCues: true) == 0;

    private static bool IsNarrowed(Signals signals) =>
        signals.Narrows("verdicts") || signals.Narrows("countries") || signals.Narrows("modalities") || signals.Narrows("conditions") || signals.Narrows("licence_groups")
        || signals.Licence is not null || signals.Date?.Period is not null || signals.NamesRegion;

    // "What is copyleft?" calls the term by its name, and asks nothing of a model.
    private static SubjectView? NamedTerm(Signals signals)
    {
        if (signals.TopicNames.IsEmpty || !signals.Models.IsEmpty || !signals.Makers.All(signals.IsPlace) || IsList(signals) || IsBareList(signals, 0))
            return null;

        // The OpenRAIL of a licence that is named is that licence.
        var named = signals.TopicNames.Where(topic => !signals.Links.Any(link => link.Start <= topic.Start && topic.End <= link.End && link.Count > topic.Count)).MaxBy(link => link.Count);
        if (named is null || signals.PointsBefore(named))
            return null;
        var rest = signals.Tokens.Length - named.Count;
        return signals.Has("definition") || signals.Says("why") || signals.Says("what", "define") && signals.Rest(withoutCues: true, except: named) == 0 || rest == 0 || rest == 1 && named.Start < 2 && signals.Tokens[0].Text is not ("is" or "are" or "was" or "were") ? named.Subject : null;
    }

    private static (Intent?, SubjectView?) OfTopic(SubjectView topic) =>
        (topic.Subject.Details.GetValueOrDefault(Details.TopicKind) == "definition" ? Intent.Definition : Intent.Topic, topic);

    private static bool IsLittleElse(Signals signals)
    {
        var named = signals.Links.Sum(link => link.Count);
        var cued = signals.Cues.Where(hit => hit.Cue.Group is "variants" || hit.Cue.Value == "definition").Sum(hit => hit.Count);
        return signals.Tokens.Length - named - cued <= 2;
    }
}
