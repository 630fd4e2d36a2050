using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Cues;

namespace AiNewsBot.Facts.Answers;

/// <summary>In what models that are set side by side are compared: "A vs B vs C, which can I use commercially" asks for commercial use of
/// each, and not how open each is.</summary>
internal static class ComparedAspect
{
    /// <summary>The aspect; null where they are compared as a whole.</summary>
    public static Aspect? Find(Question question)
    {
        PhraseHit[] asked = [.. question.Phrases.Where(hit => question.Tokens[hit.Start].IsAsked)];
        PhraseHit[] hits = asked.Length > 0 ? asked : [.. question.Phrases];
        return question.AsksCommercialUse
            || Array.Exists(
                hits,
                hit =>
                    hit.Group is "commercial" or "selling"
                    && !Array.Exists(hits, other => other.Group == "not_commercial" && other.Overlaps(hit))
            )
                ? Aspect.CommercialUse
            : Array.Exists(hits, hit => hit is { Group: "conditions", Value: "user-cap" or "revenue-cap" or "territory" or "royalty" })
                ? Aspect.Restrictions
            : NamesLicence(question) ? Aspect.Licence
            : null;
    }

    // "Which of them are MIT"; but not a licence that is within the name of a model.
    private static bool NamesLicence(Question question) =>
        question.Links.Any(link =>
            link.Subject is Licence
            && question.Tokens[link.Start].IsAsked
            && question.Links.All(other => other == link || other.Start != link.Start)
        );
}
