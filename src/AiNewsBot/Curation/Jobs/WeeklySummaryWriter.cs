using System.Data.Common;
using System.Globalization;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Curation.Editing;
using Dapper;

namespace AiNewsBot.Curation.Jobs;

/// <summary>Sums up what became of a server's facts, and what waits there.</summary>
internal static class WeeklySummaryWriter
{
    private const int MaxShown = 3;

    /// <summary>The summary since an instant, as Markdown; null when nothing happened and nothing waits.</summary>
    public static async Task<string?> WriteAsync(DbConnection connection, string server, DateTimeOffset since)
    {
        var values = new
        {
            server,
            since = since.ToUnixTimeMilliseconds(),
            MostShown = MaxShown,
        };
        Task<int> CountAsync(string sql) => connection.ExecuteScalarAsync<int>(sql, values);
        var changes = await CountAsync("SELECT COUNT(*) FROM revisions WHERE layer = @server AND made_at > @since");
        var editors = await CountAsync("SELECT COUNT(DISTINCT editor) FROM revisions WHERE layer = @server AND made_at > @since");
        var made = await CountAsync("SELECT COUNT(*) FROM suggestions WHERE layer = @server AND made_at > @since");
        var decided = (
            await connection.QueryAsync<Decided>(
                "SELECT state AS State, COUNT(*) AS Count FROM suggestions WHERE layer = @server AND decided_at > @since GROUP BY state",
                values
            )
        ).ToDictionary(row => row.State, row => row.Count);
        var waiting = await CountAsync("SELECT COUNT(*) FROM suggestions WHERE layer = @server AND state = 'pending'");
        var contested = await CountAsync(
            "SELECT COUNT(*) FROM statements AS own JOIN statements AS below ON below.id = own.base WHERE own.layer = @server AND "
                + "own.state <> 'inherits' AND below.revision > own.base_revision"
        );
        var unanswered = await CountAsync(
            "SELECT COUNT(*) FROM unanswered WHERE server = @server AND is_ignored = 0 AND last_asked > @since"
        );
        var asked = await connection.QueryAsync<string>(
            "SELECT question FROM unanswered WHERE server = @server AND is_ignored = 0 AND last_asked > @since ORDER BY asked DESC, "
                + "number LIMIT @MostShown",
            values
        );
        var lines = new List<string>();
        if (changes > 0)
            lines.Add($"- {Create(changes, "change", "changes")} of facts by {Create(editors, "person", "people")}");
        if (made + decided.Count > 0)
            lines.Add(
                $"- suggestions: {made} made, {decided.GetValueOrDefault(SuggestionState.Approved)} approved, "
                    + $"{decided.GetValueOrDefault(SuggestionState.Rejected)} rejected, "
                    + $"{decided.GetValueOrDefault(SuggestionState.Superseded)} overtaken by edits"
            );
        if (waiting > 0)
            lines.Add($"- {Create(waiting, "suggestion waits", "suggestions wait")} for a decision: `/fact review`");
        if (contested > 0)
            lines.Add($"- {Create(contested, "fact", "facts")} changed for all servers, below what this server says: `/fact review`");
        if (unanswered > 0)
            lines.Add(
                $"- {Create(unanswered, "question", "questions")} unanswered: "
                    + $"{string.Join(" · ", asked.Select(Markdown.Escape))}{(unanswered > MaxShown ? " · …" : "")}: `/fact "
                    + $"unanswered`"
            );
        return lines.Count == 0 ? null : $"**The facts of this server since {Mentions.Timestamp(since)}**\n{string.Join('\n', lines)}";
    }

    private static string Create(int count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");

    internal sealed record Decided
    {
        public required string State { get; init; }

        public long Count { get; init; }
    }
}
