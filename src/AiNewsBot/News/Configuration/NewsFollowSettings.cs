using System.Globalization;
using AiNewsBot.Feeds.Fetching;
using AiNewsBot.News.Subscriptions;

namespace AiNewsBot.News.Configuration;

/// <summary>A subscription that the operator sets.</summary>
internal sealed class NewsFollowSettings
{
    /// <summary>The channel's id.</summary>
    public string? Channel { get; set; }

    /// <summary>The feed's address; none for all feeds.</summary>
    public string? Feed { get; set; }

    /// <summary>A subject; none for everything.</summary>
    public string? About { get; set; }

    public string When { get; set; } = "instant";

    /// <summary>The hour of a digest.</summary>
    public string At { get; set; } = Schedule.DefaultAt;

    public string Weekday { get; set; } = nameof(DayOfWeek.Monday);

    /// <summary>An IANA time zone.</summary>
    public string Timezone { get; set; } = "Etc/UTC";

    /// <summary>A role's id.</summary>
    public string? Mention { get; set; }

    /// <summary>How old a story may be when it comes in, in days; none for News:MaxAgeDays.</summary>
    public int? MaxAgeDays { get; set; }

    public Cadence? Cadence =>
        Enum.TryParse<Cadence>(When, ignoreCase: true, out var cadence) && Enum.IsDefined(cadence) && !char.IsAsciiDigit(When[0])
            ? cadence
            : null;

    public DayOfWeek? Day =>
        Enum.TryParse<DayOfWeek>(Weekday, ignoreCase: true, out var day) && Enum.IsDefined(day) && !char.IsAsciiDigit(Weekday[0])
            ? day
            : null;

    /// <summary>What is wrong with it: the key's last word, and why.</summary>
    internal IEnumerable<(string Key, string Fault)> Validate()
    {
        if (!IsId(Channel))
            yield return (nameof(Channel), "must be a channel's id: digits alone");
        if (!string.IsNullOrEmpty(Feed) && FeedAddress.TryParse(Feed, out string? fault) is null)
            yield return (nameof(Feed), fault ?? "is no web address");
        if (Cadence is null)
            yield return (nameof(When), "must be instant, daily or weekly");
        if (Schedule.TryParseAt(At) is null)
            yield return (nameof(At), "must be an hour such as 09:00");
        if (Day is null)
            yield return (nameof(Weekday), "must be a day of the week such as monday");
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(Timezone, out _))
            yield return (
                nameof(Timezone),
                string.Create(CultureInfo.InvariantCulture, $"must be an IANA time zone such as Europe/Paris; '{Timezone}' is unknown")
            );
        if (!string.IsNullOrEmpty(Mention) && !IsId(Mention))
            yield return (nameof(Mention), "must be a role's id: digits alone");
        if (MaxAgeDays is { } days && !Subscription.IsMaxAge(days))
            yield return (nameof(MaxAgeDays), Subscription.MaxAgeFault);
    }

    private static bool IsId(string? text) =>
        text is { Length: > 0 and <= 20 } && ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
