using System.Security.Cryptography;

namespace AiNewsBot.Common;

/// <summary>How long to wait before another attempt: twice as long each time, up to a limit.</summary>
internal static class Backoff
{
    // A second doubled so often is longer than any limit, and the power stays a number.
    private const int MaxDoublings = 30;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <param name="first">After the first failure.</param>
    /// <param name="failures">How many attempts failed, from 1.</param>
    /// <param name="max">The limit.</param>
    public static TimeSpan Delay(TimeSpan first, int failures, TimeSpan max) =>
        TimeSpan.FromSeconds(Math.Min(first.TotalSeconds * Math.Pow(2, Math.Clamp(failures - 1, 0, MaxDoublings)), max.TotalSeconds));

    /// <summary>From a second to a minute, of which half at random, so that many bots do not return at once.</summary>
    /// <param name="failures">How many attempts failed, from 1.</param>
    public static TimeSpan Jittered(int failures) => Jittered(Second, failures);

    /// <summary>Up to a minute, of which half at random.</summary>
    /// <param name="first">The longest wait after the first failure.</param>
    /// <param name="failures">How many attempts failed, from 1.</param>
    public static TimeSpan Jittered(TimeSpan first, int failures)
    {
        var half = (int)Delay(first, failures, Minute).TotalMilliseconds / 2;
        return TimeSpan.FromMilliseconds(half + RandomNumberGenerator.GetInt32(half + 1));
    }
}
