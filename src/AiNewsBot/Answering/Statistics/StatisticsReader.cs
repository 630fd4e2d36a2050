using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Scheduling;
using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.Answering.Statistics;

/// <summary>What happened in a server, by the week.</summary>
internal sealed class StatisticsReader(IDatabase database, QuestionStatistics questions, TimeProvider time)
{
    /// <summary>How many weeks are told, this one among them.</summary>
    public const int Weeks = 12;

    private const int DaysInWeek = 7;

    /// <summary>The weeks, the oldest first; they begin on Mondays in UTC.</summary>
    public async Task<ImmutableArray<WeekCounts>> ReadAsync(string server, CancellationToken cancellationToken = default)
    {
        await questions.WriteAsync();
        var today = time.Today();
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % DaysInWeek));
        var first = monday.AddDays(-DaysInWeek * (Weeks - 1));
        var values = new
        {
            server,
            day = IsoDay.Format(first),
            since = new DateTimeOffset(first, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeMilliseconds(),
            week = (long)TimeSpan.FromDays(DaysInWeek).TotalMilliseconds,
        };
        return await database.ReadAsync<ImmutableArray<WeekCounts>>(
            async connection =>
            {
                var asked = (
                    await connection.QueryAsync<DayRow>(
                        "SELECT day AS Day, asked AS Asked, unanswered AS Unanswered FROM question_counts "
                            + "WHERE server = @server AND day >= @day",
                        values
                    )
                ).ToLookup(row => (IsoDay.Parse(row.Day).DayNumber - first.DayNumber) / DaysInWeek);
                async Task<Dictionary<long, long>> CountAsync(string sql) =>
                    (await connection.QueryAsync<WeekRow>(sql, values)).ToDictionary(row => row.Week, row => row.Count);
                var edits = await CountAsync(
                    "SELECT (made_at - @since) / @week AS Week, COUNT(*) AS Count FROM revisions WHERE layer = @server AND made_at >= "
                        + "@since "
                        + "GROUP BY (made_at - @since) / @week"
                );
                var posts = await CountAsync(
                    "SELECT (sent_at - @since) / @week AS Week, COUNT(*) AS Count FROM outbox WHERE server_id = @server AND state = 'sent' "
                        + "AND kind IN ('item', 'digest', 'post') AND sent_at >= @since GROUP BY (sent_at - @since) / @week"
                );
                return
                [
                    .. Enumerable
                        .Range(0, Weeks)
                        .Select(week => new WeekCounts(
                            first.AddDays(DaysInWeek * week),
                            asked[week].Sum(row => row.Asked),
                            asked[week].Sum(row => row.Unanswered),
                            edits.GetValueOrDefault(week),
                            posts.GetValueOrDefault(week)
                        )),
                ];
            },
            cancellationToken
        );
    }

    internal sealed record DayRow
    {
        public required string Day { get; init; }

        public long Asked { get; init; }

        public long Unanswered { get; init; }
    }

    internal sealed record WeekRow
    {
        public long Week { get; init; }

        public long Count { get; init; }
    }
}
