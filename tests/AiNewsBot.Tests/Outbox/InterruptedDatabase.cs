using System.Data.Common;
using AiNewsBot.Facts.Model;
using AiNewsBot.Storage;

namespace AiNewsBot.Tests.Outbox;

/// <summary>A database in which another process writes something between a look and the first transaction after it.</summary>
internal sealed class InterruptedDatabase(IDatabase database, Func<Task> interrupts) : IDatabase
{
    private Func<Task>? _interrupts = interrupts;

    public string Location => database.Location;

    public bool Exists => database.Exists;

    public bool TellsChanges => database.TellsChanges;

    public Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken = default) =>
        database.ReadAsync(read, cancellationToken);

    public async Task<T> TryWriteAsync<T>(
        Func<DbConnection, Task<T>> work,
        Predicate<T> keeps,
        CancellationToken cancellationToken = default
    )
    {
        if (Interlocked.Exchange(ref _interrupts, null) is { } first)
            await first();
        return await database.TryWriteAsync(work, keeps, cancellationToken);
    }

    public Task<IReadOnlyList<Subject>> ReadGlobalLayerAsync() => database.ReadGlobalLayerAsync();

    public Task<long> ReadChangeCounterAsync() => database.ReadChangeCounterAsync();

    public Task WaitForHintAsync(CancellationToken cancellationToken) => database.WaitForHintAsync(cancellationToken);

    public void CloseUnused() => database.CloseUnused();

    public void Dispose() => database.Dispose();
}
