namespace AiNewsBot.News.Subscriptions;

/// <summary>The hours in which a subscription posts nothing.</summary>
internal static class QuietHours
{
    /// <summary>When the current quiet time ends; null outside of quiet hours.</summary>
    public static DateTimeOffset? EndOf(Subscription subscription, DateTimeOffset now)
    {
        if (
            subscription is not { QuietFrom: { } from, QuietTo: { } to }
            || Schedule.TryParseAt(from) is not { } begin
            || Schedule.TryParseAt(to) is not { } end
        )
            return null;
        var name = subscription.Timezone ?? "Etc/UTC";
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(name, out var found) ? found : TimeZoneInfo.Utc;

        // Past midnight, too.
        return TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime).IsBetween(begin, end)
            ? new Schedule(to, null, name).Next(now)
            : null;
    }

    /// <summary>Reads a span such as 22:00-07:00; null for any other text.</summary>
    public static (string From, string To)? TryParse(string text) =>
        text.Split(['-', '–'], 2) is [var from, var to]
        && Schedule.TryParseAt(from) is { } begin
        && Schedule.TryParseAt(to) is { } end
        && begin != end
            ? ($"{begin:HH\\:mm}", $"{end:HH\\:mm}")
            : null;
}
