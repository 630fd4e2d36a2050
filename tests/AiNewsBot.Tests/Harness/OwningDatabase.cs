using System.Data.Common;
using AiNewsBot.Facts.Model;
using AiNewsBot.Storage;

namespace AiNewsBot.Tests.Harness;

/// <summary>A database that closes with it what it is made of.</summary>
internal sealed class OwningDatabase(IDatabase inner, IDisposable owned) : IDatabase
{
    public string Location => inner.Location;

    public bool Exists => inner.Exists;

    public bool TellsChanges => inner.TellsChanges;

    public Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken = default) =>
        inner.ReadAsync(read, cancellationToken);

    public Task<T> TryWriteAsync<T>(Func<DbConnection, Task<T>> work, Predicate<T> keeps, CancellationToken cancellationToken = default) =>
        inner.TryWriteAsync(work, keeps, cancellationToken);

    public Task<T> WriteRowsAsync<T>(Func<DbConnection, Task<T>> write, CancellationToken cancellationToken = default) =>
        inner.WriteRowsAsync(write, cancellationToken);

    public string ForUpdateSkippingLocked => inner.ForUpdateSkippingLocked;

    public string ForShare => inner.ForShare;

    public Task<IReadOnlyList<Subject>> ReadGlobalLayerAsync() => inner.ReadGlobalLayerAsync();

    public Task<long> ReadChangeCounterAsync() => inner.ReadChangeCounterAsync();

    public Task WaitForHintAsync(CancellationToken cancellationToken) => inner.WaitForHintAsync(cancellationToken);

    public Task<TimeSpan> ReserveTurnsAsync(string name, int count, TimeSpan interval) => inner.ReserveTurnsAsync(name, count, interval);

    public void CloseUnused() => inner.CloseUnused();

    public void Dispose()
    {
        inner.Dispose();
        owned.Dispose();
    }
}
