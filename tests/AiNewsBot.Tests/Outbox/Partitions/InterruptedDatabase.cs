using System.Data.Common;
using AiNewsBot.Facts.Model;
using AiNewsBot.Storage;

namespace AiNewsBot.Tests.Outbox.Partitions;

/// <summary>A database in which another process writes something right after the first look, or that is away.</summary>
internal sealed class InterruptedDatabase(IDatabase database) : IDatabase
{
    /// <summary>What the other one does.</summary>
    public Func<Task>? After { get; set; }

    /// <summary>What each use of it fails with; null for none.</summary>
    public Exception? Failure { get; set; }

    /// <summary>How many transactions were begun.</summary>
    public int Transactions { get; private set; }

    public string Location => database.Location;

    public bool Exists => database.Exists;

    public bool TellsChanges => database.TellsChanges;

    public async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken = default)
    {
        if (Failure is { } failure)
            throw failure;
        var result = await database.ReadAsync(read, cancellationToken);
        var after = After;
        After = null;
        if (after is not null)
            await after();
        return result;
    }

    public Task<T> TryWriteAsync<T>(Func<DbConnection, Task<T>> work, Predicate<T> keeps, CancellationToken cancellationToken = default)
    {
        Transactions++;
        return Failure is { } failure ? Task.FromException<T>(failure) : database.TryWriteAsync(work, keeps, cancellationToken);
    }

    public Task<T> WriteRowsAsync<T>(Func<DbConnection, Task<T>> write, CancellationToken cancellationToken = default) =>
        Failure is { } failure ? Task.FromException<T>(failure) : database.WriteRowsAsync(write, cancellationToken);

    public string ForUpdateSkippingLocked => database.ForUpdateSkippingLocked;

    public string ForShare => database.ForShare;

    public Task<IReadOnlyList<Subject>> ReadGlobalLayerAsync() => database.ReadGlobalLayerAsync();

    public Task<long> ReadChangeCounterAsync() => database.ReadChangeCounterAsync();

    public Task WaitForHintAsync(CancellationToken cancellationToken) => database.WaitForHintAsync(cancellationToken);

    public Task<TimeSpan> ReserveTurnsAsync(string name, int count, TimeSpan interval) => database.ReserveTurnsAsync(name, count, interval);

    public void CloseUnused() => database.CloseUnused();

    public void Dispose() => database.Dispose();
}
