using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AiNewsBot.Feeds.Parsing.Dates;

/// <summary>The words and numbers of a date.</summary>
internal static partial class DateTokens
{
    public static MatchCollection In(string text) => Word().Matches(text);

    /// <summary>A name as it is looked up: its words and numbers in lower case, with one blank between them.</summary>
    public static string Key(string name) => Key(In(name));

    public static string Key(IEnumerable<Match> words) => string.Join(' ', words.Select(word => Bare(word.Value)));

    /// <summary>A word in lower case, without the marks on letters of Latin, Greek and Cyrillic, which half of the programs drop.</summary>
    public static string Bare(string word)
    {
        var lower = word.ToLowerInvariant();
        if (Ascii.IsValid(lower))
            return lower;
        var bare = new StringBuilder(word.Length);
        foreach (var character in lower.Normalize(NormalizationForm.FormD))
        {
            if (character is not (>= '\u0300' and <= '\u036F'))
                bare.Append(
                    character switch
                    {
                        'ı' => 'i',
                        'ł' => 'l',
                        'ς' => 'σ',
                        _ => character,
                    }
                );
        }

        return bare.ToString();
    }

    public static int Value(Match number) => int.Parse(number.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    // The signs that East Asia writes behind numbers are words of their own: "2024年三月" is a year and a month.
    [GeneratedRegex(@"[0-9]+|[年년日일号月월](?<=[0-9].)|[年년](?=\p{L})|\p{L}[\p{L}\p{M}]*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
