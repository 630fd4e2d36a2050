using System.Collections.Immutable;
using System.Data.Common;
using AiNewsBot.Storage.Postgres;
using Dapper;
using Microsoft.Data.Sqlite;

namespace AiNewsBot.Storage.Maintenance;

/// <summary>The tables of a SQLite database, each behind those that it refers to, compared with PostgreSQL's.</summary>
internal static class TableShapes
{
    // Each database has its own, and Litestream keeps two in a SQLite file that it copies (https://litestream.io/how-it-works/).
    private static readonly string[] Own = ["SchemaVersions", "schemaversions", "change_counter", "_litestream_seq", "_litestream_lock"];

    /// <exception cref="StorageException">The databases have other tables or columns.</exception>
    public static async Task<IReadOnlyList<TableShape>> ReadAsync(SqliteConnection sqlite, PostgresConnection postgres)
    {
        var shapes = Read(sqlite);
        var difference = await FindDifferenceAsync(shapes, postgres);
        return difference is null
            ? shapes
            : throw new StorageException($"The databases have schemas that differ ({difference}), so nothing was copied.")
            {
                Fault = StorageError.Foreign,
            };
    }

    /// <summary>The first difference in tables and columns; null without one.</summary>
    internal static async Task<string?> FindDifferenceAsync(IReadOnlyList<TableShape> shapes, DbConnection postgres)
    {
        var theirs = (
            await postgres.QueryAsync<ColumnRow>(
                """
                SELECT CAST(table_name AS text) AS TableName, CAST(column_name AS text) AS ColumnName
                FROM information_schema.columns WHERE table_schema = current_schema()
                """
            )
        ).Where(row => !Own.Contains(row.TableName)).Select(row => $"{row.TableName}.{row.ColumnName}").ToHashSet();
        var ours = shapes.SelectMany(shape => shape.Columns.Select(column => $"{shape.Name}.{column}")).ToHashSet();
        return ours.Except(theirs).Order(StringComparer.Ordinal).Select(name => $"PostgreSQL lacks {name}").FirstOrDefault()
            ?? theirs.Except(ours).Order(StringComparer.Ordinal).Select(name => $"SQLite lacks {name}").FirstOrDefault();
    }

    internal static IReadOnlyList<TableShape> Read(SqliteConnection sqlite)
    {
        var names = sqlite
            .Query<string>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name")
            .Except(Own)
            .ToArray();
        var ordered = new List<string>();
        foreach (var name in names)
            Visit(name);
        return [.. ordered.Select(name => ReadOne(sqlite, name))];

        void Visit(string name)
        {
            if (ordered.Contains(name))
                return;
            foreach (var parent in sqlite.Query<string>("SELECT DISTINCT \"table\" FROM pragma_foreign_key_list(@name)", new { name }))
            {
                if (parent != name)
                    Visit(parent);
            }

            ordered.Add(name);
        }
    }

    private static TableShape ReadOne(SqliteConnection sqlite, string name)
    {
        var columns = sqlite
            .Query<KeyRow>("SELECT name AS Name, type AS Type, pk AS Position FROM pragma_table_info(@name) ORDER BY cid", new { name })
            .ToArray();
        var key = columns.Where(column => column.Position > 0).OrderBy(column => column.Position).ToArray();
        var counter = key is [{ Type: "INTEGER", Name: "id" or "number" } only] && IsCounted(sqlite, name) ? only.Name : null;
        return new TableShape(name, [.. columns.Select(column => column.Name)], [.. key.Select(column => column.Name)], counter);
    }

    // Numbers of feeds come back once their rows are gone; those of all others that count do not.
    private static bool IsCounted(SqliteConnection sqlite, string name) =>
        name == "feeds"
        || sqlite
            .ExecuteScalar<string>("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = @name", new { name })!
            .Contains("AUTOINCREMENT", StringComparison.OrdinalIgnoreCase);

    internal sealed record ColumnRow
    {
        public required string TableName { get; init; }

        public required string ColumnName { get; init; }
    }

    internal sealed record KeyRow
    {
        public required string Name { get; init; }

        public required string Type { get; init; }

        public long Position { get; init; }
    }
}
