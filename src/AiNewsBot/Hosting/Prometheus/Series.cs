namespace AiNewsBot.Hosting.Prometheus;

/// <summary>The values of one instrument under one set of tags.</summary>
/// <param name="boundaries">Upper bounds of a histogram's buckets; empty for what is no histogram.</param>
internal sealed class Series(IReadOnlyList<double> boundaries)
{
    private readonly Lock _lock = new();
    private readonly long[] _buckets = new long[boundaries.Count];

    private double _sum;
    private long _count;

    /// <summary>Adds to a counter.</summary>
    public void Add(double value)
    {
        lock (_lock)
            _sum += value;
    }

    /// <summary>Replaces the value of a gauge, or of a counter that counts by itself.</summary>
    public void Set(double value)
    {
        lock (_lock)
            _sum = value;
    }

    /// <summary>Records a value of a histogram.</summary>
    public void Record(double value)
    {
        lock (_lock)
        {
            _sum += value;
            _count++;
            for (var i = 0; i < boundaries.Count; i++)
            {
                if (value <= boundaries[i])
                    _buckets[i]++;
            }
        }
    }

    /// <summary>The values of one moment.</summary>
    /// <returns>Sum or value, how many were recorded, and how many of them were at most each bound.</returns>
    public (double Sum, long Count, long[] Buckets) Read()
    {
        lock (_lock)
            return (_sum, _count, [.. _buckets]);
    }
}
