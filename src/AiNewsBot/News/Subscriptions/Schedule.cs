using System.Globalization;
using Cronos;

namespace AiNewsBot.News.Subscriptions;

/// <summary>
/// When digests are due. What falls into the hour that a spring change skips is due at the first instant behind it, and what falls into the
/// hour that an autumn change repeats is due once.
/// </summary>
internal sealed class Schedule
{
    public const string DefaultAt = "09:00";

    private readonly CronExpression _cron;
    private readonly TimeZoneInfo _zone;

    private Schedule(CronExpression cron, TimeZoneInfo zone) => (_cron, _zone) = (cron, zone);

    /// <param name="at">An hour such as 09:00.</param>
    /// <param name="weekday">The day of a weekly digest; null for a daily one.</param>
    /// <param name="timezone">An IANA time zone; one that the machine no longer knows counts as UTC.</param>
    public Schedule(string at, DayOfWeek? weekday, string timezone)
    {
        var time = TryParseAt(at) ?? throw new ArgumentException($"'{at}' is no hour", nameof(at));
        _cron = CronExpression.Parse(
            string.Create(CultureInfo.InvariantCulture, $"{time.Minute} {time.Hour} * * {(weekday is { } day ? (int)day : "*")}")
        );
        _zone = TimeZoneInfo.TryFindSystemTimeZoneById(timezone, out var zone) ? zone : TimeZoneInfo.Utc;
    }

    /// <summary>The schedule of a subscription; null where it posts at once.</summary>
    public static Schedule? For(Subscription subscription) =>
        subscription.Cadence == Cadence.Instant
            ? null
            : new Schedule(
                subscription.At ?? DefaultAt,
                subscription.Cadence == Cadence.Weekly ? subscription.Weekday ?? DayOfWeek.Monday : null,
                subscription.Timezone ?? "Etc/UTC"
            );

    /// <summary>
    /// When what waits for a digest is gathered. Of a subscription that posts at once that is what was too much for an hour or a day.
    /// </summary>
    public static Schedule ForDigest(Subscription subscription) =>
        For(subscription)
        ?? (
            subscription.MaxPostsPer == PostWindow.Day
                ? new Schedule(DefaultAt, null, subscription.Timezone ?? "Etc/UTC")
                : new Schedule(CronExpression.Hourly, TimeZoneInfo.Utc)
        );

    /// <summary>An hour as people write it: 9:00, 09.30, 9, 9pm; null where the text is no hour.</summary>
    public static TimeOnly? TryParseAt(string text) =>
        TimeOnly.TryParseExact(
            text.Trim().Replace('.', ':').Replace(" ", "", StringComparison.Ordinal),
            ["H:mm", "HH:mm", "%H", "HH", "htt", "h:mmtt"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var time
        )
            ? time
            : null;

    /// <summary>When it is due next after an instant.</summary>
    public DateTimeOffset Next(DateTimeOffset after) =>
        _cron.GetNextOccurrence(after, _zone) ?? throw new InvalidOperationException("a digest is always due again");
}
