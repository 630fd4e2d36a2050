using System.Globalization;
using System.Text;
using AiNewsBot.Feeds;

namespace AiNewsBot.News.Rendering;

/// <summary>Tables as text in columns.</summary>
internal static class TableText
{
    private const string Gap = "  ";

    /// <summary>The lines of a table, for a block of code.</summary>
    public static string Create(IEnumerable<TextBlock> cells)
    {
        var rows = cells.GroupBy(cell => cell.Number).Select(row => row.Select(cell => cell.Text).ToArray()).ToArray();
        var widths = Enumerable
            .Range(0, rows.Max(row => row.Length))
            .Select(column => rows.Max(row => column < row.Length ? WidthOf(row[column]) : 0))
            .ToArray();
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            var line = new StringBuilder();
            for (var column = 0; column < row.Length; column++)
                line.Append(row[column]).Append(' ', widths[column] - WidthOf(row[column])).Append(Gap);
            text.Append(line.ToString().TrimEnd()).Append('\n');
        }

        return text.ToString().TrimEnd('\n');
    }

    // Signs of Chinese, Japanese and Korean and emoji are as wide as two letters; marks have no width.
    private static int WidthOf(string text) =>
        text.EnumerateRunes()
            .Sum(rune =>
                Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format
                    ? 0
                : rune.Value
                    is >= 0x1100
                        and <= 0x115F
                        or >= 0x2E80
                        and <= 0xA4CF
                        or >= 0xAC00
                        and <= 0xD7A3
                        or >= 0xF900
                        and <= 0xFAFF
                        or >= 0xFE30
                        and <= 0xFE6F
                        or >= 0xFF00
                        and <= 0xFF60
                        or >= 0xFFE0
                        and <= 0xFFE6
                        or >= 0x1F300
                        and <= 0x1FAFF
                        or >= 0x20000
                        and <= 0x3FFFD
                    ? 2
                : 1
            );
}
