using AiNewsBot.Facts.DatasetReading;
using AiNewsBot.Facts.Language;
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
    TimeProvider time,
    ILogger<FactLoadingService> logger
) : IHostedService
{
    private static readonly TimeSpan SettledAfter = TimeSpan.FromSeconds(5);

    /// <summary>Begins at once with the others: connecting takes about as long as loading. On a thread of its own, so that
    /// connecting finds one free.</summary>
    public Task StartAsync(CancellationToken cancellationToken) =>
        Task
            .Factory.StartNew(() => LoadAsync(cancellationToken), cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)
            .Unwrap();

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        // Languages are read beside the facts.
        Languages.Prepare();
        await preparer.PrepareAsync(cancellationToken);
        var seeded = await store.SeedAsync(DatasetReader.DigestOfEmbedded(), DatasetReader.ReadEmbedded);
        if (seeded.Added + seeded.Changed + seeded.Removed > 0)
            Seeded(logger, seeded.Version, seeded.Added, seeded.Changed, seeded.Removed);
        if (seeded.Conflicts > 0)
            Contested(logger, seeded.Conflicts);
        var seen = await store.LastRevisionAsync();
        var facts = FactBase.Create(await store.ReadAsync());
        await snapshots.ReplaceAsync(Snapshot.Create(facts, seeded.Version, time.GetUtcNow()), seen);
        _ = TidyAsync();
        Ready(logger, facts.Releases.Length, facts.Organizations.Length, seeded.Version);
    }

    // Reading leaves far more garbage than the bot will make in a day; given back, it does not count as the bot's memory. Later, so that it
    // delays neither connecting nor the first question.
    private async Task TidyAsync()
    {
        await Task.Delay(SettledAfter, time);
        database.CloseUnused();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
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
