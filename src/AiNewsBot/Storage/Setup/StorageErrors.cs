using AiNewsBot.Storage.Postgres;
using AiNewsBot.Storage.Sqlite;
using Npgsql;

namespace AiNewsBot.Storage.Setup;

/// <summary>Faults of either database.</summary>
internal static class StorageErrors
{
    /// <summary>The fault of the database that an exception is; null where it is another.</summary>
    public static StorageException? Find(Exception exception) =>
        exception is NpgsqlException
            ? PostgresErrorText.IsOfStorage(exception)
                ? PostgresErrorText.Create(null, exception)
                : null
            : StorageErrorText.Find(exception);
}
