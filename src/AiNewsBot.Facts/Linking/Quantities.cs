using System.Collections.Immutable;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Linking;

/// <summary>Numbers that count something, and are no versions: "3 years", "2 million", "99%".</summary>
internal static class Quantities
{
    /// <summary>Whether the number at a place is one.</summary>
    public static bool IsAt(ImmutableArray<Token> tokens, int index) =>
        tokens[index] is { IsNumber: true } number
        && (number.IsPercentage || index + 1 < tokens.Length && tokens[index + 1] is { Joint: ' ' } next && IsCounted(next.Text));

    /// <summary>Whether a word says what a number before it counts.</summary>
    public static bool IsCounted(string text) =>
        text
            is "years"
                or "months"
                or "weeks"
                or "days"
                or "hours"
                or "minutes"
                or "times"
                or "million"
                or "billion"
                or "trillion"
                or "dollars"
                or "euros"
                or "usd"
                or "percent";
}
