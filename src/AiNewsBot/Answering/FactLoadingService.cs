using AiNewsBot.Facts.DatasetReading;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Answering;

/// <summary>Prepares the database and builds the snapshot from it. Questions before that wait for it.</summary>
internal sealed partial class FactLoadingService(
    IDatabase database,
    IDatabasePreparer preparer,
    FactStore store,
    SnapshotHolder snapshots,
    ShippedSnapshot shipped,
    TimeProvider time,
    ILogger<FactLoadingService> logger
) : IHostedService, IDisposable
{
    private static readonly TimeSpan SettledAfter = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LockPause = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _stopping = new();
    private Task _tidying = Task.CompletedTask;

    /// <summary>Begins at once with the others: connecting takes about as long as loading. On a thread of its own, so that
    /// connecting finds one free.</summary>
    public Task StartAsync(CancellationToken cancellationToken) =>
        Task
            .Factory.StartNew(() => LoadAsync(cancellationToken), cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)
            .Unwrap();

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _tidying.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => _stopping.Dispose();

    // A start that is cut off counts as failed: a bot that is stopped meanwhile ends its waits, and finishes what is short.
    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        // What fills a new database is what comes with the program: the first questions do not wait for it.
        if (await store.IsUnfilledAsync(CancellationToken.None))
            snapshots.Show((await shipped.GetAsync()).ToSnapshot(time.GetUtcNow()));
        await preparer.PrepareAsync(cancellationToken);

        // A new database is filled from the same objects: a second copy of the dataset would be the most memory that the bot ever needs.
        var contents = await shipped.GetAsync();
        var seeded = await SeedAsync(contents.Dataset, cancellationToken);
        if (seeded.Added + seeded.Changed + seeded.Removed > 0)
            Seeded(logger, seeded.Version, seeded.Added, seeded.Changed, seeded.Removed);
        if (seeded.Conflicts > 0)
            Contested(logger, seeded.Conflicts);
        var seen = await store.LastRevisionAsync(CancellationToken.None);
        var snapshot = await CreateSnapshotAsync(contents, seeded.Version);
        await snapshots.ReplaceAsync(snapshot, seen, CancellationToken.None);
        shipped.Release();
        _tidying = TidyAsync(_stopping.Token);
        Ready(logger, snapshot.Facts.Releases.Length, snapshot.Facts.Organizations.Length, seeded.Version);
    }

    // Of several processes that start together one fills the database, for longer than the others wait for a transaction.
    private async Task<SeedResult> SeedAsync(Dataset dataset, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            try
            {
                return await store.SeedAsync(ShippedDataset.Digest, () => dataset, CancellationToken.None);
            }
            catch (StorageException exception)
                when (exception.Fault == StorageError.Locked && time.GetElapsedTime(began) < WriteOutage.MaxLock)
            {
                await Task.Delay(LockPause, time, cancellationToken);
            }
        }
    }

    private async Task<Snapshot> CreateSnapshotAsync(ShippedSnapshot.Contents contents, int version) =>
        await store.IsAsSeededAsync(ShippedDataset.Digest, contents.Answerer.Facts)
            ? contents.ToSnapshot(time.GetUtcNow())
            : Snapshot.Create(FactBase.Create(await store.ReadAsync()), version, time.GetUtcNow());

    // Reading leaves far more garbage than the bot will make in a day; given back, it does not count as the bot's memory. Later, so that it
    // delays neither connecting nor the first question.
    private async Task TidyAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(SettledAfter, time, cancellationToken);
        database.CloseUnused();
        await new MemoryTrimmer(time).TrimAsync(cancellationToken);
    }

    [LoggerMessage(
        1,
        LogLevel.Information,
        "Seeded dataset version {Version}: {Added} statements added, {Changed} changed, {Removed} removed"
    )]
    private static partial void Seeded(ILogger logger, int version, int added, int changed, int removed);

    [LoggerMessage(3, LogLevel.Information, "The new dataset conflicts with {Count} edits of curators, which are kept: see /fact review")]
    private static partial void Contested(ILogger logger, int count);

    [LoggerMessage(2, LogLevel.Information, "Facts ready: {Releases} releases of {Organizations} makers, version {Version}")]
    private static partial void Ready(ILogger logger, int releases, int organizations, int version);
}
