using AiNewsBot.Storage.Postgres;
using AiNewsBot.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace AiNewsBot.Storage.Maintenance;

/// <summary>Work on both databases, whose faults are told as those of one.</summary>
internal static class PostgresFaults
{
    public static async Task<T> TranslateAsync<T>(PostgresServer server, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (NpgsqlException exception)
        {
            throw PostgresErrorText.Create(server.Location, exception, nothingWritten: true);
        }
        catch (SqliteException exception)
        {
            throw StorageErrorText.Create(null, exception);
        }
    }
}
