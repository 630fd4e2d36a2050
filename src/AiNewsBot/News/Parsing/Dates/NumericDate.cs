using System.Globalization;
using System.Text.RegularExpressions;

namespace AiNewsBot.News.Parsing.Dates;

/// <summary>Dates in numbers that end with the year: "11.03.2024 17:41", "3/11/2024 5:41 PM", and the clock of Unix.</summary>
internal static partial class NumericDate
{
    public static DateTimeOffset? TryParse(string text)
    {
        if (Stamp().IsMatch(text))
            return DateTimeOffset.FromUnixTimeSeconds(long.Parse(text.AsSpan(0, 10), NumberStyles.None, CultureInfo.InvariantCulture));
        if (Form().Match(text) is not { Success: true } match)
            return null;
        var rest = match.Groups["rest"].Value.Trim();
        var time = ClockTime.TryParse(rest);
        if (time is null && rest.Length > 0)
            return null;
        var (first, second, year) = (Number(match, "first"), Number(match, "second"), Number(match, "year"));
        return IsMonthFirst(first, second, match.Groups["between"].Value, time) switch
        {
            true => Moment.TryCreate(year, first, second, time),
            false => Moment.TryCreate(year, second, first, time),
            null => null,
        };
    }

    // Points are between day and month everywhere that uses them. A clock of twelve hours beside a slash is North American. Without such a
    // sign only a day that can be no month tells.
    private static bool? IsMonthFirst(int first, int second, string between, ClockTime? time) =>
        first > 12 || first == second ? false
        : second > 12 ? true
        : between == "." ? false
        : between == "/" && time is { HasHalf: true } ? true
        : null;

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    // Seconds since 1970, or thousandths of them.
    [GeneratedRegex(@"\A1[0-9]{9}(?:[0-9]{3})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Stamp();

    [GeneratedRegex(@"\A(?:\p{L}{2,12}\.?,?\s)?(?<first>[0-9]{1,2})(?<between>[./-])\s?(?<second>[0-9]{1,2})\k<between>\s?(?<year>[0-9]{4})(?<rest>\z|[,\s].*)", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
