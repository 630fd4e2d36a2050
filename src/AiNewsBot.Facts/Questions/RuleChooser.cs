using System.Collections.Immutable;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Topics;
using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.Facts.Questions;

/// <summary>Chooses the matter in general that holds for the case of a question: by how well it fits, and by what the question shows of its
/// case.</summary>
internal static class RuleChooser
{
    // Measured with 200 questions of strangers: how far a fit, and that a matter was asked for, make up for a small lead, how much a sign
    // adds to a fit, and from where on a rule is in place.
    private const double FitShare = 0.4;
    private const double UsualFit = 0.55;
    private const double LikelihoodShare = 0.02;
    private const double SignGain = 0.03;
    private const int MinShared = 2;

    // A case is told at some length; "is T5 open source" tells none, however well it fits a matter.
    private const int MinCase = 16;
    private const double PossibleMatter = 0.05;

    // What lacks its sign may be meant all the same where it fits so much better.
    private const double SignLoss = 0.08;

    // Nearer to it, the second holds as well where it fits so much better than the third.
    private const double FarLead = 0.06;
    private const double SecondGain = 0.03;

    /// <summary>From where on a rule is in place beside an answer.</summary>
    public const double InPlace = 0.045;

    /// <summary>The same where nothing else could be told.</summary>
    public const double Likely = 0.02;

    /// <summary>The topic, and a second one where both fit clearly better than a third; empty where none is clearly in place.</summary>
    /// <param name="question">As it was read.</param>
    /// <param name="facts">The terms of what it names.</param>
    /// <param name="day">As of which they hold.</param>
    /// <param name="least">How clearly.</param>
    public static ImmutableArray<TopicMatch> Choose(Question question, FactBase facts, DateOnly day, double least)
    {
        question = question.Whole ?? question;
        if (
            question.Tokens.Length < MinCase && question.Likelihood(Aspect.Topic) < PossibleMatter
            || question.NearestTopic is not { Candidates: { IsEmpty: false } candidates }
        )
            return [];
        var signs = CaseSignReader.Read(question, facts, day);
        Ranked[] ranked =
        [
            .. candidates
                .Where(candidate => !RuleSigns.Shipped.IsNever(candidate.Topic.Id))
                .Select(candidate => Rank(candidate, signs))
                .OrderByDescending(candidate => candidate.Fit),
        ];
        if (IsFree(0) && IsClear(0, least))
            return IsFree(1) && IsClear(1, least + SecondGain) && LeadOf(0) < FarLead
                ? [ranked[0].Match, ranked[1].Match]
                : [ranked[0].Match];
        return IsFree(0) && IsFree(1) && IsClear(1, least) ? [ranked[0].Match, ranked[1].Match] : [];

        bool IsFree(int index) => ranked.Length > index && ranked[index] is { IsAdmissible: true, Match.Words: >= MinShared };

        bool IsClear(int index, double margin) =>
            ranked.Length > index
            && LeadOf(index) + FitShare * (ranked[index].Fit - UsualFit) + LikelihoodShare * question.Likelihood(Aspect.Topic) >= margin;

        // Of all others none fits better than the last of them.
        double LeadOf(int index) => ranked[index].Fit - (index + 1 < ranked.Length ? ranked[index + 1].Fit : candidates[^1].Fit);
    }

    /// <summary>Whether a question shows what a topic needs.</summary>
    public static bool IsAdmissible(Question question, string topic, FactBase facts, DateOnly day) =>
        IsAdmissible(topic, CaseSignReader.Read(question.Whole ?? question, facts, day));

    private static bool IsAdmissible(string topic, CaseSigns signs) =>
        !RuleSigns.Shipped.IsNever(topic)
        && RuleSigns.Shipped.NeedsOf(topic) is var needs
        && (needs == CaseSigns.None || (needs & signs) != CaseSigns.None);

    private static Ranked Rank(TopicMatch match, CaseSigns signs)
    {
        var isAdmissible = IsAdmissible(match.Topic.Id, signs);
        var gain =
            !isAdmissible ? -SignLoss
            : RuleSigns.Shipped.NeedsOf(match.Topic.Id) != CaseSigns.None || IsDecided(match.Topic.Id, signs) ? SignGain
            : 0;
        return new Ranked(match, match.Fit + gain, isAdmissible);
    }

    private static bool IsDecided(string topic, CaseSigns signs)
    {
        foreach (var (id, sign) in RuleSigns.Shipped.Decisive)
        {
            if (id == topic && (sign & signs) != CaseSigns.None)
                return true;
        }

        return false;
    }

    private readonly record struct Ranked(TopicMatch Match, double Fit, bool IsAdmissible);
}
