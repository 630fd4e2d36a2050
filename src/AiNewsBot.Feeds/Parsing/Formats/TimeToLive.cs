using System.Globalization;

namespace AiNewsBot.Feeds.Parsing.Formats;

/// <summary>How long a feed of RSS may be kept, in minutes. How often a feed changes, which the syndication module tells, is not asked for:
/// blogs say "hourly" by default.</summary>
internal static class TimeToLive
{
    private static readonly TimeSpan Maximum = TimeSpan.FromDays(365);

    /// <summary>Null where the text is no plausible number of minutes.</summary>
    public static TimeSpan? TryParse(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
        && minutes > 0
        && minutes <= Maximum.TotalMinutes
            ? TimeSpan.FromMinutes(minutes)
            : null;
}
