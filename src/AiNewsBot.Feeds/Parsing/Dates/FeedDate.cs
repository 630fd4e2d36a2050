using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AiNewsBot.Feeds.Parsing.Dates;

/// <summary>Dates as feeds write them: RFC 822 and its kin, ISO 8601 and its kin, and what programs of other languages print.</summary>
/// <remarks>A date whose day and month could be exchanged is not guessed: no date is better than a wrong one.</remarks>
internal static partial class FeedDate
{
    private const int MaxLength = 100;

    /// <summary>The date that a text holds, in UTC where it names no zone; null where it holds none.</summary>
    /// <param name="locale">Of the feed, for names that mean several things; null where it names none.</param>
    public static DateTimeOffset? TryParse(string? text, FeedLocale? locale = null)
    {
        var plain = Normalize(text?.Trim() ?? "");
        if (plain.Length is 0 or > MaxLength)
            return null;

        return IsoDate.TryParse(plain, locale) ?? NumericDate.TryParse(plain, locale) ?? NamedMonthDate.TryParse(plain, locale);
    }

    // Digits of all scripts and full-width signs become those of ASCII; marks of direction, comments in parentheses, which RFC 822 allows,
    // and doubled blanks go. The time comes last, with a blank before it.
    private static string Normalize(string text)
    {
        if (text.Length > MaxLength || text.Any(char.IsSurrogate))
            return "";
        var ascii = text.All(char.IsAscii)
            ? text
            : string.Concat(text.Normalize(NormalizationForm.FormKC).Where(sign => !IsUnseen(sign)).Select(Digit));
        ascii = Blanks().Replace(ascii.Contains('(', StringComparison.Ordinal) ? Comment().Replace(ascii, " ") : ascii, " ").Trim();
        if (TimeFirst().Match(ascii) is { Success: true } first)
            ascii = $"{first.Groups["date"].Value} {first.Groups["time"].Value}";
        return Clock().Match(ascii) is { Success: true, Index: > 0 } clock
            ? $"{Separators().Replace(ascii[..clock.Index], " ")}{ascii.AsSpan(clock.Index)}"
            : LoneSeparators().Replace(ascii, " ");
    }

    private static char Digit(char sign) =>
        !char.IsAscii(sign) && CharUnicodeInfo.GetDecimalDigitValue(sign) is >= 0 and var value ? (char)('0' + value) : sign;

    private static bool IsUnseen(char sign) =>
        sign is '\u061C' or '\u200B' or '\u200E' or '\u200F' or '\uFEFF' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    [GeneratedRegex(@"\([^()]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();

    [GeneratedRegex("[0-9]{1,2}:[0-9]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    // What people put between the day and the time: "2024-03-11 - 17:41", "11.03.2024 | 17:41", "11.03.2024, 17:41".
    [GeneratedRegex(@"(?<=[\p{L}\p{N}.])\s?[|•·@;_/~,،、\-–—]+\s?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();

    [GeneratedRegex(@"\s[|•·@;_/~\-–—]\s", RegexOptions.CultureInvariant)]
    private static partial Regex LoneSeparators();

    // "17:41, 11.03.2024": a time, perhaps with its zone, and then the numbers of a day.
    [GeneratedRegex(
        """
            \A (?<time> [0-9]{1,2}:[0-9]{2}(?::[0-9]{2})? (?:\s?[ap]\.?m\.?)?
              (?:\s(?:GMT|UTC)?[+\-][0-9]{1,2}:?(?:[0-9]{2})?|\s[A-Z]{1,5})? )
            \s?[|•·@;,،/\-–—]?\s (?<date> [0-9]{1,4}[./-]\s?[0-9]{1,2}[./-]\s?[0-9]{1,4}\.?) \z
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex TimeFirst();
}
