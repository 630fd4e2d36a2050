using System.Globalization;

namespace AiNewsBot.News.Commands.Posting;

/// <summary>A moment as moderators write it.</summary>
internal static class PostingTime
{
    private static readonly TimeSpan Maximum = TimeSpan.FromDays(366);

    /// <summary>18:00 (today or tomorrow), 2026-12-24 18:00, 30m, 2h, 3d; null where
    /// it is malformed, past or more than a year away.</summary>
    public static DateTimeOffset? TryParse(string text, string timezone, DateTimeOffset now)
    {
        var trimmed = text.Trim().TrimStart('+');
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(timezone, out var found) ? found : TimeZoneInfo.Utc;
        var local = TimeZoneInfo.ConvertTime(now, zone).DateTime;
        DateTimeOffset? at = null;
        if (
            trimmed.Length > 1
            && int.TryParse(trimmed[..^1].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count <= 1_000_000
        )
        {
            at = char.ToLowerInvariant(trimmed[^1]) switch
            {
                'm' => now.AddMinutes(count),
                'h' => now.AddHours(count),
                'd' => now.AddDays(count),
                _ => null,
            };
        }
        else if (TimeOnly.TryParseExact(trimmed, ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour))
        {
            var today = local.Date + hour.ToTimeSpan();
            at = InZone(today > local ? today : today.AddDays(1), zone);
        }
        else if (
            DateTime.TryParseExact(
                trimmed,
                ["yyyy-MM-dd H:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm"],
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var date
            )
        )
        {
            at = InZone(date, zone);
        }

        return at > now && at - now <= Maximum ? at : null;
    }

    // An hour that a spring change skips means the first instant behind it.
    private static DateTimeOffset InZone(DateTime local, TimeZoneInfo zone)
    {
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(1);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }
}
