using System.Text;
using System.Text.RegularExpressions;

namespace AiNewsBot.News.Parsing.Dates;

/// <summary>Dates as feeds write them: RFC 822 and its kin, ISO 8601 and its kin, and what programs of other languages print.</summary>
/// <remarks>A date whose day and month could be exchanged is not guessed: no date is better than a wrong one.</remarks>
internal static partial class FeedDate
{
    private const int Longest = 100;

    /// <summary>The date that a text holds, in UTC where it names no zone; null where it holds none.</summary>
    public static DateTimeOffset? TryParse(string? text)
    {
        var plain = Plain(text?.Trim() ?? "");
        if (plain.Length is 0 or > Longest)
            return null;

        // Most begin with the name of a day.
        return char.IsLetter(plain[0])
            ? WrittenDate.TryParse(plain) ?? IsoDate.TryParse(plain) ?? NumericDate.TryParse(plain)
            : IsoDate.TryParse(plain) ?? NumericDate.TryParse(plain) ?? WrittenDate.TryParse(plain);
    }

    // Full-width digits and colons become plain ones; comments in parentheses, which RFC 822 allows, and doubled blanks go.
    private static string Plain(string text)
    {
        if (text.Length > Longest || text.Any(char.IsSurrogate))
            return "";
        var composed = text.All(char.IsAscii) ? text : text.Normalize(NormalizationForm.FormKC);
        return Blanks().Replace(composed.Contains('(', StringComparison.Ordinal) ? Comment().Replace(composed, " ") : composed, " ").Trim();
    }

    [GeneratedRegex(@"\([^()]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
