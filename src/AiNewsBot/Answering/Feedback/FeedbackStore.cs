using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Facts.Model;
using AiNewsBot.Scheduling;
using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.Answering.Feedback;

/// <summary>
/// Counts what people think of answers. That one person counts once rests on a hash of their id with the answer's number, under a key of
/// the day; both are deleted a day later, after which nothing tells who voted.
/// </summary>
internal sealed class FeedbackStore(IDatabase database, TimeProvider time)
{
    /// <summary>How long what was counted is kept after the last vote.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(90);

    private static readonly TimeSpan VoteRetention = TimeSpan.FromDays(1);
    private const int MaxTextLength = 500;
    private const string Columns = "number AS Number, question AS Question, answer AS Answer, useful AS Useful, wrong AS Wrong";

    /// <summary>Counts a vote on an answer, or takes it in place of the person's other one.</summary>
    /// <param name="server">Empty outside of servers.</param>
    public Task<VoteResult> VoteAsync(
        string server,
        string question,
        string answer,
        string user,
        Vote vote,
        CancellationToken cancellationToken = default
    ) =>
        database.WriteAsync(
            async connection =>
            {
                await DeleteOldAsync(connection);
                var at = time.Milliseconds();
                var number = await connection.ExecuteScalarAsync<long>(
                    """
                    INSERT INTO feedback (server, question, answer, voted_at) VALUES (@server, @question, @answer, @at)
                    ON CONFLICT (server, question, answer) DO UPDATE SET voted_at = excluded.voted_at RETURNING number
                    """,
                    new
                    {
                        server,
                        question = Ellipsis.Shorten(QuestionSpelling.Normalize(question), MaxTextLength),
                        answer = Ellipsis.Shorten(answer, MaxTextLength),
                        at,
                    }
                );
                var today = await KeyOfTodayAsync(connection);
                var before = await FindAsync(connection, number, user);
                var slug = vote.ToString().ToLowerInvariant();
                if (before?.Vote == slug)
                    return VoteResult.Repeated;
                if (before is not null)
                    await connection.ExecuteAsync(
                        """
                        UPDATE feedback SET useful = useful - @useful, wrong = wrong - @wrong WHERE number = @number;
                        DELETE FROM feedback_votes WHERE feedback = @number AND voter = @Voter;
                        """,
                        new
                        {
                            number,
                            useful = vote == Vote.Wrong ? 1 : 0,
                            wrong = vote == Vote.Useful ? 1 : 0,
                            before.Voter,
                        }
                    );
                await connection.ExecuteAsync(
                    """
                    UPDATE feedback SET useful = useful + @useful, wrong = wrong + @wrong,
                        is_seen = CASE WHEN @wrong = 1 THEN 0 ELSE is_seen END WHERE number = @number;
                    INSERT INTO feedback_votes (feedback, voter, vote, made_at) VALUES (@number, @voter, @slug, @at);
                    """,
                    new
                    {
                        number,
                        useful = vote == Vote.Useful ? 1 : 0,
                        wrong = vote == Vote.Wrong ? 1 : 0,
                        voter = Hash(today, number, user),
                        slug,
                        at,
                    }
                );
                return before is null ? VoteResult.Counted : VoteResult.Changed;
            },
            cancellationToken
        );

    /// <summary>The answer that most called wrong and that no moderator has looked at; null without one.</summary>
    /// <param name="other">Another server's beside it; the same where there is none.</param>
    public Task<CountedAnswer?> FindWorstAsync(string server, string other, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            connection =>
                connection.QueryFirstOrDefaultAsync<CountedAnswer>(
                    $"SELECT {Columns} FROM feedback WHERE server IN (@server, @other) AND is_seen = 0 AND wrong > 0 "
                        + "ORDER BY wrong - useful DESC, wrong DESC, number LIMIT 1",
                    new { server, other }
                ),
            cancellationToken
        );

    /// <summary>Says that moderators have looked at an answer.</summary>
    public Task<bool> MarkSeenAsync(long number, string server, string other, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async connection =>
                await connection.ExecuteAsync(
                    "UPDATE feedback SET is_seen = 1 WHERE number = @number AND server IN (@server, @other) AND is_seen = 0",
                    new
                    {
                        number,
                        server,
                        other,
                    }
                ) == 1,
            cancellationToken
        );

    /// <summary>Deletes what has been kept for as long as it may.</summary>
    public async Task DeleteOldAsync(CancellationToken cancellationToken = default)
    {
        await database.WriteAsync(DeleteOldAsync, cancellationToken);
    }

    /// <summary>Deletes the hashes of a person's votes; what was counted stays without them.</summary>
    public static async Task<int> ForgetAsync(DbConnection connection, string user)
    {
        var count = 0;
        foreach (var row in await FindAllAsync(connection, user))
            count += await connection.ExecuteAsync("DELETE FROM feedback_votes WHERE feedback = @Feedback AND voter = @Voter", row);
        return count;
    }

    /// <summary>A person's votes of the last day.</summary>
    public static async Task<IReadOnlyList<VoteRow>> FindAllAsync(DbConnection connection, string user)
    {
        var keys = await KeysAsync(connection);
        return
        [
            .. (
                await connection.QueryAsync<VoteRow>(
                    "SELECT feedback AS Feedback, voter AS Voter, vote AS Vote, made_at AS MadeAt FROM feedback_votes"
                )
            ).Where(row => keys.Any(key => Hash(key, row.Feedback, user) == row.Voter)),
        ];
    }

    private async Task<int> DeleteOldAsync(DbConnection connection)
    {
        var now = time.GetUtcNow();
        return await connection.ExecuteAsync(
            """
            DELETE FROM feedback_votes WHERE made_at < @votes;
            DELETE FROM feedback_keys WHERE day < @yesterday;
            DELETE FROM feedback WHERE voted_at < @counts;
            """,
            new
            {
                votes = (now - VoteRetention).ToUnixTimeMilliseconds(),
                yesterday = IsoDay.Format(time.Today().AddDays(-1)),
                counts = (now - Retention).ToUnixTimeMilliseconds(),
            }
        );
    }

    private static async Task<VoteRow?> FindAsync(DbConnection connection, long number, string user)
    {
        var keys = await KeysAsync(connection);
        var rows = await connection.QueryAsync<VoteRow>(
            "SELECT feedback AS Feedback, voter AS Voter, vote AS Vote, made_at AS MadeAt FROM feedback_votes WHERE feedback = @number",
            new { number }
        );
        var own = keys.Select(key => Hash(key, number, user)).ToHashSet();
        return rows.FirstOrDefault(row => own.Contains(row.Voter));
    }

    private async Task<string> KeyOfTodayAsync(DbConnection connection)
    {
        var day = IsoDay.Format(time.Today());
        await connection.ExecuteAsync(
            "INSERT INTO feedback_keys (day, secret) VALUES (@day, @secret) ON CONFLICT (day) DO NOTHING",
            new { day, secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)) }
        );
        return (await connection.ExecuteScalarAsync<string?>("SELECT secret FROM feedback_keys WHERE day = @day", new { day }))!;
    }

    private static async Task<IReadOnlyList<string>> KeysAsync(DbConnection connection) =>
        (await connection.QueryAsync<string>("SELECT secret FROM feedback_keys")).AsList();

    private static string Hash(string key, long number, string user) =>
        Convert.ToHexStringLower(
            HMACSHA256.HashData(
                Encoding.ASCII.GetBytes(key),
                Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{number}|{user}"))
            )
        );

    internal sealed record VoteRow
    {
        public long Feedback { get; init; }

        public required string Voter { get; init; }

        public required string Vote { get; init; }

        public long MadeAt { get; init; }
    }
}
