namespace AiNewsBot.Discord;

/// <summary>Time since a start, by a clock that nobody sets: limits that are kept by the wall clock would stand still for an hour when it is set back by one.</summary>
internal sealed class Uptime(TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();

    public TimeSpan Now => time.GetElapsedTime(_start);
}
