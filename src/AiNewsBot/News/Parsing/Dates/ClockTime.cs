using System.Globalization;
using System.Text.RegularExpressions;

namespace AiNewsBot.News.Parsing.Dates;

/// <summary>A time of day with its zone.</summary>
/// <param name="Offset">From UTC; null where no zone is named.</param>
/// <param name="HasHalf">Whether it is counted in halves of the day, as in "5:41 PM".</param>
internal sealed partial record ClockTime(TimeSpan OfDay, TimeSpan? Offset, bool HasHalf)
{
    private static readonly string[] Afternoon = ["pm", "p", "오후", "午後", "下午", "μμ"];
    private static readonly string[] Morning = ["am", "a", "오전", "午前", "上午", "πμ"];

    /// <summary>The time that a text holds, and nothing else with it; null where it holds none.</summary>
    public static ClockTime? TryParse(string text) =>
        (Compact().Match(text) is { Success: true } match ? match : Clock().Match(text)) is { Success: true } found ? Read(found) : null;

    private static ClockTime? Read(Match match)
    {
        if (!TryHalf(match, out var isAfternoon) || !ZoneText.TryParse(match.Groups["zone"].Value, out var offset))
            return null;
        var hour = Number(match, "hour");
        var (minute, second) = (Number(match, "minute"), Number(match, "second"));
        if (isAfternoon is { } afternoon && hour <= 12)
            hour = hour % 12 + (afternoon ? 12 : 0);
        if (minute > 59 || second > 60 || hour > 24 || hour == 24 && minute + second > 0)
            return null;
        return new ClockTime(new TimeSpan(hour, minute, second), offset, isAfternoon is not null);
    }

    // Whether the half that is named is the second; null where none is. False where the word names no half.
    private static bool TryHalf(Match match, out bool? isAfternoon)
    {
        var word = (match.Groups["before"].Value + match.Groups["after"].Value).Replace(".", "", StringComparison.Ordinal).ToLowerInvariant();
        isAfternoon = Afternoon.Contains(word) ? true : Morning.Contains(word) ? false : null;
        return word.Length == 0 || isAfternoon is not null;
    }

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true, Length: > 0 } found ? int.Parse(found.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        """
        \A [T,\s]* (?:(?:at|um|kl|klo|à)\.?\s)?
        (?<before>오전|오후|午前|午後|上午|下午)? \s*
        (?<hour>[0-9]{1,2}) (?: \s?[:.h時时点點시]\s? (?<minute>[0-9]{1,2})
            (?: \s?[:.m分분]\s? (?<second>[0-9]{1,2}) (?:[.,][0-9]+)? \s?[s秒초]? | \s?[m分분] )? )? \s*
        (?<after>(?:[ap]\.?m\.?|[πμ]\.?μ\.?)(?![a-z]))? \s*
        (?<zone>.*) \z
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    [GeneratedRegex(@"\A[T\s]?(?<hour>[0-9]{2})(?<minute>[0-9]{2})(?:(?<second>[0-9]{2})(?:[.,][0-9]+)?)?\s*(?<zone>[^0-9].*)?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Compact();
}
