using System.Text;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Answering.Pictures;

/// <summary>
/// Text that the embedded font can draw. What it cannot would come out as boxes: names in other scripts give way to a Latin one, emoji are
/// left out.
/// </summary>
internal static class LegibleText
{
    // The blocks of the embedded font; a test holds them against the font itself.
    private static readonly (int First, int Last)[] Covered =
    [
        (0x20, 0x7E),
        (0xA0, 0x148),
        (0x14A, 0x1C3),
        (0x1C5, 0x24F),
        (0x2BB, 0x2BC),
        (0x370, 0x377),
        (0x384, 0x38A),
        (0x38E, 0x3A1),
        (0x3A3, 0x3E1),
        (0x3F0, 0x45F),
        (0x1E00, 0x1EFF),
        (0x2010, 0x2027),
        (0x202F, 0x203A),
        (0x20A0, 0x20BF),
        (0x2190, 0x2193),
        (0x2264, 0x2265),
    ];

    /// <summary>The characters that can be drawn.</summary>
    public static IEnumerable<int> Characters => Covered.SelectMany(block => Enumerable.Range(block.First, block.Last - block.First + 1));

    /// <summary>The name of a subject, else its first alias that can be drawn, else its id.</summary>
    public static string From(SubjectView view) => From(view, view.Name);

    /// <summary>A name that a subject is called by, else another one of it.</summary>
    public static string From(SubjectView view, string name) =>
        view.Subject.Aliases.Prepend(view.Name).Prepend(name).FirstOrDefault(IsLegible) ?? view.Id;

    /// <summary>A sentence without what cannot be drawn; null where little would be left of it.</summary>
    public static string? From(string sentence)
    {
        if (IsLegible(sentence))
            return sentence;
        var kept = new StringBuilder(sentence.Length);
        foreach (var rune in sentence.EnumerateRunes().Where(IsCovered))
            kept.Append(rune.ToString());
        var text = string.Join(' ', kept.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return text.Count(char.IsLetterOrDigit) * 4 < sentence.EnumerateRunes().Count(Rune.IsLetterOrDigit) * 3 || text.Length == 0
            ? null
            : text;
    }

    /// <summary>Whether all of a text can be drawn.</summary>
    public static bool IsLegible(string text) => text.Length > 0 && text.EnumerateRunes().All(IsCovered);

    private static bool IsCovered(Rune rune) => Array.Exists(Covered, block => rune.Value >= block.First && rune.Value <= block.Last);
}
