using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Questions.Names;
using AiNewsBot.Facts.Questions.Topics;
using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.Facts.Questions;

/// <summary>Reads the signs of a case: from the phrases of a question, and from the terms of what it names.</summary>
internal static class CaseSignReader
{
    private const double Possible = 0.1;
    private const double Likely = 0.2;
    private const int MaxReleases = 8;
    private const int MaxModels = 2;
    private const int MaxBetween = 3;

    /// <summary>The signs that a question shows.</summary>
    /// <param name="question">As it was read.</param>
    /// <param name="facts">The terms of what it names.</param>
    /// <param name="day">As of which they hold.</param>
    public static CaseSigns Read(Question question, FactBase facts, DateOnly day)
    {
        var signs = CaseSigns.None;
        foreach (var hit in question.Phrases)
            signs |= SignOf(question, hit);
        foreach (var token in question.Tokens)
            signs |= RuleSigns.Shipped.SignOfWord(token.Text);
        Licence[] known = [.. LicencesOfNamed(question, facts, day)];
        foreach (var licence in question.Licences.Concat(known))
            signs |= SignsOf(licence);
        if (question.Likelihood(Aspect.Outputs) >= Likely || question.Aspects.Contains(Aspect.Outputs))
            signs |= CaseSigns.Outputs;
        if (question.Likelihood(Aspect.Definition) >= Possible)
            signs |= CaseSigns.Meaning;
        if (question.Mentions.Any(mention => mention.Role == MentionRole.Base || !mention.NamedAfter.IsEmpty))
            signs |= CaseSigns.Base;
        if (question.Mentions.Any(mention => mention is { Candidates: [var named, ..] } && IsService(facts, named, day)))
            signs |= CaseSigns.Service;
        PhraseHit[] barring = [.. Barring(question)];
        if (barring.Length > 0)
            signs |= CaseSigns.NonCommercial;
        if (HasSeveralTerms(question, barring))
            signs |= CaseSigns.SeveralTerms;
        if (signs.HasFlag(CaseSigns.SeveralTerms) && SpeaksOfTraining(question))
            signs |= CaseSigns.Data;
        if (LacksTerms(question))
            signs |= CaseSigns.NoTerms;
        if (SetsCodeAndWeights(question, signs))
            signs |= CaseSigns.CodeAndWeights;

        // Where the facts hold a licence, they decide between the places.
        if (
            known is []
            && question.Tokens.Where(token => RuleSigns.Shipped.IsSource(token.Text)).Select(token => token.Text).Distinct().Skip(1).Any()
        )
            signs |= CaseSigns.SeveralSources;
        return signs;
    }

    private static CaseSigns SignOf(Question question, PhraseHit hit) =>
        (hit.Group, hit.Value) switch
        {
            ("terms", "open" or "open-source" or "open-weights" or "free-software" or "osi-approved") or ("definitions", _) =>
                CaseSigns.Openness,
            ("components", Components.TrainingData) when !IsOwn(question, hit) => CaseSigns.Data,
            ("outputs", _) => CaseSigns.Outputs,
            ("bases" or "derived" or "base_nouns", _) => CaseSigns.Base,
            ("conditions", "user-cap" or "revenue-cap") => CaseSigns.Cap,
            ("conditions", "naming") => CaseSigns.Naming,
            ("modified" or "catches", _) => CaseSigns.Modified,
            _ => CaseSigns.None,
        };

    private static CaseSigns SignsOf(Licence licence) =>
        (licence.Commercial == CommercialUse.No ? CaseSigns.NonCommercial : CaseSigns.None)
        | (licence.Conditions.Any(condition => condition.IsCopyleft) ? CaseSigns.Copyleft : CaseSigns.None);

    // "If I train it on my own data" asks nothing of the data that it was trained on.
    private static bool IsOwn(Question question, PhraseHit hit) =>
        Enumerable
            .Range(Math.Max(0, hit.Start - 2), Math.Min(2, hit.Start))
            .Any(index => PropositionWords.Shipped.Is("owners", question.Tokens[index].Text) || question.Tokens[index].Text == "own");

    private static IEnumerable<Licence> LicencesOfNamed(Question question, FactBase facts, DateOnly day) =>
        question
            .Mentions.Where(mention => mention is { Candidates: [{ IsModel: true }] })
            .Select(mention => mention.Candidates[0])
            .Distinct()
            .Take(MaxModels)
            .SelectMany(model => facts.ReleasesOf(model).Take(MaxReleases))
            .Select(release => facts.LicenceOf(release, Components.Weights, day))
            .OfType<Licence>();

    private static bool IsService(FactBase facts, SubjectView named, DateOnly day)
    {
        var releases = facts.ReleasesOf(named);
        return releases.Count(release => release.Component(Components.Weights, day).Availability == Availability.Unavailable) * 2
            > releases.Length;
    }

    // "The repo is Apache, and the weights?"; "zorblex is Apache, it downloads the weights", of which nothing else is known.
    private static bool SetsCodeAndWeights(Question question, CaseSigns signs)
    {
        var hasCode = question.Phrases.Exists(hit =>
            hit is { Group: "components", Value: Components.InferenceCode or Components.TrainingCode }
        );
        var hasWeights = question.Phrases.Exists(hit => hit is { Group: "components", Value: Components.Weights });
        return hasCode && hasWeights
            || (hasCode || hasWeights) && signs.HasFlag(CaseSigns.SeveralTerms)
            || hasWeights && !question.Licences.IsEmpty && question.Mentions.Any(mention => mention.IsUnknown);
    }

    // Apache and CC BY-NC, or "for research only" and what is said to allow commercial use.
    private static bool HasSeveralTerms(Question question, PhraseHit[] barring) =>
        question.Licences.Length > 1
        || barring.Length > 0
            && (
                question.Licences.Any(licence => licence.Commercial != CommercialUse.No)
                || question.Phrases.Exists(hit =>
                    hit.Group == "commercial" && !question.Tokens[hit.Start].IsAsked && !Array.Exists(barring, other => other.Overlaps(hit))
                )
            );

    // "Non-commercial", "commercial use is forbidden", "not for commercial use".
    private static IEnumerable<PhraseHit> Barring(Question question) =>
        question.Phrases.Where(hit =>
            hit is { Group: "terms", Value: "non-commercial" }
            || hit.Group == "commercial"
                && !question.Tokens[hit.Start].IsAsked
                && question.Phrases.Exists(other =>
                    question.Tokens[other.Start].Clause == question.Tokens[hit.Start].Clause
                    && (other.Group == "forbidding" || other.Group == "denials" && other.Start < hit.Start)
                )
        );

    // "Apache, but tuned on MS MARCO, which is for research": terms of data, by what one does with them.
    private static bool SpeaksOfTraining(Question question) =>
        HasPair(question, 1, (one, other) => one is "trained" or "pretrained" or "tuned" or "finetune" && other is "on" or "with");

    // "No license file", "without any explicit licence".
    private static bool LacksTerms(Question question) =>
        HasPair(
            question,
            MaxBetween,
            (one, other) =>
                (PropositionWords.Shipped.Is("lacking", one) || one == "missing") && PropositionWords.Shipped.Is("licences", other)
        );

    private static bool HasPair(Question question, int distance, Func<string, string, bool> isPair)
    {
        var tokens = question.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            for (var j = i + 1; j < tokens.Length && j <= i + distance && tokens[j].Sentence == tokens[i].Sentence; j++)
            {
                if (isPair(tokens[i].Text, tokens[j].Text))
                    return true;
            }
        }

        return false;
    }
}
