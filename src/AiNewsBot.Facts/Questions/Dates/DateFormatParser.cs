using System.Collections.Immutable;
using System.Globalization;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions.Dates;

/// <summary>The forms in which a date is written: 2024-03-17, 17 March 2024, March 2024, 17/3/2024, Q1 2024, six months ago.</summary>
internal sealed class DateFormatParser(Lexicon lexicon)
{
    /// <summary>What a date was read as.</summary>
    /// <param name="Period">The days that it means; null where that could be several.</param>
    /// <param name="Start">Index of its first word.</param>
    /// <param name="Count">How many words it has.</param>
    public readonly record struct DateMatch(Period? Period, int Start, int Count)
    {
        /// <summary>Whether it counts from the day of the question: six months ago.</summary>
        public bool IsRelative { get; init; }
    }

    /// <summary>The date that begins at a word, or null.</summary>
    public DateMatch? ReadAt(ImmutableArray<Token> tokens, int start, DateOnly today)
    {
        int? Number(int index) => index < tokens.Length ? NumberOf(tokens[index].Text) : null;
        int? Month(int index) => index < tokens.Length && lexicon.Months.TryGetValue(tokens[index].Text, out var month) ? month : null;
        bool Year(int index) => index < tokens.Length && tokens[index].IsYear;
        int Skip(int index) => index < tokens.Length && tokens[index].Text is "of" or "de" or "the" ? index + 1 : index;

        // 2024-03-17, 2024-03, 2024
        if (Year(start))
        {
            if (IsDashed(tokens, start) && Number(start + 1) is { } month && month <= 12)
                return Number(start + 2) is { } day && tokens[start + 2].Text.Length <= 2
                    ? Day(Number(start)!.Value, month, day, start, 3)
                    : Whole(Number(start)!.Value, month, start, 2);
            return Whole(Number(start)!.Value, null, start, 1);
        }

        // 17 March 2024, 17th of March 2024
        if (Number(start) is { } first and <= 31 && Month(Skip(start + 1)) is { } named)
        {
            var year = Skip(Skip(start + 1) + 1);
            return Year(year)
                ? Day(Number(year)!.Value, named, first, start, year - start + 1)
                : new DateMatch(null, start, Skip(start + 1) - start + 1);
        }

        // March 17 2024, March 2024
        if (Month(start) is { } leading)
        {
            var next = Skip(start + 1);
            if (Year(next))
                return Whole(Number(next)!.Value, leading, start, next - start + 1);
            if (Number(next) is { } date and <= 31)
                return Year(next + 1)
                    ? Day(Number(next + 1)!.Value, leading, date, start, next - start + 2)
                    : new DateMatch(null, start, next - start + 1);
            return IsMonthAlone(tokens, start) ? new DateMatch(null, start, 1) : null;
        }

        // 17/3/2024 and 3/17/2024, where only one of them can be meant
        if (
            Number(start) is { } one and <= 31
            && Number(start + 1) is { } two and <= 31
            && Year(start + 2)
            && tokens[start].Text.Length <= 2
        )
            return DayAndMonth(one, two, Number(start + 2)!.Value, start, 3);

        // Q1 2024
        if (tokens[start].Text is ['q', >= '1' and <= '4'] && Year(start + 1))
        {
            var last = (tokens[start].Text[1] - '0') * 3;
            return new DateMatch(
                new Period(new DateOnly(Number(start + 1)!.Value, last - 2, 1), LastOf(Number(start + 1)!.Value, last)),
                start,
                2
            );
        }

        // 20.03.2024 is one word
        if (tokens[start].IsDottedDate)
            return Dotted([.. tokens[start].Text.Split('.').Select(part => NumberOf(part) ?? 0)], start);

        // 6 months ago, a year ago
        if (
            (Number(start) ?? CountOf(tokens[start].Text)) is { } count and < 1000
            && start + 2 < tokens.Length
            && tokens[start + 2].Text == "ago"
            && Ago(today, count, tokens[start + 1].Text) is { } then
        )
            return new DateMatch(new Period(then, then), start, 3) { IsRelative = true };
        return null;
    }

    private int? CountOf(string word) => lexicon.Numbers.TryGetValue(word, out var count) ? count : null;

    // "may" and "march" are words too: a month alone is a date only behind a preposition.
    private static bool IsMonthAlone(ImmutableArray<Token> tokens, int index) =>
        index > 0 && tokens[index - 1].Text is "in" or "during" or "since" or "before" or "until" or "last" or "of";

    private static bool IsDashed(ImmutableArray<Token> tokens, int start) =>
        start + 1 < tokens.Length && tokens[start + 1].Text.Length == 2 && NumberOf(tokens[start + 1].Text) is >= 1;

    private static DateMatch Dotted(int[] parts, int start) => DayAndMonth(parts[0], parts[1], parts[2], start, 1);

    private static DateMatch DayAndMonth(int one, int two, int year, int start, int count) =>
        one > 12 || one == two ? Day(year, two, one, start, count)
        : two > 12 ? Day(year, one, two, start, count)
        : new DateMatch(null, start, count);

    private static DateMatch Day(int year, int month, int day, int start, int count) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateMatch(new Period(new DateOnly(year, month, day), new DateOnly(year, month, day)), start, count)
            : new DateMatch(null, start, count);

    private static DateMatch Whole(int year, int? month, int start, int count) =>
        month is null
            ? new DateMatch(new Period(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)), start, count)
            : new DateMatch(new Period(new DateOnly(year, month.Value, 1), LastOf(year, month.Value)), start, count);

    private static DateOnly LastOf(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));

    private static DateOnly? Ago(DateOnly today, int count, string unit) =>
        unit switch
        {
            "day" or "days" => today.AddDays(-count),
            "week" or "weeks" => today.AddDays(-7 * count),
            "month" or "months" => today.AddMonths(-count),
            "year" or "years" when count < today.Year => today.AddYears(-count),
            _ => null,
        };

    private static int? NumberOf(string text)
    {
        var digits = text.AsSpan();
        if (digits.EndsWith("st") || digits.EndsWith("nd") || digits.EndsWith("rd") || digits.EndsWith("th"))
            digits = digits[..^2];
        return digits.Length is > 0 and <= 4 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }
}
