using System.Globalization;
using System.Text.RegularExpressions;

namespace AiNewsBot.Feeds.Parsing.Dates;

/// <summary>
/// Dates in numbers that end with the year: "11.03.2024 17:41", "3/11/2024 5:41 PM", "Mon, 11/03/24", and the clock of Unix.
/// </summary>
internal static partial class NumericDate
{
    public static DateTimeOffset? TryParse(string text, FeedLocale? locale)
    {
        if (Stamp().IsMatch(text))
            return DateTimeOffset.FromUnixTimeSeconds(long.Parse(text.AsSpan(0, 10), NumberStyles.None, CultureInfo.InvariantCulture));
        if (Form().Match(text) is not { Success: true } match)
            return null;
        var rest = match.Groups["rest"].Value.Trim();
        var time = ClockTime.TryParse(rest, locale);
        if (time is null && rest.Length > 0)
            return null;
        var (first, second, year) = (Number(match, "first"), Number(match, "second"), Number(match, "year"));
        if (match.Groups["year"].Length == 2)
            year = DateBuilder.FullYear(year);
        var (dayFirst, monthFirst) = (DateBuilder.TryCreate(year, second, first, null), DateBuilder.TryCreate(year, first, second, null));
        return IsMonthFirst(dayFirst, monthFirst, match, time) switch
        {
            true => DateBuilder.TryCreate(year, first, second, time),
            false => DateBuilder.TryCreate(year, second, first, time),
            null => null,
        };
    }

    // Without a sign of which is which, only a day that can be no month tells, or the weekday: of two orders it is right for one. Points
    // are between day and month everywhere that uses them. A clock of twelve hours beside a slash is North American.
    private static bool? IsMonthFirst(DateTimeOffset? dayFirst, DateTimeOffset? monthFirst, Match match, ClockTime? time)
    {
        if (dayFirst is null || monthFirst is null || dayFirst == monthFirst)
            return dayFirst is null;
        if (match.Groups["weekday"] is { Success: true } weekday && DateTokens.Key(weekday.Value) is { Length: > 0 } name)
        {
            var isDayFirst = CalendarNames.IsWeekday(name, dayFirst.Value.DayOfWeek);
            var isMonthFirst = CalendarNames.IsWeekday(name, monthFirst.Value.DayOfWeek);
            if (isDayFirst != isMonthFirst)
                return isMonthFirst;
        }

        return match.Groups["between"].Value.Trim() switch
        {
            "." => false,
            "/" when time is { HasHalf: true } => true,
            _ => null,
        };
    }

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    // Seconds since 1970, or thousandths of them.
    [GeneratedRegex(@"\A1[0-9]{9}(?:[0-9]{3})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Stamp();

    [GeneratedRegex(
        """
            \A (?: (?<weekday>\p{L}[^0-9]{0,30}?) [.,،]?\s )?
            (?<first>[0-9]{1,2}) (?<between>\s?[./-]\s?|\s) (?<second>[0-9]{1,2}) \k<between>
            (?<year>[0-9]{4}|(?<![0-9]\s)[0-9]{2}) (?![0-9]) \.?
            (?<rest>\z|[,،\sT].*)
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant
    )]
    private static partial Regex Form();
}
