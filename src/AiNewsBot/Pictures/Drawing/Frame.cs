using System.Globalization;

namespace AiNewsBot.Pictures.Drawing;

/// <summary>What all pictures have: heading and day above, a key below.</summary>
internal static class Frame
{
    /// <summary>Where what is drawn begins.</summary>
    public const float Top = 66;

    private const float KeySize = 12.5f;
    private const float KeyLine = 21;

    /// <summary>Draws heading and day; a heading that is too long is written smaller.</summary>
    public static void Head(Sheet sheet, Picture picture, string note = "")
    {
        var size = 18f;
        while (size > 13 && sheet.Measure(picture.Title, size, bold: true) > Sheet.Inner)
            size -= 0.5f;
        foreach (var line in sheet.Wrap(picture.Title, Sheet.Inner, size, bold: true, most: 1))
            sheet.Text(line, Sheet.Margin, 31, size, Palette.Text, bold: true);
        var day = $"as of {picture.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
        sheet.Text(note.Length > 0 ? $"{day} · {note}" : day, Sheet.Margin, 51, 13, Palette.Quiet);
    }

    /// <summary>Draws a key, in as many lines as it takes; returns where it ends.</summary>
    public static float Key(Sheet sheet, float top, IEnumerable<(Action<float, float> Mark, string Says)> entries)
    {
        sheet.Line(Sheet.Margin, top, Sheet.Width - Sheet.Margin, top, Palette.Rule);
        var (x, y) = (Sheet.Margin, top + 22);
        foreach (var (mark, says) in entries)
        {
            var width = 18 + sheet.Measure(says, KeySize) + 14;
            if (x + width - 14 > Sheet.Width - Sheet.Margin && x > Sheet.Margin)
                (x, y) = (Sheet.Margin, y + KeyLine);
            mark(x + 6, y - 4.5f);
            sheet.Text(says, x + 18, y, KeySize, Palette.Quiet);
            x += width;
        }

        return y + 14;
    }
}
