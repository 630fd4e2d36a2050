namespace AiNewsBot.Chat.Limits;

/// <summary>
/// So many acts of one person within a time, at once or spread. Of each person one moment is kept: until when what they did fills their
/// share (the generic cell rate algorithm), in memory alone.
/// </summary>
/// <param name="max">How many; 0 for no limit.</param>
internal sealed class UserLimiter(int max, TimeSpan window, TimeProvider time)
{
    private const int MaxIdle = 10_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, TimeSpan> _filledUntil = [];
    private readonly long _start = time.GetTimestamp();

    /// <summary>Counts an act of a person; zero where they may, else how long until they may.</summary>
    public TimeSpan Acquire(string user)
    {
        if (max == 0)
            return TimeSpan.Zero;
        lock (_lock)
        {
            var now = time.GetElapsedTime(_start);
            var filled = _filledUntil.TryGetValue(user, out var until) && until > now ? until : now;
            var next = filled + window / max;
            if (next - now > window)
                return next - now - window;
            if (_filledUntil.Count >= MaxIdle)
                DropIdle(now);
            _filledUntil[user] = next;
            return TimeSpan.Zero;
        }
    }

    private void DropIdle(TimeSpan now)
    {
        foreach (var user in _filledUntil.Where(pair => pair.Value <= now).Select(pair => pair.Key).ToArray())
            _filledUntil.Remove(user);
    }
}
