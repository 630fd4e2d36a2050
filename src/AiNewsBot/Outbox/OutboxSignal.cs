using AiNewsBot.Jobs;
using AiNewsBot.Storage;

namespace AiNewsBot.Outbox;

/// <summary>Wakes the dispatcher when there is something to post: at once where this process wrote it, else by the watch.</summary>
internal sealed class OutboxSignal(DatabaseWatch watch)
{
    private readonly Wakeup _wakeup = watch.CreateWakeup();

    public void Raise() => _wakeup.Raise();

    /// <param name="due">When a post that waits is to be sent; null where none does.</param>
    public Task WaitAsync(DateTimeOffset? due, CancellationToken cancellationToken) => _wakeup.WaitAsync(due, cancellationToken);
}
