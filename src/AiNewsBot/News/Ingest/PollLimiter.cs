namespace AiNewsBot.News.Ingest;

/// <summary>So many feeds are asked at once. One that takes long gives its place on, lest slow servers hold up all the others; only so many
/// may hang there.</summary>
internal sealed class PollLimiter(TimeProvider time) : IDisposable
{
    private const int AtOnce = 32;
    private const int MaxStragglers = 96;
    private static readonly TimeSpan SlowAfter = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _free = new(AtOnce, AtOnce);
    private readonly SemaphoreSlim _stragglers = new(MaxStragglers, MaxStragglers);

    public Task EnterAsync(CancellationToken cancellationToken) => _free.WaitAsync(cancellationToken);

    /// <summary>Runs in a place that was entered, and leaves it.</summary>
    public async Task RunAsync(Func<Task> run)
    {
        using var over = new CancellationTokenSource();
        var giveOn = YieldSlotAsync(over.Token);
        try
        {
            await run();
        }
        finally
        {
            await over.CancelAsync();
            (await giveOn ? _stragglers : _free).Release();
        }
    }

    public void Dispose()
    {
        _free.Dispose();
        _stragglers.Dispose();
    }

    private async Task<bool> YieldSlotAsync(CancellationToken over)
    {
        try
        {
            await Task.Delay(SlowAfter, time, over);
            await _stragglers.WaitAsync(over);
        }
        catch (OperationCanceledException)
        {
            return false;
        }

        _free.Release();
        return true;
    }
}
