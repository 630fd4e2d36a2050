using AiNewsBot.Facts.Model;

namespace AiNewsBot.Answering;

/// <summary>Whether something can be had, as symbols that differ in shape and that screen readers name.</summary>
internal static class AvailabilityStyle
{
    public static string Symbol(Availability availability) =>
        availability switch
        {
            Availability.Available => "✅",
            Availability.Gated => "🔒",
            Availability.OnRequest => "✉️",
            Availability.Partial => "🌗",
            Availability.Unavailable => "❌",
            _ => "❔",
        };
}
