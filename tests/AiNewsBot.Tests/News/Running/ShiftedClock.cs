namespace AiNewsBot.Tests.News.Running;

/// <summary>The machine's clock as somebody sets it. What measures spans of time goes on as ever.</summary>
internal sealed class ShiftedClock : TimeProvider
{
    private long _shift;

    public TimeSpan Shift
    {
        set => Volatile.Write(ref _shift, value.Ticks);
    }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Volatile.Read(ref _shift));
}
