using System.Collections.Concurrent;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Storage;

namespace AiNewsBot.Answering;

/// <summary>
/// Holds the snapshots that questions are answered from: the global one, and on top of it those of the servers that say something else,
/// made when they are first asked for. Readers take one and never wait, but for the first.
/// </summary>
internal sealed class SnapshotHolder(FactStore store) : IDisposable
{
    /// <summary>Servers whose snapshots are kept at hand; one more costs them all, and a millisecond to make each again.</summary>
    private const int MaxLayers = 256;

    private readonly TaskCompletionSource _shown = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<string, (Snapshot Below, Snapshot Layer)> _layers = new();
    private readonly ConcurrentDictionary<string, byte> _notEmpty = new();
    private readonly SemaphoreSlim _building = new(1, 1);
    private volatile Snapshot? _current;

    /// <summary>The global snapshot.</summary>
    /// <exception cref="InvalidOperationException">The facts are not loaded yet.</exception>
    public Snapshot Current => _current ?? throw new InvalidOperationException("The facts are not loaded yet.");

    public bool IsLoaded => _loaded.Task.IsCompleted;

    /// <summary>Completes when there is a snapshot, and the database holds what it shows. The bot connects meanwhile.</summary>
    public Task Loaded => _loaded.Task;

    /// <summary>Completes when there is a snapshot. What needs no database is answered from it while a new one is filled.</summary>
    public Task Shown => _shown.Task;

    /// <summary>The snapshot of a server; the global one where it says nothing else, and outside of servers.</summary>
    public async ValueTask<Snapshot> ForAsync(string? server, CancellationToken cancellationToken = default)
    {
        var current = Current;
        if (server is null || !_notEmpty.ContainsKey(server))
            return current;
        return _layers.TryGetValue(server, out var known) && known.Below == current
            ? known.Layer
            : await BuildAsync(server, cancellationToken);
    }

    /// <summary>The last revision that the snapshots show.</summary>
    public long Seen { get; set; }

    /// <summary>Shows the facts with which a database is filled that is new.</summary>
    public void Show(Snapshot snapshot)
    {
        _current = snapshot;
        _shown.TrySetResult();
    }

    /// <summary>Replaces all, as of a revision.</summary>
    public async Task ReplaceAsync(Snapshot snapshot, long seen, CancellationToken cancellationToken = default)
    {
        Seen = seen;
        foreach (var layer in await store.LayersAsync(cancellationToken))
            _notEmpty[layer] = 0;
        Show(snapshot);
        _loaded.TrySetResult();
    }

    /// <summary>Takes in what changed in a layer; the next answer there shows it.</summary>
    public async Task RefreshAsync(string layer, IReadOnlyCollection<string> subjects, CancellationToken cancellationToken = default)
    {
        await _building.WaitAsync(cancellationToken);
        try
        {
            if (layer == StatementRow.Global)
            {
                var current = Current;
                var read = await store.ReadAsync(subjects, cancellationToken);

                // Subjects that came or went are a new dataset, which another process took in.
                _current =
                    read.Count == subjects.Count
                    && read.All(subject => current.Facts.Find(subject.Id) is { } view && view.Subject.Parent == subject.Parent)
                        ? current with
                        {
                            Answerer = current.Answerer.WithFacts(current.Facts.With(read)),
                        }
                        : Snapshot.Create(FactBase.Create(await store.ReadAsync()), current.Version, current.BuiltAt);
                return;
            }

            _notEmpty[layer] = 0;
            _layers.TryRemove(layer, out _);
        }
        finally
        {
            _building.Release();
        }
    }

    /// <summary>Forgets a server's snapshot, whose layer is gone.</summary>
    public async Task DropAsync(string layer)
    {
        await _building.WaitAsync();
        _notEmpty.TryRemove(layer, out _);
        _layers.TryRemove(layer, out _);
        _building.Release();
    }

    public void Dispose() => _building.Dispose();

    private async Task<Snapshot> BuildAsync(string server, CancellationToken cancellationToken)
    {
        // What was read before an edit is not kept after it: Refresh waits.
        await _building.WaitAsync(cancellationToken);
        try
        {
            var below = Current;
            var facts = below.Facts.With(await store.ReadLayerAsync(server, below.Facts, cancellationToken));
            var layer = below.WithFacts(facts);
            if (_layers.Count >= MaxLayers)
                _layers.Clear();
            _layers[server] = (below, layer);
            return layer;
        }
        finally
        {
            _building.Release();
        }
    }
}
