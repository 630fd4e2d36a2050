using System.Collections.Immutable;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Texts;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.Answering;

/// <summary>What a card of a model that was looked up says beside its verdict: its maker, its dates, and its components.</summary>
internal static class ModelDetails
{
    /// <summary>The lines; null for what is no release.</summary>
    public static ImmutableArray<string>? Create(FactBase facts, SubjectView subject, DateOnly day)
    {
        if (subject is not Release release)
            return null;
        var lines = ImmutableArray.CreateBuilder<string>();
        if (facts.MakerOf(release) is { } maker)
            lines.Add($"**{Texts["card.maker"]}**: {Markdown.Escape(maker.Name)}");
        if (Dates(release) is { } dates)
            lines.Add($"**{Texts["card.dates"]}**: {Markdown.Escape(dates)}");
        foreach (var group in release.ComponentsOn(day).GroupBy(component => component.Availability).OrderByDescending(group => group.Key))
        {
            var names = string.Join(", ", group.Select(component => Components.Label(component.Component)));
            lines.Add($"{AvailabilityStyle.Symbol(group.Key)} **{AnswerText.Format(group.Key)}**: {Markdown.Escape(names)}");
        }

        return lines.ToImmutable();
    }

    private static ChatTexts Texts => ChatTexts.Current;

    private static string? Dates(Release release) =>
        ReleaseDates.Create(release, DayText.Write) switch
        {
            { Both: { } both } => Texts["card.announced_weights", ("day", both)],
            { Announced: { } announced, Weights: { } weights } =>
                $"{Texts["card.announced", ("day", announced)]}, {Texts["card.weights", ("day", weights)]}",
            { Announced: { } announced } => Texts["card.announced", ("day", announced)],
            { Weights: { } weights } => Texts["card.weights", ("day", weights)],
            _ => null,
        };
}
