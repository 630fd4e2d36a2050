using System.Globalization;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.Facts.Questions;

/// <summary>The model of a question as text, for those who better how questions are read.</summary>
public static class QuestionExplanation
{
    /// <summary>A line for each stage: words, names, masked words, what is asked, what is put forward, date, filters.</summary>
    /// <param name="question">As it was read.</param>
    /// <param name="facts">By which the signs of its case are told.</param>
    /// <param name="today">The day of the question.</param>
    public static IEnumerable<string> Lines(Question question, FactBase facts, DateOnly today)
    {
        yield return $"language: {question.Language}";
        yield return $"words: {string.Join(' ', question.Tokens.Select(token => token.Text))}";
        foreach (var mention in question.Mentions)
        {
            var meant = mention.IsUnknown ? "unknown" : string.Join(" or ", mention.Candidates.Select(view => view.Id));
            yield return $"name: '{mention.Typed}' is {meant}, role {mention.Role}";
        }

        yield return $"asked about: {string.Join(", ", question.Links.Select(link => link.Subject.Id))}";
        yield return $"masked: {string.Join(' ', question.Masked)}";
        var aspects = question.Aspects.IsEmpty ? "nothing in scope" : string.Join(", ", question.Aspects.Select(aspect => aspect.ToSlug()));
        yield return $"asks: {aspects} ({Rounded(question.Confidence)})";
        var likeliest = question.Likeliest.Select(reading => $"{reading.Aspect.ToSlug()} {Rounded(reading.Likelihood)}");
        yield return $"likeliest: {string.Join(", ", likeliest)}";
        if (question.Component is { } component)
            yield return $"component: {component}";
        if (question.Topic is { } topic)
            yield return $"topic: {topic.Id}";
        else if (question.NearestTopic is { } near)
            yield return FormattableString.Invariant(
                $"nearest topic: {near.Topic.Id} ({near.Score:0.00}, {near.Words} words, {near.Unseen} in no topic)"
            );
        foreach (var matter in question.NearestTopic?.Candidates ?? [])
            yield return FormattableString.Invariant($"matter in general: {matter.Topic.Id} {matter.Fit:0.000}, {matter.Words} words");
        yield return $"signs of its case: {CaseSignReader.Read(question, facts, today)}";
        foreach (var proposition in question.Propositions)
            yield return $"puts forward: {proposition.Text}";
        if (question.Date is { } date)
        {
            var day = (date.Day is { } at ? IsoDay.Format(at) : null) ?? date.Problem.ToString().ToLowerInvariant();
            yield return $"date: '{date.Typed}' is {day}";
        }

        foreach (var part in question.Parts)
        {
            var asked = string.Join(", ", part.Aspects.Select(aspect => aspect.ToSlug()));
            yield return $"part: {asked} of {string.Join(", ", part.Links.Select(link => link.Subject.Id))}";
        }

        if (!question.Filter.IsEmpty)
            yield return $"filters: {string.Join(", ", question.Filter.Words)}";
    }

    private static string Rounded(double likelihood) => likelihood.ToString("0.00", CultureInfo.InvariantCulture);
}
