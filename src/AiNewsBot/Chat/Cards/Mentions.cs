namespace AiNewsBot.Chat.Cards;

/// <summary>Members, roles, channels and moments as the chat shows them. Nothing that the bot sends pings anyone by them.</summary>
internal static class Mentions
{
    public static string User(string id) => $"<@{Digits(id)}>";

    public static string Role(string id) => $"<@&{Digits(id)}>";

    public static string Channel(string id) => $"<#{Digits(id)}>";

    /// <summary>A moment in each reader's own time zone.</summary>
    public static string Timestamp(DateTimeOffset at) => $"<t:{at.ToUnixTimeSeconds()}:f>";

    // What is no id cannot break out.
    private static string Digits(string id) => id.Length > 0 && id.All(char.IsAsciiDigit) ? id : "0";
}
