using System.Globalization;
using System.Text.RegularExpressions;

namespace AiNewsBot.Feeds.Parsing.Dates;

/// <summary>Time zones as dates name them.</summary>
internal static partial class TimeZoneParser
{
    private const int MaxOffset = 14;

    /// <summary>Reads the zone that a text names.</summary>
    /// <param name="zone">Null where the text is empty, or a name that is not known: RFC 2822 lets both count as UTC.</param>
    /// <returns>False where the text is no zone.</returns>
    public static bool TryParse(string text, FeedLocale? locale, out Zone? zone)
    {
        zone = null;
        if (text.Length == 0)
            return true;
        if (Region().Match(text) is { Success: true } region)
        {
            zone = FindRegion(region.Groups["region"].Value);
            return true;
        }

        if (LongName().Match(text) is { Success: true } name)
        {
            zone = FindNamed(name.Groups["place"].Value, name.Groups["season"].Value);
            return true;
        }

        var match = Offset().Match(text);
        if (!match.Success)
            return false;
        if (match.Groups["sign"].Success)
        {
            var (hours, minutes) = (Number(match, "hours"), Number(match, "minutes"));
            if (minutes > 59)
                return false;

            // No place is farther away: "+3000" is a slip of the pen, and the day is right nevertheless.
            if (hours <= MaxOffset)
                zone = new Zone(new TimeSpan(hours, minutes, 0) * (match.Groups["sign"].Value is "+" ? 1 : -1));
        }
        else if (TimeZoneNames.Find(match.Groups["name"].Value, locale) is { } named)
        {
            zone = new Zone(named);
        }

        return true;
    }

    /// <summary>Whether a text begins with the name of a zone.</summary>
    public static bool IsKnown(string text) =>
        text.Contains('/', StringComparison.Ordinal) || TimeZoneNames.Find(Word().Match(text).Value, null) is not null;

    // The framework finds a name in other letters only once it has met the zone before: a file system may tell them apart.
    private static Zone? FindRegion(string name) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(name, out var region) || TimeZoneInfo.TryFindSystemTimeZoneById(Capitalize(name), out region)
            ? new Zone(region.BaseUtcOffset, region)
            : null;

    private static string Capitalize(string name) => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name.ToLowerInvariant());

    // Windows calls its zones by the standard time of a place.
    private static Zone? FindNamed(string place, string season) =>
        FindRegion($"{place} Standard Time") switch
        {
            null => null,
            var region when season.Length == 0 => region,
            var region when season.Equals("Standard", StringComparison.OrdinalIgnoreCase) => new Zone(region.Offset),
            var region => new Zone(region.Offset + TimeSpan.FromHours(1)),
        };

    private static int Number(Match match, string group) =>
        int.TryParse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    // "+0100", "+01:00", "-7", "GMT+1", "UTC +01:00", "EST", "Etc/GMT", "+0100 CET", "-05:00Z", "+01:00[Europe/Paris]", "" and the minus
    // signs of typographers. Where an offset and a name disagree, the offset is what a clock was set by.
    [GeneratedRegex(
        """
            \A \s* (?<name>\p{L}[\p{L}\p{M}]{0,4})? \.? \s*
            (?: (?<sign>[+\-−–]) \s? (?<hours>[0-9]{1,2}) (?: :?(?<minutes>[0-9]{2}) | :(?<minutes>[0-9]) )? )?
            (?: \s?\p{L}{1,5} | \s?\[[^\]]*\] )? \s* \z
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Offset();

    // A region of the database of time zones, as in "America/Argentina/Buenos_Aires", "[Europe/Paris]", "Etc/GMT+5" or "EST5EDT".
    [GeneratedRegex(
        @"\A\s*\[?(?<region>[A-Z]{2,20}(?:/[A-Z][A-Z_-]{1,30}){1,2}(?:[+-][0-9]{1,2})?|[A-Z]{3,4}[0-9][A-Z]{3,4})\]?\s*\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Region();

    // "Eastern Daylight Time", "Pacific Time", "Central European Summer Time".
    [GeneratedRegex(
        @"\A\s*(?<place>[A-Z][A-Z. ]{1,30}?)(?:\s(?<season>Standard|Daylight|Summer))?\sTime\s*\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex LongName();

    [GeneratedRegex(@"\A\p{L}+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
