using System.Security.Cryptography;

namespace AiNewsBot.Discord;

/// <summary>How long to wait before another attempt: doubling from a second to a minute,
/// with jitter so that many bots do not return at once.</summary>
internal static class JitteredBackoff
{
    private const int MaxSeconds = 60;

    /// <param name="attempt">From 1.</param>
    public static TimeSpan Delay(int attempt)
    {
        var max = Math.Min(MaxSeconds, Math.Pow(2, Math.Min(attempt, 10) - 1)) * 1000;
        return TimeSpan.FromMilliseconds(max / 2 + RandomNumberGenerator.GetInt32((int)(max / 2) + 1));
    }
}
