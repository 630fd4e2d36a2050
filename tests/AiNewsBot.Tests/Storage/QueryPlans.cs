using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AiNewsBot.Tests.Harness;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace AiNewsBot.Tests.Storage;

/// <summary>The plans of all statements that a bot ran, as PostgreSQL's <c>auto_explain</c> wrote them into its log.</summary>
internal sealed partial class QueryPlans
{
    /// <summary>The tables that grow with the news, the servers and the edits. Facts are read whole at each start.</summary>
    private static readonly ImmutableHashSet<string> Growing =
    [
        "outbox",
        "items",
        "sightings",
        "digest_items",
        "subscriptions",
        "channels",
        "server_stories",
        "revisions",
        "suggestions",
    ];

    private readonly ImmutableArray<(string Query, string Plan)> _plans;
    private readonly ImmutableHashSet<string> _partial;

    private QueryPlans(ImmutableArray<(string Query, string Plan)> plans, ImmutableHashSet<string> partial) =>
        (_plans, _partial) = (plans, partial);

    /// <summary>The statements.</summary>
    public IEnumerable<string> Queries => _plans.Select(plan => plan.Query).Distinct();

    /// <summary>Makes a database tell its plans. Where an index will do, none of them reads a table.</summary>
    public static async Task TellAsync(PostgresCluster cluster, string database)
    {
        foreach (
            var setting in (string[])
                [
                    "session_preload_libraries = 'auto_explain'",
                    "auto_explain.log_min_duration = 0",
                    "auto_explain.log_nested_statements = on",
                    "enable_seqscan = off",
                    "enable_hashjoin = off",
                    "enable_mergejoin = off",
                ]
        )
            await cluster.ExecuteAsync($"ALTER DATABASE {database} SET {setting}");
    }

    /// <summary>Reads what was told since a length of the log.</summary>
    public static async Task<QueryPlans> ReadAsync(PostgresCluster cluster, string database)
    {
        await using var connection = new NpgsqlConnection($"{cluster[database]};Pooling=False");
        var partial = await connection.QueryAsync<string>(
            "SELECT CAST(indexname AS text) FROM pg_indexes WHERE schemaname = 'public' AND indexdef LIKE '% WHERE %'"
        );
        await using var file = new FileStream(cluster.LogFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var log = new StreamReader(file);
        var plans = Plan()
            .Matches(await log.ReadToEndAsync())
            .Select(match => match.Groups["text"].Value.Replace("\n\t", "\n", StringComparison.Ordinal))
            .Select(text => (text[..PlanStart().Match(text).Index], text[PlanStart().Match(text).Index..]));
        return new QueryPlans([.. plans], [.. partial]);
    }

    /// <summary>Statements that read a whole table which grows, or all of an index on it that holds all of its rows.</summary>
    public IEnumerable<string> WholeTables() =>
        from plan in _plans
        let lines = plan.Plan.Split('\n')
        from number in Enumerable.Range(0, lines.Length)
        let scan = Scan().Match(lines[number])
        where scan.Success && Growing.Contains(scan.Groups["table"].Value)
        let index = scan.Groups["index"].Value
        let details = string.Concat(lines.Skip(number + 1).TakeWhile(line => !line.Contains("->", StringComparison.Ordinal)))
        where
            index.Length == 0
            || !_partial.Contains(index) && !details.Contains("Index Cond", StringComparison.Ordinal) && !IsFirst(lines, number, details)
        select $"{lines[number].Trim()}: {plan.Query}";

    /// <summary>The same of SQLite, for the statements that it is given, too.</summary>
    public IEnumerable<string> WholeTables(SqliteConnection sqlite)
    {
        var partial = sqlite
            .Query<string>("SELECT name FROM sqlite_master WHERE type = 'index' AND sql LIKE '% WHERE %'")
            .ToHashSet(StringComparer.Ordinal);
        foreach (var query in Queries.Where(query => !Own().IsMatch(query)))
        {
            var text = Parameter().Replace(Locking().Replace(query, ""), "?$1");
            foreach (var line in Explain(sqlite, text))
            {
                var scan = SqliteScan().Match(line);
                if (scan.Success && Growing.Contains(scan.Groups["table"].Value) && !partial.Contains(scan.Groups["index"].Value))
                    yield return $"{line}: {text}";
            }
        }
    }

    // The first or last row of an index.
    private static bool IsFirst(string[] lines, int number, string details) =>
        number > 0
        && lines[number - 1].Contains("Limit", StringComparison.Ordinal)
        && !details.Contains("Filter", StringComparison.Ordinal);

    private static List<string> Explain(SqliteConnection sqlite, string query)
    {
        using var command = sqlite.CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {query}";
        foreach (var number in Placeholder().Matches(query).Select(match => match.Value).Distinct())
            command.Parameters.AddWithValue(number, DBNull.Value);
        using var reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read())
            lines.Add(reader.GetString(3));
        return lines;
    }

    [GeneratedRegex(@"LOG:  duration: [^\n]* plan:\n\tQuery Text: (?<text>[^\n]*(?:\n\t[^\n]*)*)")]
    private static partial Regex Plan();

    // A plan's first line is the first that tells a cost.
    [GeneratedRegex(@"^[^\n]*\(cost=", RegexOptions.Multiline)]
    private static partial Regex PlanStart();

    [GeneratedRegex(@"(?:Seq Scan|Index (?:Only )?Scan (?:Backward )?using (?<index>\w+)) on (?<table>\w+)")]
    private static partial Regex Scan();

    [GeneratedRegex(@"^SCAN (?<table>\w+)(?: USING (?:COVERING )?INDEX (?<index>\w+))?")]
    private static partial Regex SqliteScan();

    // Of the server itself, of its foreign keys, and of the parts that the two databases do not share.
    [GeneratedRegex(@"pg_|OPERATOR\(|ONLY ""|change_counter|^(?:BEGIN|COMMIT|SET|LISTEN)")]
    private static partial Regex Own();

    [GeneratedRegex(@"FOR (?:UPDATE SKIP LOCKED|SHARE)")]
    private static partial Regex Locking();

    [GeneratedRegex(@"\$(\d+)")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\?\d+")]
    private static partial Regex Placeholder();
}
