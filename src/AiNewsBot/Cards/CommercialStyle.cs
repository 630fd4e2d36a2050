using AiNewsBot.Facts;

namespace AiNewsBot.Cards;

/// <summary>Whether commercial use is allowed, as symbols that differ in shape and that screen readers name.</summary>
public static class CommercialStyle
{
    public static string Symbol(CommercialUse use) => use switch
    {
        CommercialUse.Yes => "✅",
        CommercialUse.Conditional => "⚠️",
        CommercialUse.No => "❌",
        _ => "❔",
    };
}
