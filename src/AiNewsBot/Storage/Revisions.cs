using System.Data.Common;
using Dapper;

namespace AiNewsBot.Storage;

/// <summary>Every change of a statement, append-only.</summary>
internal static class Revisions
{
    public const string Columns = """
        number AS Number, layer AS Layer, statement AS Statement, subject AS Subject, property AS Property, kind AS Kind,
            content AS Content,
        before AS Before, editor AS Editor, reason AS Reason, together AS BatchId, undoes AS Undoes, made_at AS MadeAt
        """;

    /// <summary>The first of so many new numbers.</summary>
    public static async Task<long> ReserveNumbersAsync(DbConnection connection, int count) =>
        await connection.ExecuteScalarAsync<long>("UPDATE revision_counter SET last = last + @count RETURNING last", new { count })
        - count
        + 1;

    /// <summary>The last number given.</summary>
    public static Task<long> GetLastAsync(DbConnection connection) =>
        connection.ExecuteScalarAsync<long>("SELECT last FROM revision_counter");

    /// <summary>Those with a higher number, in order.</summary>
    public static async Task<IReadOnlyList<RevisionRow>> ReadAfterAsync(DbConnection connection, long number) =>
        (
            await connection.QueryAsync<RevisionRow>(
                $"SELECT {Columns} FROM revisions WHERE number > @number ORDER BY number",
                new { number }
            )
        ).AsList();

    public static Task WriteAsync(DbConnection connection, RevisionRow row) =>
        connection.ExecuteAsync(
            """
            INSERT INTO revisions (number, layer, statement, subject, property, kind, content, before, editor, reason, together, undoes,
                made_at)
            VALUES (@Number, @Layer, @Statement, @Subject, @Property, @Kind, @Content, @Before, @Editor, @Reason, @BatchId, @Undoes,
                @MadeAt)
            """,
            row
        );

    public static Task<RevisionRow?> FindAsync(DbConnection connection, long number) =>
        connection.QueryFirstOrDefaultAsync<RevisionRow>($"SELECT {Columns} FROM revisions WHERE number = @number", new { number });
}
