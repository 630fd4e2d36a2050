using System.Collections.Immutable;

namespace AiNewsBot.Facts.Auditing;

/// <summary>Claims of a dataset, drawn for an audit with a fixed seed and without a redraw.</summary>
/// <param name="Drawn">The claims, in the order of the draw.</param>
/// <param name="Claims">How many there are to draw from.</param>
/// <param name="Unknown">How many say that something is unknown, which is no claim.</param>
/// <param name="Deprecated">How many are kept as refuted, and answer nothing.</param>
public sealed record ClaimSample(ImmutableArray<SampledClaim> Drawn, int Claims, int Unknown, int Deprecated)
{
    // Up to here a draw keeps a pool of what is left; Python's random.sample decides likewise, so that a seed gives the same draw there.
    private const int SmallDraw = 5;
    private const int SmallSet = 21;

    /// <summary>Draws from the files of a folder.</summary>
    /// <param name="folder">The folder that holds dataset.yaml.</param>
    /// <param name="count">How many to draw; at most all are.</param>
    /// <param name="seed">Decides which.</param>
    /// <exception cref="FormatException">A file is no YAML that can be read.</exception>
    public static ClaimSample Draw(string folder, int count, uint seed)
    {
        var walk = ClaimWalk.Read(folder);
        var claims = walk.Claims.Order(Comparer<SampledClaim>.Create(SampledClaim.Compare)).ToArray();
        return new ClaimSample(
            [.. Indexes(new MersenneTwister(seed), claims.Length, Math.Min(count, claims.Length)).Select(index => claims[index])],
            claims.Length,
            walk.Unknown,
            walk.Deprecated
        );
    }

    /// <summary>Which of so many are drawn, in the order of the draw.</summary>
    internal static IEnumerable<int> Indexes(MersenneTwister random, int among, int count)
    {
        var setSize = SmallSet;
        if (count > SmallDraw)
            setSize += (int)Math.Pow(4, Math.Ceiling(Math.Log(count * 3, 4)));
        if (among <= setSize)
        {
            var pool = Enumerable.Range(0, among).ToArray();
            for (var i = 0; i < count; i++)
            {
                var at = random.Below(among - i);
                yield return pool[at];
                pool[at] = pool[among - i - 1];
            }

            yield break;
        }

        var taken = new HashSet<int>();
        while (taken.Count < count)
        {
            var at = random.Below(among);
            if (taken.Add(at))
                yield return at;
        }
    }
}
