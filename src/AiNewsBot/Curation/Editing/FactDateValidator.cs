using System.Globalization;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Curation.Editing;

/// <summary>Whether the dates of a fact can be so.</summary>
internal static class FactDateValidator
{
    /// <summary>The error, as a sentence to the author; null for a valid one.</summary>
    public static string? GetFault(SubjectView subject, string property, string value, FactFields fields, DateOnly today)
    {
        foreach (var (text, field) in new[] { (fields.Since, "since"), (fields.Until, "until") })
        {
            if (text is not null && !FactDate.TryParse(text, out _))
                return $"In '{field}', '{text}' is no date: write 2024, 2024-03, 2024-03-17, or 2024-03-11/2024-03-17 where sources "
                    + $"differ. Nothing was changed.";
        }

        if ((InFuture(fields.Since, today) ?? (property == Properties.Announced ? InFuture(value, today) : null)) is { } future)
            return $"{future} has not come yet, and a fact holds since a day that has: today is "
                + $"{today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}. What is announced for later is a promise. Nothing "
                + $"was changed.";
        if (fields.Since is { } since && fields.Until is { } until && FactDate.Parse(since).Latest >= FactDate.Parse(until).Latest)
            return $"The dates are out of order: since {since}, until {until}. Nothing was changed.";
        var needsDate =
            property is Properties.Event or Properties.Promise
            || property == Components.Weights
                && subject is Release
                && AvailabilityText.TryParse(value) is Availability.Available or Availability.Gated;
        return needsDate && fields.Since is null
            ? "Say since when, or on which day: write 2024, 2024-03 or 2024-03-17 under 'since'. Nothing was changed."
            : null;
    }

    // Of an interval both ends: one that may last into the future would leave open whether the fact holds at all.
    private static string? InFuture(string? date, DateOnly today) =>
        date?.Split('/').Any(end => FactDate.TryParse(end, out var parsed) && parsed.Earliest > today) == true ? date : null;
}
