namespace AiNewsBot.Facts.Claims;

/// <summary>Words of a message that say something of a kind: a licence, that weights are public, a day.</summary>
/// <param name="Kind">Index of its kind.</param>
/// <param name="Start">Index of its first unit.</param>
/// <param name="End">Index of the unit behind it.</param>
/// <param name="Likelihood">How likely it does.</param>
internal readonly record struct ClaimSpan(int Kind, int Start, int End, float Likelihood)
{
    /// <summary>Whether it has a unit in common with others.</summary>
    public bool Overlaps(int start, int end) => Start < end && start < End;
}
