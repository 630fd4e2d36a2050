namespace AiNewsBot.Jobs;

/// <summary>How long to wait before another attempt: twice as long each time, up to a limit.</summary>
internal static class Backoff
{
    // A second doubled so often is longer than any limit, and the power stays a number.
    private const int MaxDoublings = 30;

    /// <param name="first">After the first failure.</param>
    /// <param name="failures">How many attempts failed, from 1.</param>
    /// <param name="max">The limit.</param>
    public static TimeSpan Delay(TimeSpan first, int failures, TimeSpan max) =>
        TimeSpan.FromSeconds(Math.Min(first.TotalSeconds * Math.Pow(2, Math.Clamp(failures - 1, 0, MaxDoublings)), max.TotalSeconds));
}
