using System.Buffers;

namespace AiNewsBot.Feeds.Parsing.Text;

/// <summary>Numbers above and below the line, which Unicode has signs for.</summary>
internal static class RaisedText
{
    private const string Signs = "0123456789+-()";
    private const string Above = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾";
    private const string Below = "₀₁₂₃₄₅₆₇₈₉₊₋₍₎";

    /// <summary>The characters that there are such signs for.</summary>
    public static SearchValues<char> Plain { get; } = SearchValues.Create(Signs);

    public static char From(char plain, bool isAbove) => (isAbove ? Above : Below)[Signs.IndexOf(plain, StringComparison.Ordinal)];
}
