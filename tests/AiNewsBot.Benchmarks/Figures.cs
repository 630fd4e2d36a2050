namespace AiNewsBot.Benchmarks;

/// <summary>Times in milliseconds, in order.</summary>
internal sealed class Figures
{
    private readonly double[] _sorted;

    public Figures(IEnumerable<double> milliseconds) => _sorted = [.. milliseconds.Order()];

    public double At(double share) => _sorted[Math.Min(_sorted.Length - 1, (int)(share * _sorted.Length))];

    public override string ToString() =>
        $"n {_sorted.Length}, median {At(0.5):0.###} ms, 99th percentile {At(0.99):0.###} ms, longest {_sorted[^1]:0.###} ms";
}
