using System.Data.Common;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Jobs;

/// <summary>
/// Work that is done again and again while the bot runs. A fault does not end it; it is logged, once for as long as it stays the same.
/// </summary>
/// <param name="name">As the log names it.</param>
internal sealed partial class PeriodicJob(string name, TimeProvider time, ILogger logger)
{
    /// <summary>After which work that failed is tried again where no interval says so.</summary>
    public static readonly TimeSpan Retry = TimeSpan.FromSeconds(2);

    private string? _fault;

    /// <summary>Works at each interval.</summary>
    /// <param name="first">When it works first: zero for at once.</param>
    public Task RunAsync(TimeSpan first, TimeSpan interval, Func<Task> work, CancellationToken cancellationToken) =>
        RunAsync(first, interval, _ => work(), cancellationToken);

    /// <summary>Works at each interval.</summary>
    /// <param name="first">When it works first: zero for at once.</param>
    public Task RunAsync(TimeSpan first, TimeSpan interval, Func<CancellationToken, Task> work, CancellationToken cancellationToken) =>
        RunAsync(first, interval, Complete(work), cancellationToken);

    private async Task RunAsync(
        TimeSpan first,
        TimeSpan interval,
        Func<CancellationToken, Task<bool>> done,
        CancellationToken cancellationToken
    )
    {
        using var timer = new PeriodicTimer(first > TimeSpan.Zero ? first : interval, time);
        if (first <= TimeSpan.Zero)
            await TryAsync(done, cancellationToken);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            timer.Period = interval;
            await TryAsync(done, cancellationToken);
        }
    }

    /// <summary>Works at once, and whenever it is woken.</summary>
    public Task RunAsync(Wakeup wakeup, Func<CancellationToken, Task> work, CancellationToken cancellationToken) =>
        RunAsync(wakeup, Complete(work), cancellationToken);

    /// <summary>Works at once, and whenever it is woken.</summary>
    /// <param name="work">Returns whether it is done; otherwise it is tried again without being woken.</param>
    public async Task RunAsync(Wakeup wakeup, Func<CancellationToken, Task<bool>> work, CancellationToken cancellationToken)
    {
        while (true)
        {
            var isDone = await TryAsync(work, cancellationToken);
            await wakeup.WaitAsync(isDone ? null : time.GetUtcNow() + Retry, cancellationToken);
        }
    }

    private static Func<CancellationToken, Task<bool>> Complete(Func<CancellationToken, Task> work) =>
        async token =>
        {
            await work(token);
            return true;
        };

    private async Task<bool> TryAsync(Func<CancellationToken, Task<bool>> work, CancellationToken cancellationToken)
    {
        try
        {
            var isDone = await work(cancellationToken);
            _fault = null;
            return isDone;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception)
        {
            // Where a database cannot be used says nothing that its reason does not.
            if (exception.Message != _fault && exception is not ILoggedFault { IsLogged: true })
                Failed(logger, exception is DbException ? null : exception, name, exception.Message);
            _fault = exception.Message;
            return false;
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Failed to {Job}; retrying: {Reason}")]
    private static partial void Failed(ILogger logger, Exception? exception, string job, string reason);
}
