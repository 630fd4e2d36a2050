using System.Text.RegularExpressions;

namespace AiNewsBot.Feeds.Parsing.Dates;

/// <summary>Dates with the name of a month, in any order: RFC 822, RFC 850, asctime, and those of people.</summary>
internal static partial class NamedMonthDate
{
    public static DateTimeOffset? TryParse(string text, FeedLocale? locale)
    {
        var clock = ClockIn(text);
        var time = clock.Length > 0 ? ClockTime.TryParse(text.Substring(clock.Index, clock.Length), locale) : null;
        if (clock.Length > 0 && time is null)
            return null;
        var words = DateTokens.In(clock.Length > 0 ? $"{text.AsSpan(0, clock.Index)} {text.AsSpan(clock.Index + clock.Length)}" : text);
        if (MonthIn(words, locale) is not { } month)
            return null;
        var numbers = words
            .Where((word, index) => char.IsAsciiDigit(word.ValueSpan[0]) && (index < month.First || index >= month.End))
            .ToArray();
        if (time is null && numbers is [_, { Length: 2 or 4 }, { Length: 4 or 6 } compact, ..])
        {
            // The time without a colon: "03 Apr 02 1500 GMT".
            time = ClockTime.TryParse(text[compact.Index..], locale);
            numbers = time is null ? [] : numbers[..2];
        }

        return TryDay(numbers, time is not null) is var (year, day) ? DateBuilder.TryCreate(year, month.Number, day, time) : null;
    }

    // Where the time is, with the zone that follows it; of no length where the text has no time.
    private static (int Index, int Length) ClockIn(string text)
    {
        if (Clock().Match(text) is not { Success: true } clock)
            return default;
        var end = clock.Index + clock.Length;
        if (!clock.Groups["offset"].Success && Name().Match(text, end) is { Success: true } name && IsOfTime(name))
            end = name.Index + name.Length;
        return (clock.Index, end - clock.Index);
    }

    // In asctime's form and in others the date continues after the time: a month or a weekday is no zone.
    private static bool IsOfTime(Match name)
    {
        var word = name.Groups["word"];
        return !word.Success
            || (
                char.IsAscii(word.ValueSpan[0])
                    ? MonthNames.TryFind(word.Value) is null && !CalendarNames.IsEnglishWeekday(word.Value)
                    : CalendarNames.IsAfternoon(DateTokens.Key(word.Value)) is not null
            );
    }

    // The number of the month, and which of the words name it. Of two the last counts, for the first is a day's: "mar" is Tuesday to some
    // and March to others.
    private static (int Number, int First, int End)? MonthIn(MatchCollection words, FeedLocale? locale) =>
        (CalendarNames.For(locale) is { } own ? Last(words, own.MaxWords, own.MonthOf) : null)
        ?? Last(words, 1, MonthNames.TryFind)
        ?? Last(words, CalendarNames.All.MaxWords, CalendarNames.All.MonthOf);

    private static (int Number, int First, int End)? Last(MatchCollection words, int longest, Func<string, int?> find)
    {
        for (var end = words.Count; end > 0; end--)
        {
            for (var first = Math.Max(end - longest, 0); first < end; first++)
            {
                var key = end - first == 1 ? DateTokens.Bare(words[first].Value) : DateTokens.Key(words.Skip(first).Take(end - first));
                if (find(key) is { } month)
                    return (month, first, end);
            }
        }

        return null;
    }

    private static (int Year, int Day)? TryDay(Match[] numbers, bool hasTime)
    {
        if (numbers.Any(number => number.Length > 4))
            return null;
        return numbers.Length switch
        {
            // A month and its year, and no hour of a day that is missing.
            1 when numbers[0].Length == 4 && !hasTime => (DateTokens.Value(numbers[0]), 1),
            2 when numbers[0].Length > 2 => (DateTokens.Value(numbers[0]), DateTokens.Value(numbers[1])),
            2 when numbers[1].Length <= 2 => (DateBuilder.FullYear(DateTokens.Value(numbers[1])), DateTokens.Value(numbers[0])),
            2 => (DateTokens.Value(numbers[1]), DateTokens.Value(numbers[0])),
            _ => null,
        };
    }

    [GeneratedRegex(
        """
            (?<![0-9:.]) (?:[오午上下][전후前後午]\s?)? [0-9]{1,2}
            (?: :[0-9]{1,2}(?::[0-9]{1,2}(?:[.,][0-9]+)?)? | h[0-9]{2} | (?<=(?:kl|klo)\.?\s[0-9]{1,2})\.[0-9]{2} ) (?![0-9:])
            (?: \s?[ap]\.?\s?m\b\.? )?
            (?<offset> \s? (?:Etc/)? (?:GMT|UTC?)? \s? [+\-−–]\s?[0-9]{1,2}(?::?[0-9]{2}|:[0-9])?(?![0-9:]) (?:Z\b|\s?\[[^\]]*\])? )?
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Clock();

    // A region of the database of time zones, a long name, or a word.
    [GeneratedRegex(
        """
            \G \s? (?: \[?[A-Z]{2,20}(?:/[A-Z][A-Z_-]{1,30}){1,2}(?:[+-][0-9]{1,2})?\]? | [A-Z]{3,4}[0-9][A-Z]{3,4}
              | (?:[A-Z][A-Z.]*\s){1,3}Time\b
              | (?<word>[A-Z]{1,5}(?![\p{L}/])|[\p{L}-[A-Za-z]][\p{L}\p{M}]*\.?) )
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Name();
}
