using System.Data.Common;
using Dapper;

namespace AiNewsBot.Servers.Privacy;

/// <summary>The servers of which anything is stored.</summary>
internal static class KnownServers
{
    // Those of tables that grow with the news and the edits are read along an index, from one server to the next: all rows of one server
    // are one step.
    private const string Sql = """
        WITH RECURSIVE
            of_statements (known) AS (SELECT MIN(layer) FROM statements
                UNION ALL SELECT (SELECT MIN(layer) FROM statements WHERE layer > known) FROM of_statements WHERE known IS NOT NULL),
            of_revisions (known) AS (SELECT MIN(layer) FROM revisions
                UNION ALL SELECT (SELECT MIN(layer) FROM revisions WHERE layer > known) FROM of_revisions WHERE known IS NOT NULL),
            of_suggestions (known) AS (SELECT MIN(layer) FROM suggestions
                UNION ALL SELECT (SELECT MIN(layer) FROM suggestions WHERE layer > known) FROM of_suggestions WHERE known IS NOT NULL),
            of_questions (known) AS (SELECT MIN(server) FROM question_counts
                UNION ALL SELECT (SELECT MIN(server) FROM question_counts WHERE server > known) FROM of_questions WHERE known IS NOT NULL),
            of_feedback (known) AS (SELECT MIN(server) FROM feedback
                UNION ALL SELECT (SELECT MIN(server) FROM feedback WHERE server > known) FROM of_feedback WHERE known IS NOT NULL),
            of_subscriptions (known) AS (SELECT MIN(server_id) FROM subscriptions WHERE server_id IS NOT NULL
                UNION ALL SELECT (SELECT MIN(server_id) FROM subscriptions WHERE server_id > known) FROM of_subscriptions
                    WHERE known IS NOT NULL),
            of_channels (known) AS (SELECT MIN(server_id) FROM channels WHERE server_id IS NOT NULL
                UNION ALL SELECT (SELECT MIN(server_id) FROM channels WHERE server_id > known) FROM of_channels WHERE known IS NOT NULL),
            of_items (known) AS (SELECT MIN(server_id) FROM items WHERE server_id IS NOT NULL
                UNION ALL SELECT (SELECT MIN(server_id) FROM items WHERE server_id > known) FROM of_items WHERE known IS NOT NULL),
            of_outbox (known) AS (SELECT MIN(server_id) FROM outbox WHERE server_id IS NOT NULL
                UNION ALL SELECT (SELECT MIN(server_id) FROM outbox WHERE server_id > known) FROM of_outbox WHERE known IS NOT NULL)
        SELECT id FROM (
            SELECT id FROM servers UNION SELECT known FROM of_statements UNION SELECT known FROM of_revisions
            UNION SELECT known FROM of_suggestions
            UNION SELECT known FROM of_questions UNION SELECT known FROM of_feedback UNION SELECT known FROM of_subscriptions
            UNION SELECT known FROM of_channels UNION SELECT known FROM of_items UNION SELECT known FROM of_outbox
            UNION SELECT layer FROM drafts UNION SELECT layer FROM imports UNION SELECT server FROM unanswered
            UNION SELECT server FROM claim_checks UNION SELECT server_id FROM server_feeds
        ) AS servers_of_all WHERE id <> 'global' AND id <> ''
        """;

    public static async Task<IReadOnlyList<string>> ReadAsync(DbConnection connection) =>
        (await connection.QueryAsync<string>(Sql)).AsList();
}
