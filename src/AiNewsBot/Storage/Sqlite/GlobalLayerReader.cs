using AiNewsBot.Facts.Model;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AiNewsBot.Storage.Sqlite;

/// <summary>
/// Reads the whole global layer, as every start does: column by column from SQLite's own memory, since thousands of rows as objects with
/// their texts would be garbage the moment they are read.
/// </summary>
internal static class GlobalLayerReader
{
    public static IReadOnlyList<Subject> Read(SqliteConnection connection)
    {
        var shared = new ValueInterner();
        var (statements, aliases) = ReadStatements(connection, shared);
        var withdrawn = ReadWithdrawn(connection);
        using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT id, kind, name, parent, about, aliases, details, related, asks FROM subjects "
            + "WHERE layer = 'global' ORDER BY position";
        using var reader = command.ExecuteReader();
        var row = reader.Handle!;
        var subjects = new List<Subject>();
        while (reader.Read())
        {
            var id = shared.Text(Bytes(row, 0));
            var names = FactJson.Texts(Bytes(row, 5));
            subjects.Add(
                new Subject
                {
                    Id = id,
                    Kind = Enum.Parse<SubjectKind>(reader.GetString(1), ignoreCase: true),
                    Name = shared.Text(Bytes(row, 2)),
                    Parent = Text(row, 3, shared),
                    About = Text(row, 4, shared),
                    Aliases = aliases.TryGetValue(id, out var added) ? names.AddRange(added) : names,
                    Details = FactJson.Map(Bytes(row, 6)),
                    Related = FactJson.Texts(Bytes(row, 7)),
                    Asks = FactJson.Texts(Bytes(row, 8)),
                    Withdrawn = withdrawn.TryGetValue(id, out var gone) ? [.. gone] : [],
                    Statements = statements.TryGetValue(id, out var said) ? [.. said] : [],
                }
            );
        }

        return subjects;
    }

    // An added alias is a name, and no claim.
    private static (Dictionary<string, List<Statement>> Statements, Dictionary<string, List<string>> Aliases) ReadStatements(
        SqliteConnection connection,
        ValueInterner shared
    )
    {
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT id, subject, property, value, valid_from, valid_to, sources, verified_on, note, rank, qualifiers
            FROM statements WHERE layer = 'global' AND state = 'stated' ORDER BY subject, position
            """;
        using var reader = command.ExecuteReader();
        var row = reader.Handle!;
        var statements = new Dictionary<string, List<Statement>>();
        var aliases = new Dictionary<string, List<string>>();
        while (reader.Read())
        {
            var subject = shared.Text(Bytes(row, 1));
            if (Bytes(row, 2).SequenceEqual("alias"u8))
                GetOrAdd(aliases, subject).Add(shared.Text(Bytes(row, 3)));
            else
                GetOrAdd(statements, subject).Add(StatementOf(row, subject, shared));
        }

        return (statements, aliases);
    }

    // What curators took back; a dataset drops its rows whole.
    private static Dictionary<string, List<Withdrawal>> ReadWithdrawn(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT subject, property FROM statements WHERE layer = 'global' AND state = 'retracted'";
        using var reader = command.ExecuteReader();
        var withdrawn = new Dictionary<string, List<Withdrawal>>();
        while (reader.Read())
            GetOrAdd(withdrawn, reader.GetString(0)).Add(new Withdrawal(reader.GetString(1), IsLocal: false));
        return withdrawn;
    }

    private static Statement StatementOf(sqlite3_stmt row, string subject, ValueInterner shared) =>
        new()
        {
            Id = raw.sqlite3_column_text(row, 0).utf8_to_string(),
            Subject = subject,
            Property = shared.Text(Bytes(row, 2)),
            Value = shared.Text(Bytes(row, 3)),
            ValidFrom = Date(row, 4, shared),
            ValidTo = Date(row, 5, shared),
            Sources = shared.Sources(Bytes(row, 6)),
            VerifiedOn = shared.Date(Bytes(row, 7)).Earliest,
            Note = Text(row, 8, shared),
            Rank = Enum.Parse<Rank>(shared.Text(Bytes(row, 9)), ignoreCase: true),
            Qualifiers = FactJson.Map(Bytes(row, 10)),
        };

    private static List<T> GetOrAdd<T>(Dictionary<string, List<T>> lists, string subject)
    {
        if (!lists.TryGetValue(subject, out var list))
            lists.Add(subject, list = []);
        return list;
    }

    private static FactDate? Date(sqlite3_stmt row, int column, ValueInterner shared) =>
        IsNull(row, column) ? null : shared.Date(Bytes(row, column));

    private static string? Text(sqlite3_stmt row, int column, ValueInterner shared) =>
        IsNull(row, column) ? null : shared.Text(Bytes(row, column));

    private static bool IsNull(sqlite3_stmt row, int column) => raw.sqlite3_column_type(row, column) == raw.SQLITE_NULL;

    // The database's texts are UTF-8, and a text asked for as a blob is its bytes.
    private static ReadOnlySpan<byte> Bytes(sqlite3_stmt row, int column) => raw.sqlite3_column_blob(row, column);
}
