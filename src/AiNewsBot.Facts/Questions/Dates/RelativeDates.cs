using System.Collections.Immutable;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions.Dates;

/// <summary>Dates that are told from today: last year, this week, yesterday.</summary>
internal static class RelativeDates
{
    /// <summary>The first of a question, or null.</summary>
    public static DatePhrase? Read(ImmutableArray<Token> tokens, ImmutableArray<CueHit> hits, DateOnly today)
    {
        foreach (var hit in hits)
        {
            if (hit.Cue.Group != "dates")
                continue;
            if (hit.Cue.Value == "future")
                return new DatePhrase(
                    null,
                    null,
                    DateProblem.Future,
                    string.Join(' ', tokens.Skip(hit.Start).Take(hit.Count).Select(token => token.Raw)),
                    hit.Start,
                    hit.Count
                )
                {
                    IsRelative = true,
                };
            Period? period = hit.Cue.Value switch
            {
                "last_year" => new Period(new DateOnly(today.Year - 1, 1, 1), new DateOnly(today.Year - 1, 12, 31)),
                "this_year" => new Period(new DateOnly(today.Year, 1, 1), today),
                "last_month" => new Period(
                    new DateOnly(today.Year, today.Month, 1).AddMonths(-1),
                    new DateOnly(today.Year, today.Month, 1).AddDays(-1)
                ),
                "this_month" => new Period(new DateOnly(today.Year, today.Month, 1), today),
                "this_week" => new Period(today.AddDays(-(((int)today.DayOfWeek + 6) % 7)), today),
                "last_week" => new Period(
                    today.AddDays(-(((int)today.DayOfWeek + 6) % 7) - 7),
                    today.AddDays(-(((int)today.DayOfWeek + 6) % 7) - 1)
                ),
                "yesterday" => new Period(today.AddDays(-1), today.AddDays(-1)),
                _ => null,
            };
            if (period is { } span)
                return new DatePhrase(
                    span.Last,
                    span,
                    DateProblem.None,
                    string.Join(' ', tokens.Skip(hit.Start).Take(hit.Count).Select(token => token.Raw)),
                    hit.Start,
                    hit.Count
                )
                {
                    IsRelative = true,
                };
        }

        return null;
    }
}
