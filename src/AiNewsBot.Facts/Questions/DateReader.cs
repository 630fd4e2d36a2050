using System.Collections.Immutable;
using System.Globalization;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions;

/// <summary>Reads the date as of which is asked. A month or year means its last day; what is not understood is said, never guessed.</summary>
internal sealed class DateReader(Lexicon lexicon)
{
    /// <summary>The first date of a question, or null.</summary>
    /// <param name="tokens">The words of the question.</param>
    /// <param name="hits">Its cues, those of dates among them.</param>
    /// <param name="isName">Whether a word is part of a name.</param>
    /// <param name="today">The day of the question.</param>
    public DatePhrase? Read(ImmutableArray<Token> tokens, ImmutableArray<CueHit> hits, Func<int, bool> isName, DateOnly today)
    {
        for (var start = 0; start < tokens.Length; start++)
        {
            if (isName(start))
                continue;
            if (ReadAt(tokens, start, today) is { } found)
                return Resolve(WithEnd(found, tokens, today), tokens, hits, today);
        }

        return Relative(tokens, hits, today);
    }

    private Found? ReadAt(ImmutableArray<Token> tokens, int start, DateOnly today)
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
            return Year(year) ? Day(Number(year)!.Value, named, first, start, year - start + 1) : new Found(null, start, Skip(start + 1) - start + 1);
        }

        // March 17 2024, March 2024
        if (Month(start) is { } leading)
        {
            var next = Skip(start + 1);
            if (Year(next))
                return Whole(Number(next)!.Value, leading, start, next - start + 1);
            if (Number(next) is { } date and <= 31)
                return Year(next + 1) ? Day(Number(next + 1)!.Value, leading, date, start, next - start + 2) : new Found(null, start, next - start + 1);
            return IsMonthAlone(tokens, start) ? new Found(null, start, 1) : null;
        }

        // 17/3/2024 and 3/17/2024, where only one of them can be meant
        if (Number(start) is { } one and <= 31 && Number(start + 1) is { } two and <= 31 && Year(start + 2) && tokens[start].Text.Length <= 2)
            return DayAndMonth(one, two, Number(start + 2)!.Value, start, 3);

        // Q1 2024
        if (tokens[start].Text is ['q', >= '1' and <= '4'] && Year(start + 1))
        {
            var last = (tokens[start].Text[1] - '0') * 3;
            return new Found(new Period(new DateOnly(Number(start + 1)!.Value, last - 2, 1), LastOf(Number(start + 1)!.Value, last)), start, 2);
        }

        // 20.03.2024 is one word
        if (tokens[start].IsDottedDate)
            return Dotted([.. tokens[start].Text.Split('.').Select(part => NumberOf(part) ?? 0)], start);

        // 6 months ago, a year ago
        if ((Number(start) ?? CountOf(tokens[start].Text)) is { } count and < 1000 && start + 2 < tokens.Length && tokens[start + 2].Text == "ago" && Ago(today, count, tokens[start + 1].Text) is { } then)
            return new Found(new Period(then, then), start, 3);
        return null;
    }

    // From 2019 to 2020, between 2019 and 2020, 2019-2020
    private Found WithEnd(Found found, ImmutableArray<Token> tokens, DateOnly today)
    {
        var next = found.Start + found.Count;
        var isBetween = found.Start > 0 && tokens[found.Start - 1].Text is "between" or "from";
        if (next < tokens.Length && tokens[next].Text is "and" or "to" or "until" or "till" && isBetween)
            next++;
        else if (next >= tokens.Length || !tokens[next].IsYear)
            return found;
        return next < tokens.Length && found.Period is { } first && ReadAt(tokens, next, today) is { Period: { } last } end && last.Last >= first.First
            ? new Found(new Period(first.First, last.Last), found.Start, end.Start + end.Count - found.Start) : found;
    }

    private int? CountOf(string word) => lexicon.Numbers.TryGetValue(word, out var count) ? count : null;

    // "may" and "march" are words too: a month alone is a date only behind a preposition.
    private static bool IsMonthAlone(ImmutableArray<Token> tokens, int index) =>
        index > 0 && tokens[index - 1].Text is "in" or "during" or "since" or "before" or "until" or "last" or "of";

    private static bool IsDashed(ImmutableArray<Token> tokens, int start) =>
        start + 1 < tokens.Length && tokens[start + 1].Text.Length == 2 && NumberOf(tokens[start + 1].Text) is >= 1;

    private static DatePhrase Resolve(Found found, ImmutableArray<Token> tokens, ImmutableArray<CueHit> hits, DateOnly today)
    {
        var typed = string.Join(' ', tokens.Skip(found.Start).Take(found.Count).Select(token => token.Raw));
        if (found.Period is not { } period)
            return new DatePhrase(null, null, DateProblem.Unclear, typed, found.Start, found.Count);
        var before = WordBefore(hits, found.Start);

        // A summer is one half of the world's winter.
        if (hits.FirstOrDefault(hit => hit.Cue is { Group: "dates", Value: "vague" } && found.Start - hit.End is 0 or 1) is { Cue: not null } vague)
            return new DatePhrase(null, null, DateProblem.Unclear, string.Join(' ', tokens.Skip(vague.Start).Take(found.Start + found.Count - vague.Start).Select(token => token.Raw)), vague.Start, found.Start + found.Count - vague.Start);
        var part = before is "end" or "start" ? before : null;
        if (part is not null)
            before = WordBefore(hits, hits.First(hit => hit.End == found.Start && hit.Cue.Group == "dates" && hit.Cue.Value == part).Start);
        var point = part switch { "end" => new Period(period.Last, period.Last), "start" => new Period(period.First, period.First), _ => period };
        if (point.First > today)
            return new DatePhrase(null, period, DateProblem.Future, typed, found.Start, found.Count);
        var day = before switch
        {
            "before" => point.First.AddDays(-1),
            "after" => point.Last.AddDays(1),
            _ => point.Last,
        };
        return new DatePhrase(day > today ? today : day, period, DateProblem.None, typed, found.Start, found.Count);
    }

    private static string? WordBefore(ImmutableArray<CueHit> hits, int index)
    {
        CueHit? nearest = null;
        foreach (var hit in hits)
        {
            if (hit.Cue.Group == "dates" && hit.End == index && (nearest is null || hit.Count > nearest.Value.Count || hit.Cue.Value is "before" or "after" or "end" or "start"))
                nearest = hit;
        }

        return nearest?.Cue.Value;
    }

    private static DatePhrase? Relative(ImmutableArray<Token> tokens, ImmutableArray<CueHit> hits, DateOnly today)
    {
        foreach (var hit in hits)
        {
            if (hit.Cue.Group != "dates")
                continue;
            if (hit.Cue.Value == "future")
                return new DatePhrase(null, null, DateProblem.Future, string.Join(' ', tokens.Skip(hit.Start).Take(hit.Count).Select(token => token.Raw)), hit.Start, hit.Count) { IsRelative = true };
            Period? period = hit.Cue.Value switch
            {
                "last_year" => new Period(new DateOnly(today.Year - 1, 1, 1), new DateOnly(today.Year - 1, 12, 31)),
                "this_year" => new Period(new DateOnly(today.Year, 1, 1), today),
                "last_month" => new Period(new DateOnly(today.Year, today.Month, 1).AddMonths(-1), new DateOnly(today.Year, today.Month, 1).AddDays(-1)),
                "this_month" => new Period(new DateOnly(today.Year, today.Month, 1), today),
                "this_week" => new Period(today.AddDays(-(((int)today.DayOfWeek + 6) % 7)), today),
                "last_week" => new Period(today.AddDays(-(((int)today.DayOfWeek + 6) % 7) - 7), today.AddDays(-(((int)today.DayOfWeek + 6) % 7) - 1)),
                "yesterday" => new Period(today.AddDays(-1), today.AddDays(-1)),
                _ => null,
            };
            if (period is { } span)
                return new DatePhrase(span.Last, span, DateProblem.None, string.Join(' ', tokens.Skip(hit.Start).Take(hit.Count).Select(token => token.Raw)), hit.Start, hit.Count) { IsRelative = true };
        }

        return null;
    }

    private static Found Dotted(int[] parts, int start) => DayAndMonth(parts[0], parts[1], parts[2], start, 1);

    private static Found DayAndMonth(int one, int two, int year, int start, int count) =>
        one > 12 || one == two ? Day(year, two, one, start, count)
        : two > 12 ? Day(year, one, two, start, count)
        : new Found(null, start, count);

    private static Found Day(int year, int month, int day, int start, int count) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new Found(new Period(new DateOnly(year, month, day), new DateOnly(year, month, day)), start, count)
            : new Found(null, start, count);

    private static Found Whole(int year, int? month, int start, int count) => month is null
        ? new Found(new Period(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)), start, count)
        : new Found(new Period(new DateOnly(year, month.Value, 1), LastOf(year, month.Value)), start, count);

    private static DateOnly LastOf(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));

    private static DateOnly? Ago(DateOnly today, int count, string unit) => unit switch
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
        return digits.Length is > 0 and <= 4 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private readonly record struct Found(Period? Period, int Start, int Count);
}
