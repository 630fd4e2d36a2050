using System.Collections.Immutable;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Questions.Aspects;

namespace AiNewsBot.Facts.Answers;

/// <summary>What is answered of what was read: where the terms of a model seem to be asked for, the words may speak of what it makes, or of
/// use.</summary>
internal static class AskedAspects
{
    /// <summary>What is asked, in order; a component with each.</summary>
    public static ImmutableArray<(Aspect Aspect, string? Component)> Find(Question question)
    {
        var aspects = question
            .Aspects.Where(aspect => aspect is not (Aspect.List or Aspect.Compare or Aspect.Definition or Aspect.Topic or Aspect.News))
            .ToArray();
        if (aspects.Length == 0)
            aspects = [AspectAnswers.AspectOf(question.Intent!.Value)];
        if (aspects is [Aspect.CommercialUse or Aspect.Openness] && question.Propositions.Any(claim => claim.Aspect == Aspect.Outputs))
            aspects = [Aspect.Outputs];
        if (aspects is [Aspect.Overview or Aspect.Licence] && SpokenOf(question).ToArray() is { Length: > 0 } spoken)
            aspects = spoken;
        if (SpeaksOfOutputs(question))
            aspects = [Aspect.Outputs, .. aspects.Where(aspect => !IsOfUse(aspect))];
        var components = question.Components;
        if (components.Length > 1 && aspects is [Aspect.Licence] && !question.Propositions.Any(claim => claim.Aspect == Aspect.Licence))
            aspects = [Aspect.Component, Aspect.Licence];
        return
        [
            .. aspects
                .Distinct()
                .SelectMany(aspect =>
                    aspect != Aspect.Component || components.Length < 2
                        ?
                        [
                            (
                                aspect,
                                aspect is Aspect.Component or Aspect.Licence or Aspect.ReleaseDate && aspects.Length == 1
                                    ? question.Component
                                : aspect == Aspect.Component ? question.Component ?? components.FirstOrDefault()
                                : null
                            ),
                        ]
                        : components.Select(component => (aspect, (string?)component))
                ),
        ];
    }

    /// <summary>Whether what a model makes is asked about where the terms of the model seem to be: "commercial use of videos made with
    /// FramePack", "may I release Stable Diffusion 1.5 output under CC BY".</summary>
    public static bool SpeaksOfOutputs(Question question) =>
        OutputsAsked.AreNamed(question) && question.Aspects is [Aspect.Licence or Aspect.Overview]
        || question.AreOutputsMeant && question.Aspects.Any(IsOfUse);

    // "Any way to use it commercially, e.g. fine-tuned? Or its outputs?": where it is not clear what is asked, or only a licence that is
    // told before, what those words speak of that ask.
    private static IEnumerable<Aspect> SpokenOf(Question question)
    {
        var asked = question.Phrases.Where(hit => question.Tokens[hit.Start].IsAsked).Select(hit => hit.Group).ToHashSet();
        var speaksOfUse = asked.Contains("commercial") || asked.Contains("selling");
        if (!question.Aspects.Contains(Aspect.Overview))
        {
            if (
                speaksOfUse
                && !asked.Contains("licences")
                && (!Premises.AsksOfLicence(question) && !IsOneSentence(question) || AsksForUse(question))
            )
                yield return Aspect.CommercialUse;
            yield break;
        }

        if (Premises.AsksOfLicence(question))
            yield return Aspect.Licence;
        if (speaksOfUse)
            yield return Aspect.CommercialUse;
        if (asked.Contains("outputs"))
            yield return Aspect.Outputs;
    }

    private static bool IsOneSentence(Question question) => question.Tokens.All(token => token.IsAsked);

    // "Its repo says MIT, may I sell the model?": a clause that begins with may or can and names no licence.
    private static bool AsksForUse(Question question)
    {
        var tokens = question.Tokens;
        return question.Phrases.Exists(hit =>
            hit.Group is "commercial" or "selling"
            && tokens.IndexOf(tokens.First(token => token.Clause == tokens[hit.Start].Clause)) is > 0 and var start
            && tokens[start].Text is "may" or "can" or "could"
            && tokens[start + 1].Text is "i" or "we" or "you" or "it" or "one"
            && !question.Links.Any(link => link.Subject is Model.Licence && tokens[link.Start].Clause == tokens[start].Clause)
        );
    }

    // What holds for use of the model is told beside what holds for what it makes.
    private static bool IsOfUse(Aspect aspect) =>
        aspect is Aspect.Licence or Aspect.Overview or Aspect.CommercialUse or Aspect.Outputs or Aspect.Restrictions;
}
