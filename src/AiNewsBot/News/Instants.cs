namespace AiNewsBot.News;

/// <summary>Times as the database keeps them.</summary>
internal static class Instants
{
    public static long Milliseconds(this TimeProvider time) => time.GetUtcNow().ToUnixTimeMilliseconds();

    public static DateTimeOffset ToInstant(this long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    /// <summary>As Discord shows it, to each reader in his own time zone.</summary>
    public static string Tag(this long milliseconds, char style = 'f') => $"<t:{milliseconds / 1000}:{style}>";
}
