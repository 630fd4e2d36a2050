namespace AiNewsBot.Discord;

/// <summary>Time since a start, by a clock that is never set: limits kept by the wall
/// clock would stop for an hour when it is set back by one.</summary>
internal sealed class MonotonicClock(TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();

    public TimeSpan Elapsed => time.GetElapsedTime(_start);
}
