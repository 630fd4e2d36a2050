using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace AiNewsBot.News.Parsing.Dates;

/// <summary>Time zones as dates name them.</summary>
internal static partial class ZoneText
{
    private const int Farthest = 14;

    // What feeds mean by them. Where two places share a name it is the one with more feeds: IST is India's, CST and the like North America's.
    private static readonly FrozenDictionary<string, double> Hours = new Dictionary<string, double>
    {
        ["Z"] = 0,
        ["UT"] = 0,
        ["UTC"] = 0,
        ["GMT"] = 0,
        ["WET"] = 0,
        ["WEST"] = 1,
        ["BST"] = 1,
        ["CET"] = 1,
        ["MET"] = 1,
        ["MEZ"] = 1,
        ["CEST"] = 2,
        ["MEST"] = 2,
        ["MESZ"] = 2,
        ["EET"] = 2,
        ["SAST"] = 2,
        ["EEST"] = 3,
        ["MSK"] = 3,
        ["MSD"] = 4,
        ["PKT"] = 5,
        ["IST"] = 5.5,
        ["NPT"] = 5.75,
        ["WIB"] = 7,
        ["HKT"] = 8,
        ["SGT"] = 8,
        ["AWST"] = 8,
        ["JST"] = 9,
        ["KST"] = 9,
        ["ACST"] = 9.5,
        ["AEST"] = 10,
        ["ACDT"] = 10.5,
        ["AEDT"] = 11,
        ["NZST"] = 12,
        ["NZDT"] = 13,
        ["NDT"] = -2.5,
        ["BRT"] = -3,
        ["ART"] = -3,
        ["NST"] = -3.5,
        ["ADT"] = -3,
        ["AST"] = -4,
        ["AT"] = -4,
        ["EDT"] = -4,
        ["EST"] = -5,
        ["ET"] = -5,
        ["CDT"] = -5,
        ["CST"] = -6,
        ["CT"] = -6,
        ["MDT"] = -6,
        ["MST"] = -7,
        ["MT"] = -7,
        ["PDT"] = -7,
        ["PST"] = -8,
        ["PT"] = -8,
        ["AKDT"] = -8,
        ["AKST"] = -9,
        ["HST"] = -10,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The offset from UTC that a text names.</summary>
    /// <param name="offset">Null where the text is empty, or a name that nobody knows: RFC 2822 lets both count as UTC.</param>
    /// <returns>False where the text is no zone.</returns>
    public static bool TryParse(string text, out TimeSpan? offset)
    {
        offset = null;
        var match = Zone().Match(text);
        if (!match.Success)
            return false;
        if (match.Groups["sign"].Success)
        {
            var (hours, minutes) = (Number(match, "hours"), Number(match, "minutes"));
            if (minutes > 59)
                return false;

            // No place is farther away: "+3000" is a slip of the pen, and the day is right nevertheless.
            if (hours <= Farthest)
                offset = new TimeSpan(hours, minutes, 0) * (match.Groups["sign"].Value is "+" ? 1 : -1);
        }
        else if (Hours.TryGetValue(match.Groups["name"].Value, out var named))
        {
            offset = TimeSpan.FromHours(named);
        }

        return true;
    }

    private static int Number(Match match, string group) => int.TryParse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    // "+0100", "+01:00", "-7", "GMT+1", "UTC +01:00", "EST", "Etc/GMT", "+0100 CET", "" and the minus signs of typographers.
    [GeneratedRegex(
        @"\A\s*(?:Etc/)?(?<name>\p{L}{1,5}|[A-Z]{2,20}/[A-Z_/]{2,30})?\.?\s*(?:(?<sign>[+\-−–])\s?(?<hours>[0-9]{1,2})(?::?(?<minutes>[0-9]{2})|:(?<minutes>[0-9]))?)?(?:\s\p{L}{1,5})?\s*\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Zone();
}
