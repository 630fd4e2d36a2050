using System.Globalization;
using System.Text.RegularExpressions;

namespace AiNewsBot.Feeds.Parsing.Dates;

/// <summary>Dates that begin with the year: ISO 8601 with its weeks, ordinals and short
/// forms, W3CDTF, what databases print, and East Asian dates.</summary>
internal static partial class IsoDate
{
    private static readonly Zone Korea = new(TimeSpan.FromHours(9));

    public static DateTimeOffset? TryParse(string text, FeedLocale? locale)
    {
        foreach (var form in (ReadOnlySpan<Regex>)[Calendar(), Weeks(), Ordinals(), ShortYear(), ShortOrdinal(), ShortMonth()])
        {
            if (form.Match(text) is { Success: true } match)
                return Read(match, text, locale);
        }

        return null;
    }

    private static DateTimeOffset? Read(Match match, string text, FeedLocale? locale)
    {
        var rest = match.Groups["rest"].Value;
        var time = ClockTime.TryParse(rest, locale);
        if (time is null && rest.Trim() is not ("" or "Z" or "z") && !CalendarNames.IsWeekday(DateTokens.Key(rest)))
            return null;

        // What is written in Korean and names no zone is Korean time.
        if (time is { Zone: null } && text.AsSpan().IndexOfAny("년오") >= 0)
            time = time with { Zone = Korea };
        var year = Number(match, "year") is var number && match.Groups["year"].Length == 2 ? DateBuilder.FullYear(number) : number;
        return match.Groups["week"].Success ? FromWeekDate(year, Number(match, "week"), Number(match, "weekday", 1), time)
            : match.Groups["ordinal"].Success ? FromOrdinalDate(year, Number(match, "ordinal"), time)
            : DateBuilder.TryCreate(year, Number(match, "month", 1), Number(match, "day", 1), time);
    }

    private static DateTimeOffset? FromWeekDate(int year, int week, int weekday, ClockTime? time)
    {
        if (year is < 1 or > 9998 || week < 1 || week > ISOWeek.GetWeeksInYear(year) || weekday is < 1 or > 7)
            return null;
        var day = ISOWeek.ToDateTime(year, week, (DayOfWeek)(weekday % 7));
        return DateBuilder.TryCreate(day.Year, day.Month, day.Day, time);
    }

    private static DateTimeOffset? FromOrdinalDate(int year, int ordinal, ClockTime? time)
    {
        if (year is < 1 or > 9999 || ordinal < 1 || ordinal > (DateTime.IsLeapYear(year) ? 366 : 365))
            return null;
        var day = new DateTime(year, 1, 1).AddDays(ordinal - 1);
        return DateBuilder.TryCreate(day.Year, day.Month, day.Day, time);
    }

    private static int Number(Match match, string group, int otherwise = 0) =>
        match.Groups[group] is { Success: true } found
            ? int.Parse(found.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
            : otherwise;

    // "2024-03-11", "2024/3/11", "2024.03.11", "20240311", "20240311174109", "2024-03", "2024", "2024年3月11日", also after the name of a day.
    // One sample of a large site has a zero too many in its months.
    [GeneratedRegex(
        """
            \A (?:\p{L}[\p{L}\p{M}]{1,11}\.?,?\s(?=[0-9]{4}[^\s]))?
            (?<year>[0-9]{4}) (?:
                (?<month>[0-9]{2}) (?<day>[0-9]{2}) (?=\D|\z|[0-9]{4}(?:[0-9]{2})?(?![0-9]))
              | (?<between>[-/]|\.\s?) (?:(?<month>[0-9]{1,2})(?![0-9])|0(?<month>[0-9]{2})(?=\k<between>))
                (?: \k<between> (?<day>[0-9]{1,2}) (?![0-9]) \.? )? (?![-/.0-9])
              | \s?[年년] (?: \s?(?<month>[0-9]{1,2})\s?[月월] (?: \s?(?<day>[0-9]{1,2})\s?[日일号] )? )?
              | (?![0-9]) )?
            (?<rest>\z|[T,،\s|·•@;_].*|Z\z|[오午上下].*|(?<=[日일号])\p{L}.*|(?<=[0-9]{8})[0-9].*)
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Calendar();

    [GeneratedRegex(
        @"\A(?<year>[0-9]{4})-?W(?<week>[0-9]{2})(?:-?(?<weekday>[0-9]))?(?<rest>\z|[T\s].*)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Weeks();

    [GeneratedRegex(
        @"\A(?<year>[0-9]{4})-?(?<ordinal>[0-9]{3})(?<rest>\z|[T\s].*)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Ordinals();

    // The short forms of ISO 8601 as it was until 2000: "03-12-31", "031231", "03335", "-0312", "-03-12".
    [GeneratedRegex(
        @"\A(?<year>[0-9]{2})(?<between>-?)(?<month>[0-9]{2})\k<between>(?<day>[0-9]{2})(?<rest>\z|[T\s].*)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex ShortYear();

    [GeneratedRegex(
        @"\A(?<year>[0-9]{2})-?(?<ordinal>[0-9]{3})(?<rest>\z|[T\s].*)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex ShortOrdinal();

    [GeneratedRegex(@"\A-(?<year>[0-9]{2})-?(?<month>[0-9]{2})(?<rest>\z)", RegexOptions.CultureInvariant)]
    private static partial Regex ShortMonth();
}
