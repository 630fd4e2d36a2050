using System.Text.RegularExpressions;

namespace AiNewsBot.Facts.Claims;

/// <summary>Signs that say something, as words.</summary>
internal static partial class ClaimSigns
{
    public static string Spell(string message) =>
        Signs()
            .Replace(
                Money().Replace(message, "$1 dollars"),
                match =>
                    match.Value[0] switch
                    {
                        '=' or '→' or '⇒' => " is ",
                        '≠' or '!' => " isnt ",
                        '✅' or '✔' or '☑' => " yes ",
                        '$' => " dollars ",
                        '&' => " and ",
                        _ => " no ",
                    }
            );

    [GeneratedRegex(@"[$€]\s?(\d[\d.,]*\s?(?:[kmb]n?\b|million\b|billion\b)?)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Money();

    [GeneratedRegex("!=|==?|≠|→|⇒|✅|✔️?|☑️?|❌|✖️?|✗|🔒|🚫|\\$|&", RegexOptions.CultureInvariant)]
    private static partial Regex Signs();
}
