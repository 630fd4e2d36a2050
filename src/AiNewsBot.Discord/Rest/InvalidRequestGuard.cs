namespace AiNewsBot.Discord.Rest;

/// <summary>Discord bans an address after 10,000 refused requests (401, 403, 429) in ten minutes. This stops well before.</summary>
internal sealed class InvalidRequestGuard(TimeProvider time)
{
    private const int Most = 5000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private DateTimeOffset _began;
    private int _count;

    /// <summary>Whether another request may be sent.</summary>
    public bool IsClosed
    {
        get
        {
            lock (_lock)
                return _count >= Most && time.GetUtcNow() - _began < Window;
        }
    }

    public void Count()
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (now - _began >= Window)
                (_began, _count) = (now, 0);
            _count++;
        }
    }
}
