namespace AiNewsBot.Scheduling;

/// <summary>Times as the database keeps them.</summary>
internal static class UnixTime
{
    public static long Milliseconds(this TimeProvider time) => time.GetUtcNow().ToUnixTimeMilliseconds();

    public static DateTimeOffset ToDateTimeOffset(this long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    /// <summary>As Discord shows it, to each reader in his own time zone.</summary>
    public static string FormatTag(this long milliseconds, char style = 'f') => $"<t:{milliseconds / 1000}:{style}>";
}
