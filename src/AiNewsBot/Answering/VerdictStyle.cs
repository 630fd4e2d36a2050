using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Answering;

/// <summary>How verdicts look: a colour for the edge, and a symbol that reads without colour.</summary>
internal static class VerdictStyle
{
    public static int? Accent(VerdictKind? verdict) =>
        verdict switch
        {
            VerdictKind.OpenSource => 0x2E9E5B,
            VerdictKind.OpenWeights => 0x2A8FBD,
            VerdictKind.RestrictedWeights => 0xD9A021,
            VerdictKind.NonCommercialWeights => 0xDB6E2B,
            VerdictKind.Closed => 0xC23B3B,
            VerdictKind.Mixed => 0x8A63C9,
            _ => 0x7A828C,
        };

    public static string Symbol(VerdictKind? verdict) =>
        verdict switch
        {
            VerdictKind.OpenSource => "🟢",
            VerdictKind.OpenWeights => "🔵",
            VerdictKind.RestrictedWeights => "🟡",
            VerdictKind.NonCommercialWeights => "🟠",
            VerdictKind.Closed => "🔴",
            VerdictKind.Mixed => "🟣",
            _ => "⚪",
        };
}
