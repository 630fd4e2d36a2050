using AiNewsBot.Chat;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Curation.Editing;

/// <summary>Whether the dates of a fact can be so.</summary>
internal static class FactDateValidator
{
    /// <summary>The error; null for a valid one.</summary>
    public static Refusal? GetError(SubjectView subject, string property, string value, FactFields fields, DateOnly today)
    {
        foreach (var (text, field) in new[] { (fields.Since, "since"), (fields.Until, "until") })
        {
            if (text is not null && !FactDate.TryParse(text, out _))
                return new Refusal(RefusalCode.DateUnreadable, field, text);
        }

        if ((InFuture(fields.Since, today) ?? (property == Properties.Announced ? InFuture(value, today) : null)) is { } future)
            return new Refusal(RefusalCode.DateInFuture, future, IsoDay.Format(today));
        if (fields.Since is { } since && fields.Until is { } until && FactDate.Parse(since).Latest >= FactDate.Parse(until).Latest)
            return new Refusal(RefusalCode.DatesOutOfOrder, since, until);
        var needsDate =
            property is Properties.Event or Properties.Promise
            || property == Components.Weights
                && subject is Release
                && !ServerSubjects.IsAdded(subject.Id)
                && AvailabilityText.TryParse(value) is Availability.Available or Availability.Gated;
        return needsDate && fields.Since is null ? new Refusal(RefusalCode.DateMissing) : null;
    }

    // Of an interval both ends: one that may last into the future would leave open whether the fact holds at all.
    private static string? InFuture(string? date, DateOnly today) =>
        date?.Split('/').Any(end => FactDate.TryParse(end, out var parsed) && parsed.Earliest > today) == true ? date : null;
}
