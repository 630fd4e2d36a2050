using System.Diagnostics.CodeAnalysis;

namespace AiNewsBot.Discord.Rest;

/// <summary>One of Discord's rate limits, as its headers tell of it. Requests leave in the order in which they came.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A bucket lives as long as its client; its semaphore holds no handle.")]
internal sealed class Bucket(TimeProvider time)
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Lock _lock = new();
    private int _limit = 1;
    private int _remaining = 1;
    private TimeSpan _window;
    private DateTimeOffset _resets;
    private bool _isKnown;

    /// <summary>Waits until one request more is allowed, and takes it. Before the limit is known, requests go one by one.</summary>
    public async Task<IDisposable?> EnterAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            while (true)
            {
                TimeSpan wait;
                lock (_lock)
                {
                    var now = time.GetUtcNow();
                    if (_remaining == 0 && now >= _resets)
                        (_remaining, _resets) = (_limit, now + _window);
                    if (_remaining > 0)
                    {
                        _remaining--;
                        if (!_isKnown)
                            return new Turn(_turn);
                        _turn.Release();
                        return null;
                    }

                    wait = _resets - now;
                }

                await Task.Delay(wait, time, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            _turn.Release();
            throw;
        }
    }

    /// <summary>Learns from the headers of an answer.</summary>
    public void Learn(int limit, int remaining, TimeSpan resetAfter)
    {
        lock (_lock)
        {
            _limit = Math.Max(1, limit);
            _window = resetAfter > _window ? resetAfter : _window;
            var resets = time.GetUtcNow() + resetAfter;

            // Answers may come in another order than their requests went: within one window the least that is left holds.
            _remaining = _isKnown && resets - _resets < TimeSpan.FromMilliseconds(50) ? Math.Min(_remaining, remaining) : remaining;
            (_resets, _isKnown) = (resets, true);
        }
    }

    /// <summary>Nothing is left before this long from now.</summary>
    public void Pause(TimeSpan wait)
    {
        lock (_lock)
            (_remaining, _resets) = (0, time.GetUtcNow() + wait);
    }

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
