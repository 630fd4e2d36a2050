using AiNewsBot.Facts;

namespace AiNewsBot.Cards;

/// <summary>Whether something can be had, as symbols that differ in shape and that screen readers name.</summary>
public static class AvailabilityStyle
{
    public static string Symbol(Availability availability) => availability switch
    {
        Availability.Available => "✅",
        Availability.Gated => "🔒",
        Availability.OnRequest => "✉️",
        Availability.Partial => "🌗",
        Availability.Unavailable => "❌",
        _ => "❔",
    };
}
