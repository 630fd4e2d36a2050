using System.Globalization;
using System.Text.RegularExpressions;

namespace AiNewsBot.Feeds.Parsing.Dates;

/// <summary>A time of day with its zone.</summary>
/// <param name="Zone">Null where none is named.</param>
/// <param name="HasHalf">Whether it is counted in halves of the day, as in "5:41 PM".</param>
internal sealed partial record ClockTime(TimeSpan OfDay, Zone? Zone, bool HasHalf)
{
    private static readonly string[] Afternoon = ["pm", "p", "오후", "午後", "下午", "μμ"];
    private static readonly string[] Morning = ["am", "a", "오전", "午前", "上午", "πμ"];

    /// <summary>The time that a text holds, and nothing else with it; null where it holds none.</summary>
    public static ClockTime? TryParse(string text, FeedLocale? locale) =>
        Compact().Match(text) is { Success: true } compact ? Read(compact, locale)
        : Clock().Match(text) is { Success: true } clock ? Read(clock, locale)
        : null;

    private static ClockTime? Read(Match match, FeedLocale? locale)
    {
        var zoneText = match.Groups["zone"].Value;
        var isAfternoon =
            HalfOf(match.Groups["before"].Value + match.Groups["after"].Value)
            ?? HalfIn(match.Groups["word"].Value)
            ?? ReadHalf(ref zoneText);
        if (!TimeZoneParser.TryParse(zoneText, locale, out var zone))
            return null;
        var hour = Number(match, "hour");
        var (minute, second) = (Number(match, "minute"), Number(match, "second"));
        if (isAfternoon is { } afternoon && hour <= 12)
            hour = hour % 12 + (afternoon ? 12 : 0);
        if (minute > 59 || second > 60 || hour > 24 || hour == 24 && minute + second > 0)
            return null;
        return new ClockTime(new TimeSpan(hour, minute, second), zone, isAfternoon is not null);
    }

    // Whether the half that is named is the second; null where none is.
    private static bool? HalfOf(string name)
    {
        var word = name.Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
        return Afternoon.Contains(word) ? true
            : Morning.Contains(word) ? false
            : null;
    }

    private static bool? HalfIn(string word) => word.Length == 0 ? null : CalendarNames.IsAfternoon(DateTokens.Key(word));

    // After the time, the halves of other languages are where a zone may be: "5:41 م", "5:41 CH +0700".
    private static bool? ReadHalf(ref string zone)
    {
        if (zone.Length == 0 || !char.IsLetter(zone[0]) || TimeZoneParser.IsKnown(zone))
            return null;
        var words = DateTokens.In(zone);
        for (var count = Math.Min(words.Count, CalendarNames.All.MaxWords); count > 0; count--)
        {
            if (CalendarNames.IsAfternoon(DateTokens.Key(words.Take(count))) is not { } half)
                continue;
            var last = words[count - 1];
            zone = zone[(last.Index + last.Length)..].TrimStart('.', ' ');
            return half;
        }

        return null;
    }

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true, Length: > 0 } found
            ? int.Parse(found.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
            : 0;

    [GeneratedRegex(
        """
            \A [T,،\s]* (?: (?<before>오전|오후|午前|午後|上午|下午) \s* | (?<word>\p{L}[\p{L}\p{M}]{0,11})\.?,?\s )?
            (?<hour>[0-9]{1,2}) (?: \s?[:.h時时點点시]\s? (?<minute>[0-9]{1,2})
                (?: \s?[:.m分분]\s? (?<second>[0-9]{1,2}) (?:[.,][0-9]+)? \s?[s秒초]? | \s?[m分분] )? )? \s*
            (?<after>(?:[ap]\.?\s?m\.?|[πμ]\.?μ\.?)(?![a-z]))? \s*
            (?<zone>.*) \z
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Clock();

    [GeneratedRegex(
        @"\A[T\s]?(?<hour>[0-9]{2})(?<minute>[0-9]{2})(?:(?<second>[0-9]{2})(?:[.,][0-9]+)?)?\s*(?<zone>[^0-9].*)?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Compact();
}
