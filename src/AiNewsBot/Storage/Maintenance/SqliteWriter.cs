using System.Data;
using AiNewsBot.Storage.Postgres;
using AiNewsBot.Storage.Sqlite;
using Dapper;
using Microsoft.Data.Sqlite;

namespace AiNewsBot.Storage.Maintenance;

/// <summary>Puts all rows of PostgreSQL, as they are at one moment, into a new SQLite file.</summary>
internal static class SqliteWriter
{
    /// <param name="file">A file that does not exist yet.</param>
    /// <returns>How many rows were copied and found to be the same.</returns>
    /// <exception cref="StorageException">It failed, or what was written differs.</exception>
    public static async Task<long> WriteAsync(PostgresConnection postgres, DatabaseFile file)
    {
        Migrator.Create(file);
        await using var sqlite = file.Open();
        await using var snapshot = await postgres.Inner.BeginTransactionAsync(IsolationLevel.RepeatableRead);
        var tables = await TableShapes.ReadAsync(sqlite, postgres);
        await sqlite.ExecuteAsync("BEGIN IMMEDIATE");
        foreach (var table in tables.Reverse())
            await sqlite.ExecuteAsync($"DELETE FROM {table.Name}");
        foreach (var table in tables)
        {
            await CopyAsync(postgres, sqlite, table);
            if (table is { Counter: { } column, Name: not "feeds" })
                await SetCounterAsync(postgres, sqlite, table.Name, column);
        }

        await sqlite.ExecuteAsync("COMMIT");
        return await RowVerifier.VerifyAsync(tables, sqlite, postgres);
    }

    private static async Task CopyAsync(PostgresConnection postgres, SqliteConnection sqlite, TableShape table)
    {
        await using var reader = await TableReader.OpenAsync(postgres, table);
        using var insert = new PreparedCommand(sqlite, table.Insert, [.. table.Columns.Select((_, i) => $"@v{i}")]);
        var values = new object?[table.Columns.Length];
        while (await reader.ReadAsync())
        {
            for (var column = 0; column < values.Length; column++)
                values[column] = reader[column];
            await insert.RunAsync(values);
        }
    }

    private static async Task SetCounterAsync(PostgresConnection postgres, SqliteConnection sqlite, string table, string column)
    {
        var given = await postgres.ExecuteScalarAsync<long?>(
            "SELECT pg_sequence_last_value(CAST(pg_get_serial_sequence(@table, @column) AS regclass))",
            new { table, column }
        );
        if (given is null)
            return;
        await sqlite.ExecuteAsync("DELETE FROM sqlite_sequence WHERE name = @table", new { table });
        await sqlite.ExecuteAsync("INSERT INTO sqlite_sequence (name, seq) VALUES (@table, @given)", new { table, given });
    }
}
