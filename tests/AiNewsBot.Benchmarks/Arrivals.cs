namespace AiNewsBot.Benchmarks;

/// <summary>When questions are asked: so many a second, one at a time at even distances, or in bursts at uneven ones.</summary>
internal sealed record Arrivals(int PerSecond, int Burst, bool IsEven)
{
    private const int Seed = 25;

    public static Arrivals Even(int perSecond) => new(perSecond, 1, IsEven: true);

    /// <summary>Bursts that come independently of each other, as people do: the times between them are exponentially distributed.</summary>
    public static Arrivals Uneven(int perSecond, int burst) => new(perSecond, burst, IsEven: false);

    /// <summary>The times since the beginning, in order. The same each time.</summary>
    public IEnumerable<TimeSpan> During(TimeSpan duration)
    {
        var random = new Random(Seed);
        var between = TimeSpan.FromSeconds((double)Burst / PerSecond);
        for (var at = TimeSpan.Zero; at < duration; at += IsEven ? between : -Math.Log(1 - random.NextDouble()) * between)
        {
            for (var i = 0; i < Burst; i++)
                yield return at;
        }
    }

    public override string ToString() =>
        IsEven ? $"{PerSecond} a second, evenly"
        : Burst == 1 ? $"{PerSecond} a second, unevenly"
        : $"{PerSecond} a second, in bursts of {Burst}";
}
