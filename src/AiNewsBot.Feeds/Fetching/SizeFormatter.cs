using System.Globalization;

namespace AiNewsBot.Feeds.Fetching;

/// <summary>Sizes and times in reasons.</summary>
internal static class SizeFormatter
{
    public static string Text(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024.0 * 1024):0.#} MB");

    public static string Text(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.#} s");
}
