using AiNewsBot.Storage.Postgres;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace AiNewsBot.Storage.Maintenance;

/// <summary>Puts all rows of a SQLite database into PostgreSQL, in the place of those that are there: all of them or none.</summary>
internal static class PostgresLoader
{
    /// <param name="sqlite">Of this program's schema; within a transaction, so that it stays as it is.</param>
    /// <param name="postgres">Of this program's schema.</param>
    /// <returns>How many rows were copied and found to be the same.</returns>
    /// <exception cref="StorageException">It failed, or what was written differs: nothing was kept.</exception>
    public static async Task<long> LoadAsync(SqliteConnection sqlite, PostgresConnection postgres)
    {
        var tables = await TableShapes.ReadAsync(sqlite, postgres);
        await using var transaction = await postgres.Inner.BeginTransactionAsync();
        await postgres.ExecuteAsync($"SELECT pg_advisory_xact_lock({PostgresServer.WriteLock})");
        await postgres.ExecuteAsync($"TRUNCATE {string.Join(", ", tables.Select(table => table.Name))}");
        foreach (var table in tables)
        {
            await CopyAsync(sqlite, postgres.Inner, table);
            if (table.Counter is { } column)
                await SetCounterAsync(sqlite, postgres, table.Name, column);
        }

        var rows = await RowVerifier.VerifyAsync(tables, sqlite, postgres);
        await postgres.ExecuteAsync("UPDATE change_counter SET last = last + 1");
        await transaction.CommitAsync();

        // Until a server has looked at its tables it plans by guesses, and it looks only minutes later.
        await postgres.ExecuteAsync($"ANALYZE {string.Join(", ", tables.Select(table => table.Name))}");
        return rows;
    }

    private static async Task CopyAsync(SqliteConnection sqlite, NpgsqlConnection postgres, TableShape table)
    {
        await using var reader = await TableReader.OpenAsync(sqlite, table);
        await using var importer = await postgres.BeginBinaryImportAsync(table.CopyIn);
        while (await reader.ReadAsync())
        {
            await importer.StartRowAsync();
            for (var column = 0; column < table.Columns.Length; column++)
            {
                switch (reader[column])
                {
                    case null:
                        await importer.WriteNullAsync();
                        break;
                    case long number:
                        await importer.WriteAsync(number, NpgsqlDbType.Bigint);
                        break;
                    case string text:
                        await importer.WriteAsync(text, NpgsqlDbType.Text);
                        break;
                    case var other:
                        throw new StorageException(
                            $"{table.Name}.{table.Columns[column]} holds a {other.GetType().Name}: nothing was kept."
                        );
                }
            }
        }

        await importer.CompleteAsync();
    }

    // Numbers that were given once are given to nothing else, also where their rows are gone.
    private static async Task SetCounterAsync(SqliteConnection sqlite, PostgresConnection postgres, string table, string column)
    {
        var given = await sqlite.ExecuteScalarAsync<long>(
            $"SELECT MAX(COALESCE((SELECT seq FROM sqlite_sequence WHERE name = @table), 0), "
                + $"COALESCE((SELECT MAX({column}) FROM {table}), 0))",
            new { table }
        );
        await postgres.ExecuteAsync(
            $"SELECT setval(pg_get_serial_sequence(@table, @column), GREATEST(@given, 1), @given > 0)",
            new
            {
                table,
                column,
                given,
            }
        );
    }
}
