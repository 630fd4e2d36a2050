using AiNewsBot.Facts.Model;

namespace AiNewsBot.Answering;

/// <summary>Whether commercial use is allowed, as symbols that differ in shape and that screen readers name.</summary>
internal static class CommercialStyle
{
    public static string Symbol(CommercialUse use) =>
        use switch
        {
            CommercialUse.Yes => "✅",
            CommercialUse.Conditional => "⚠️",
            CommercialUse.No => "❌",
            _ => "❔",
        };
}
