using System.Collections.Immutable;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions.Dates;

/// <summary>Reads the date as of which is asked. A month or year means its last
/// day; what is not understood is said, never guessed.</summary>
internal sealed class AsOfDateReader(Lexicon lexicon)
{
    private const int MaxMonthLength = 31;
    private const int MaxLead = 4;

    private readonly DateFormatParser _forms = new(lexicon);

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
            if (_forms.ReadAt(tokens, start, today) is { } dateMatch)
                return Resolve(WithEnd(dateMatch, tokens, today), tokens, hits, today);
        }

        return RelativeDates.Read(tokens, hits, today);
    }

    // From 2019 to 2020, between 2019 and 2020, 2019-2020
    private DateFormatParser.DateMatch WithEnd(DateFormatParser.DateMatch dateMatch, ImmutableArray<Token> tokens, DateOnly today)
    {
        var next = dateMatch.Start + dateMatch.Count;
        var isBetween = dateMatch.Start > 0 && tokens[dateMatch.Start - 1].Text is "between" or "from";
        if (next < tokens.Length && tokens[next].Text is "and" or "to" or "until" or "till" && isBetween)
            next++;
        else if (next >= tokens.Length || !tokens[next].IsYear)
            return dateMatch;
        return
            next < tokens.Length
            && dateMatch.Period is { } first
            && _forms.ReadAt(tokens, next, today) is { Period: { } last } end
            && last.Last >= first.First
            ? new DateFormatParser.DateMatch(new Period(first.First, last.Last), dateMatch.Start, end.Start + end.Count - dateMatch.Start)
            : dateMatch;
    }

    private static DatePhrase Resolve(
        DateFormatParser.DateMatch dateMatch,
        ImmutableArray<Token> tokens,
        ImmutableArray<CueHit> hits,
        DateOnly today
    )
    {
        var typed = string.Join(' ', tokens.Skip(dateMatch.Start).Take(dateMatch.Count).Select(token => token.Raw));
        if (dateMatch.Period is not { } period)
            return new DatePhrase(null, null, DateProblem.Unclear, typed, dateMatch.Start, dateMatch.Count);
        var before = WordBefore(hits, dateMatch.Start);

        // A summer is one half of the world's winter; the middle of a month is in that month.
        if (
            !(IsMiddle(tokens, dateMatch.Start) && period.Last.DayNumber - period.First.DayNumber < MaxMonthLength)
            && hits.FirstOrDefault(hit => hit.Cue is { Group: "dates", Value: "vague" } && dateMatch.Start - hit.End is 0 or 1)
                is { Cue: not null } vague
        )
            return new DatePhrase(
                null,
                null,
                DateProblem.Unclear,
                string.Join(' ', tokens.Skip(vague.Start).Take(dateMatch.Start + dateMatch.Count - vague.Start).Select(token => token.Raw)),
                vague.Start,
                dateMatch.Start + dateMatch.Count - vague.Start
            );
        var part = before is "end" or "start" ? before : null;
        if (part is not null)
            before = WordBefore(
                hits,
                hits.Where(hit => hit.End == dateMatch.Start && hit.Cue.Group == "dates" && hit.Cue.Value == part).Min(hit => hit.Start)
            );
        var point = part switch
        {
            "end" => new Period(period.Last, period.Last),
            "start" => new Period(period.First, period.First),
            _ => period,
        };
        if (point.First > today)
            return new DatePhrase(null, period, DateProblem.Future, typed, dateMatch.Start, dateMatch.Count);
        var day = before switch
        {
            // "Until the end of May" leaves out what changed on one of its last days.
            "before" when part == "end" && IsUntil(tokens, dateMatch.Start) => period.First.AddDays(-1),
            "before" => point.First.AddDays(-1),
            "after" => point.Last.AddDays(1),
            _ => point.Last,
        };
        return new DatePhrase(day > today ? today : day, period, DateProblem.None, typed, dateMatch.Start, dateMatch.Count)
        {
            IsRelative = dateMatch.IsRelative,
        };
    }

    private static bool IsUntil(ImmutableArray<Token> tokens, int start) =>
        tokens[Math.Max(0, start - MaxLead)..start].Any(token => token.Text is "until" or "till");

    private static bool IsMiddle(ImmutableArray<Token> tokens, int start) =>
        start > 0 && tokens[start - 1].Text is "mid" || start > 1 && tokens[start - 2].Text is "middle";

    private static string? WordBefore(ImmutableArray<CueHit> hits, int index)
    {
        CueHit? nearest = null;
        foreach (var hit in hits)
        {
            if (
                hit.Cue.Group == "dates"
                && hit.End == index
                && (nearest is null || hit.Count > nearest.Value.Count || hit.Cue.Value is "before" or "after" or "end" or "start")
            )
                nearest = hit;
        }

        return nearest?.Cue.Value;
    }
}
