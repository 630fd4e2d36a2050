using AiNewsBot.Storage;

namespace AiNewsBot.Chat.Discord;

/// <summary>
/// Discord's 50 requests a second, which all processes of a token share: each request has a turn of its own, given out by the database and
/// by its clock. As many turns are asked for at once as requests wait. While the database is away, each process keeps the limit alone.
/// </summary>
internal sealed class SharedRequestPace(IDatabase database, TimeProvider time)
{
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20.2);
    private const string Name = "discord-requests";
    private const int MaxTurns = 10;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly Queue<TaskCompletionSource<Turn>> _waiting = [];
    private bool _isAsking;
    private long? _failedAt;

    /// <summary>Waits for the turn of a request.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        var mine = new TaskCompletionSource<Turn>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _waiting.Enqueue(mine);
            if (!_isAsking)
            {
                _isAsking = true;
                _ = Task.Run(AskAsync, CancellationToken.None);
            }
        }

        var turn = await mine.Task.WaitAsync(cancellationToken);
        await time.WaitForTurnAsync(turn.Wait, turn.Since, cancellationToken);
    }

    private async Task AskAsync()
    {
        while (true)
        {
            TaskCompletionSource<Turn>[] asking;
            lock (_lock)
            {
                asking = [.. Enumerable.Range(0, Math.Min(_waiting.Count, MaxTurns)).Select(_ => _waiting.Dequeue())];
                if (asking.Length == 0)
                {
                    _isAsking = false;
                    return;
                }
            }

            var first = await ReserveAsync(asking.Length);
            var now = time.GetTimestamp();
            for (var i = 0; i < asking.Length; i++)
                asking[i].SetResult(new Turn(now, first is { } wait ? wait + i * Interval : TimeSpan.Zero));
        }
    }

    // Null where the database gives none: what posts waits for it in any case.
    private async Task<TimeSpan?> ReserveAsync(int turns)
    {
        if (_failedAt is { } last && time.GetElapsedTime(last) < Pause)
            return null;
        var first = await database.TryReserveAsync(Name, turns, Interval, time);
        _failedAt = first is null ? time.GetTimestamp() : null;
        return first;
    }

    private readonly record struct Turn(long Since, TimeSpan Wait);
}
