using AiNewsBot.Facts.Verdicts;
using Spectre.Console;

namespace AiNewsBot.Cli;

/// <summary>Colours of the palette of 256 that can be read on a black terminal and on a white one: about as far from either.</summary>
internal static class TerminalColors
{
    /// <summary>What matters less than the rest.</summary>
    public static Color Quiet => Color.FromInt32(243);

    /// <summary>The colour of a verdict; the terminal's own without one.</summary>
    public static Color For(VerdictKind? verdict) =>
        verdict switch
        {
            VerdictKind.OpenSource => Color.FromInt32(28),
            VerdictKind.OpenWeights => Color.FromInt32(30),
            VerdictKind.RestrictedWeights => Color.FromInt32(130),
            VerdictKind.NonCommercialWeights => Color.FromInt32(163),
            VerdictKind.Closed => Color.FromInt32(161),
            VerdictKind.Mixed => Color.FromInt32(98),
            _ => Color.Default,
        };
}
