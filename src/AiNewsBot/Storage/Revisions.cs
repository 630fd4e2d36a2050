using Dapper;
using Microsoft.Data.Sqlite;

namespace AiNewsBot.Storage;

/// <summary>Every change of a statement, append-only.</summary>
internal static class Revisions
{
    public const string Columns = """
        number AS Number, layer AS Layer, statement AS Statement, subject AS Subject, property AS Property, kind AS Kind,
            content AS Content,
        before AS Before, editor AS Editor, reason AS Reason, together AS Together, undoes AS Undoes, made_at AS MadeAt
        """;

    /// <summary>The first of so many new numbers.</summary>
    public static long ReserveNumbers(SqliteConnection connection, SqliteTransaction? transaction, int count) =>
        connection.ExecuteScalar<long>("UPDATE revision_counter SET last = last + @count RETURNING last", new { count }, transaction)
        - count
        + 1;

    /// <summary>The last number given.</summary>
    public static long GetLast(SqliteConnection connection) => connection.ExecuteScalar<long>("SELECT last FROM revision_counter");

    public static void Write(SqliteConnection connection, SqliteTransaction? transaction, RevisionRow row) =>
        connection.Execute(
            """
            INSERT INTO revisions (number, layer, statement, subject, property, kind, content, before, editor, reason, together, undoes,
                made_at)
            VALUES (@Number, @Layer, @Statement, @Subject, @Property, @Kind, @Content, @Before, @Editor, @Reason, @Together, @Undoes,
                @MadeAt)
            """,
            row,
            transaction
        );

    public static RevisionRow? Find(SqliteConnection connection, SqliteTransaction? transaction, long number) =>
        connection.QueryFirstOrDefault<RevisionRow>($"SELECT {Columns} FROM revisions WHERE number = @number", new { number }, transaction);
}
