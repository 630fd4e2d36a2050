using System.Globalization;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Lists;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Facts.Answers;

/// <summary>Makers that published weights, and whose later releases that are known are all closed.</summary>
internal static class StoppedAnswers
{
    private const int MinLater = 2;

    public static Answer Create(AnswerContext context, ListFilter filter)
    {
        var rows = new List<(DateOnly Day, AnswerRow Row, IEnumerable<Statement> Because)>();
        foreach (var maker in context.Facts.Organizations.Where(maker => filter.Of.IsEmpty || filter.Of.Contains(maker)))
        {
            (Release Release, Verdict Verdict)[] judged =
            [
                .. OpennessAnswers
                    .Judge(context, maker)
                    .Where(pair => pair.Release.Whole is null && pair.Verdict.Kind != VerdictKind.Unknown),
            ];
            var later = judged.TakeWhile(pair => pair.Verdict.Kind == VerdictKind.Closed).ToArray();
            if (later.Length < MinLater || later.Length == judged.Length)
                continue;
            var last = judged[later.Length];
            var since = (last.Release.FirstWeights ?? last.Release.Announcement) is { } first ? DayText.Write(first) : "";
            rows.Add(
                (
                    last.Release.Known,
                    new AnswerRow(
                        maker.Name,
                        context.Wording[
                            "trend_stopped_row",
                            ("last", last.Release.Name),
                            ("date", since),
                            ("count", later.Length.ToString(CultureInfo.InvariantCulture)),
                            ("names", context.Names([.. later.Select(pair => pair.Release)], 4))
                        ]
                    ),
                    last.Verdict.Because.Concat(later.SelectMany(pair => pair.Verdict.Because.Take(1)))
                )
            );
        }

        return rows.Count == 0
            ? context.Refuse(AnswerStatus.NoFact, context.Wording["trend_none_stopped", ("when", "")])
            : context.Answer([], context.Wording["trend_stopped", ("when", "")], rows.SelectMany(row => row.Because)) with
            {
                Rows = [.. rows.OrderByDescending(row => row.Day).Select(row => row.Row)],
            };
    }
}
