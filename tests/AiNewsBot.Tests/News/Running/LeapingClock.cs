namespace AiNewsBot.Tests.News.Running;

/// <summary>A clock that leaps on as though time had passed: both what it says and what measures spans.</summary>
internal sealed class LeapingClock : TimeProvider
{
    private long _leapt;

    public void Leap(TimeSpan time) => Interlocked.Add(ref _leapt, time.Ticks);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _leapt));

    public override long GetTimestamp() =>
        base.GetTimestamp() + (long)(TimeSpan.FromTicks(Interlocked.Read(ref _leapt)).TotalSeconds * TimestampFrequency);
}
