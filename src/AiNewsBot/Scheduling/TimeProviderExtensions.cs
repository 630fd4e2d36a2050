namespace AiNewsBot.Scheduling;

/// <summary>Days by a clock: facts are told as of a day of UTC.</summary>
internal static class TimeProviderExtensions
{
    /// <summary>The day that it is.</summary>
    public static DateOnly Today(this TimeProvider time) => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
}
