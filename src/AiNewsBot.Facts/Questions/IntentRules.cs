namespace AiNewsBot.Facts.Questions;

/// <summary>Decides what a question asks from the cues in it, the most telling first.</summary>
internal static class IntentRules
{
    // How much of question and ask must be the same words: for a topic to win over every cue, over a bare name, and when nothing else is told.
    private const double Surely = 0.8;
    private const double Likely = 0.62;
    private const double Perhaps = 0.5;

    public static (Intent? Intent, SubjectView? Topic) Decide(Signals signals)
    {
        // Whoever orders the bot about asks nothing that it could answer.
        if (signals.Narrows("orders"))
            return (null, null);
        if (signals.Topic is { Score: >= Surely } sure)
            return OfTopic(sure.Topic);
        if (signals.Has("news"))
            return (Intent.News, null);
        if (NamedTerm(signals) is { } term)
            return OfTopic(term);
        if (IsList(signals))
            return (Intent.List, null);
        var models = signals.Models.Length + signals.Makers.Length;
        if (models >= 2 && !signals.Has("timeline"))
            return (Intent.Compare, null);
        if (signals.Topic is { Score: >= Likely } likely && (models == 0 || signals.Says("who", "why", "whom") || signals.Has("promise") && signals.Has("release_date")))
            return OfTopic(likely.Topic);
        if (Direct(signals, models) is { } intent)
            return (intent, null);
        return signals.Topic is { Score: >= Perhaps } perhaps && models == 0 ? OfTopic(perhaps.Topic)
            : models > 0 && IsLittleElse(signals) ? (Intent.Openness, null)
            : (null, null);
    }

    private static Intent? Direct(Signals signals, int models)
    {
        if (models > 0 && signals.Has("promise") && !signals.Has("licence") && !signals.Has("commercial_use"))
        {
            if (signals.Has("release_date") || signals.Says("when"))
                return Intent.ReleaseDate;
            if (!signals.Has("openness") || signals.Says("promise", "promised", "promises", "pledge", "pledged"))
                return Intent.Timeline;
        }

        if (signals.Has("timeline") && (models > 0 || signals.Licence is null))
            return Intent.Timeline;
        if (signals.Has("release_date"))
            return Intent.ReleaseDate;
        if (signals.Has("commercial_use"))
            return Intent.CommercialUse;
        if (signals.Has("restrictions"))
            return Intent.Restrictions;
        if (signals.Has("licence"))
            return Intent.Licence;
        if (signals.Component is not null)
            return Intent.Component;
        if (signals.Has("maker"))
            return Intent.Maker;
        if (signals.Has("openness"))
            return Intent.Openness;
        return signals.Licence is not null && (models > 0 || signals.Has("definition") || IsLittleElse(signals)) ? Intent.Licence : null;
    }

    private static bool IsList(Signals signals) =>
        signals.Has("list") && signals.Models.All(link => link.Subject.Subject.Kind == SubjectKind.Family) && signals.Models.Length + signals.Makers.Length < 2
        && !signals.Has("release_date")
        && (signals.Narrows("verdicts") || signals.Narrows("countries") || signals.Narrows("modalities") || signals.Licence is not null
            || signals.Component is not null || signals.Makers.Length > 0 || signals.Models.Length > 0 || signals.Has("openness") || signals.Has("commercial_use"));

    // "What is copyleft?" calls the term by its name, and asks nothing of a model.
    private static SubjectView? NamedTerm(Signals signals)
    {
        if (signals.TopicNames.IsEmpty || !signals.Models.IsEmpty || !signals.Makers.IsEmpty || IsList(signals))
            return null;
        var named = signals.TopicNames.MaxBy(link => link.Count)!;
        var rest = signals.Tokens.Length - named.Count;
        return signals.Has("definition") || rest <= 1 ? named.Subject : null;
    }

    private static (Intent?, SubjectView?) OfTopic(SubjectView topic) =>
        (topic.Subject.Details.GetValueOrDefault(Details.TopicKind) == "definition" ? Intent.Definition : Intent.Topic, topic);

    // "grok?" and "what about Llama 3" ask how open it is: nothing else is this bot's matter.
    private static bool IsLittleElse(Signals signals)
    {
        var named = signals.Links.Sum(link => link.Count);
        var cued = signals.Cues.Where(hit => hit.Cue.Group is "variants" || hit.Cue.Value == "definition").Sum(hit => hit.Count);
        return signals.Tokens.Length - named - cued <= 2;
    }
}
