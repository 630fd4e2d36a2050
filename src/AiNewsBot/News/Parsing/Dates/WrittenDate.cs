using System.Globalization;
using System.Text.RegularExpressions;

namespace AiNewsBot.News.Parsing.Dates;

/// <summary>Dates with the name of a month in them, in whatever order: RFC 822, RFC 850, asctime, and those of people.</summary>
internal static partial class WrittenDate
{
    public static DateTimeOffset? TryParse(string text)
    {
        var clock = Clock().Match(text);
        var time = clock.Success ? ClockTime.TryParse(clock.Value) : null;
        if (clock.Success && time is null)
            return null;
        var rest = clock.Success ? $"{text.AsSpan(0, clock.Index)} {text.AsSpan(clock.Index + clock.Length)}" : text;

        // Of two the first is a day's: "mar" is Tuesday to some and March to others.
        var month = Words().Matches(rest).Select(word => MonthNames.TryFind(word.Value)).LastOrDefault(number => number is not null);
        return month is { } known && TryDay(Numbers().Matches(rest), time is not null) is var (year, day) ? Moment.TryCreate(year, known, day, time) : null;
    }

    private static (int Year, int Day)? TryDay(MatchCollection numbers, bool hasTime)
    {
        if (numbers.Any(number => number.Length > 4))
            return null;
        return numbers.Count switch
        {
            // A month and its year, and no hour of a day that is missing.
            1 when numbers[0].Length == 4 && !hasTime => (Value(numbers[0]), 1),
            2 when numbers[0].Length > 2 => (Value(numbers[0]), Value(numbers[1])),
            2 => (numbers[1].Length <= 2 ? Moment.FullYear(Value(numbers[1])) : Value(numbers[1]), Value(numbers[0])),
            _ => null,
        };
    }

    private static int Value(Match number) => int.Parse(number.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    // A time with what follows it as far as that is a zone; in asctime's form the year comes after it.
    [GeneratedRegex(
        """
        (?<![0-9:.]) [0-9]{1,2} (?: :[0-9]{1,2}(?::[0-9]{1,2}(?:[.,][0-9]+)?)? | h[0-9]{2} | (?<=(?:kl|klo)\.?\s[0-9]{1,2})\.[0-9]{2} ) (?![0-9:])
        (?: \s?[ap]\.?m\b\.? )?
        (?: \s? (?:Etc/)? (?:GMT|UTC?)? \s? [+\-−–]\s?[0-9]{1,2}(?::?[0-9]{2}|:[0-9])?(?![0-9:]) | \s? (?:Etc/)? [A-Z]{1,5}(?![\p{L}/]) )?
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}]*", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();
}
