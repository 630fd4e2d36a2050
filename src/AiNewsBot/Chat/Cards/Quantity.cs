using System.Globalization;

namespace AiNewsBot.Chat.Cards;

/// <summary>A number with what it counts.</summary>
internal static class Quantity
{
    public static string Format(long count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many ?? one + "s")}");
}
