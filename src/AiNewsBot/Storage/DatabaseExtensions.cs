using System.Data.Common;

namespace AiNewsBot.Storage;

/// <summary>Transactions that are always kept.</summary>
internal static class DatabaseExtensions
{
    /// <summary>Does all of the work or none of it.</summary>
    public static Task<T> WriteAsync<T>(
        this IDatabase database,
        Func<DbConnection, Task<T>> work,
        CancellationToken cancellationToken = default
    ) => database.TryWriteAsync(work, _ => true, cancellationToken);

    /// <summary>Does all of the work or none of it.</summary>
    public static Task WriteAsync(this IDatabase database, Func<DbConnection, Task> work, CancellationToken cancellationToken = default) =>
        database.TryWriteAsync(
            async connection =>
            {
                await work(connection);
                return true;
            },
            _ => true,
            cancellationToken
        );
}
