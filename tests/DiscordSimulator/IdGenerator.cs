using System.Globalization;

namespace DiscordSimulator;

/// <summary>Ids in the form of Discord's.</summary>
internal static class IdGenerator
{
    public const string Application = "123456789012345678";
    public const string BotUser = "123456789012345679";
    public const string FirstGuild = "200000000000000000";

    private static long _next = 900_000_000_000_000_000;

    public static string Next() => Interlocked.Increment(ref _next).ToString(CultureInfo.InvariantCulture);
}
