using System.Data.Common;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Storage;

/// <summary>The database of a running bot, whose faults are logged.</summary>
internal sealed class FaultLoggingDatabase(IDatabase inner, DatabaseFaultLog faults) : IDatabase
{
    public string Location => inner.Location;

    public bool Exists => inner.Exists;

    public bool TellsChanges => inner.TellsChanges;

    public string ForUpdateSkippingLocked => inner.ForUpdateSkippingLocked;

    public string ForShare => inner.ForShare;

    public Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken = default) =>
        ReportAsync(inner.ReadAsync(read, cancellationToken));

    public Task<T> TryWriteAsync<T>(Func<DbConnection, Task<T>> work, Predicate<T> keeps, CancellationToken cancellationToken = default) =>
        ReportAsync(inner.TryWriteAsync(work, keeps, cancellationToken));

    public Task<T> WriteRowsAsync<T>(Func<DbConnection, Task<T>> write, CancellationToken cancellationToken = default) =>
        ReportAsync(inner.WriteRowsAsync(write, cancellationToken));

    public Task<IReadOnlyList<Subject>> ReadGlobalLayerAsync() => ReportAsync(inner.ReadGlobalLayerAsync());

    public Task<long> ReadChangeCounterAsync() => ReportAsync(inner.ReadChangeCounterAsync());

    public Task WaitForHintAsync(CancellationToken cancellationToken) => inner.WaitForHintAsync(cancellationToken);

    public Task<TimeSpan> ReserveTurnsAsync(string name, int count, TimeSpan interval) =>
        ReportAsync(inner.ReserveTurnsAsync(name, count, interval));

    public void CloseUnused() => inner.CloseUnused();

    public void Dispose() => inner.Dispose();

    private async Task<T> ReportAsync<T>(Task<T> work)
    {
        try
        {
            return await work;
        }
        catch (StorageException exception)
        {
            faults.Report(exception);
            throw;
        }
    }
}
