namespace AiNewsBot.Jobs;

/// <summary>Notices when the machine's clock is set: what it says and what has passed differ then.</summary>
internal sealed class ClockJumpDetector(TimeProvider time)
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);

    private long _ticks = time.GetTimestamp();
    private DateTimeOffset _now = time.GetUtcNow();

    /// <summary>By how much it jumped since it was looked at last; null where it did not.</summary>
    public TimeSpan? DetectJump()
    {
        var (ticks, now) = (time.GetTimestamp(), time.GetUtcNow());
        var jump = now - _now - time.GetElapsedTime(_ticks, ticks);
        (_ticks, _now) = (ticks, now);
        return jump.Duration() > Tolerance ? jump : null;
    }
}
