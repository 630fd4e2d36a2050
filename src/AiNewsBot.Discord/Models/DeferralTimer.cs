namespace AiNewsBot.Discord.Models;

/// <summary>
/// Announces an answer that takes long. A timer of its own does so, since a handler that holds its thread, as a write to a database does,
/// gives back nothing to wait for.
/// </summary>
internal sealed class DeferralTimer : IDisposable
{
    private readonly TaskCompletionSource<(Deferral Deferral, bool IsInTime)> _announced = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );
    private readonly Func<Deferral> _deferral;

    // False where the announcement came too late.
    private readonly Func<Deferral, Task<bool>> _announce;
    private readonly ITimer _timer;
    private int _isAnswered;

    public DeferralTimer(TimeProvider time, TimeSpan after, Func<Deferral> deferral, Func<Deferral, Task<bool>> announce)
    {
        (_deferral, _announce) = (deferral, announce);
        _timer = time.CreateTimer(
            state => _ = ((DeferralTimer)state!).FireAsync(),
            this,
            after > TimeSpan.Zero ? after : TimeSpan.Zero,
            Timeout.InfiniteTimeSpan
        );
    }

    /// <summary>What was announced, and whether in time, where <see cref="TryAnswer"/> says no.</summary>
    public Task<(Deferral Deferral, bool IsInTime)> Announced => _announced.Task;

    /// <summary>Whether the answer is the first one; if not, it is announced, and is to be filled in.</summary>
    public bool TryAnswer() => Interlocked.Exchange(ref _isAnswered, 1) == 0;

    public void Dispose() => _timer.Dispose();

    private async Task FireAsync()
    {
        var deferral = _deferral();
        if (deferral == Deferral.None || !TryAnswer())
            return;
        try
        {
            _announced.SetResult((deferral, await _announce(deferral)));
        }
        catch (Exception exception)
        {
            _announced.SetException(exception);
        }
    }
}
