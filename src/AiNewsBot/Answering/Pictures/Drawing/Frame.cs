using AiNewsBot.Facts.Model;

namespace AiNewsBot.Answering.Pictures.Drawing;

/// <summary>What all pictures have: heading and day above, a key below.</summary>
internal static class Frame
{
    /// <summary>Where what is drawn begins.</summary>
    public const float Top = 66;

    private const float KeySize = 12.5f;
    private const float KeyLine = 21;

    /// <summary>Draws heading and day; a heading that is too long is written smaller.</summary>
    public static void Head(DrawingSurface drawingSurface, Picture picture, string note = "")
    {
        var size = 18f;
        while (size > 13 && drawingSurface.Measure(picture.Title, size, bold: true) > DrawingSurface.Inner)
            size -= 0.5f;
        foreach (var line in drawingSurface.Wrap(picture.Title, DrawingSurface.Inner, size, bold: true, most: 1))
            drawingSurface.Text(line, DrawingSurface.Margin, 31, size, Palette.Text, bold: true);
        var day = PictureText.Texts["picture.as_of", ("day", IsoDay.Format(picture.Day))];
        var below = note.Length > 0 ? $"{day} · {note}" : day;
        var small = 13f;
        while (small > 9 && drawingSurface.Measure(below, small) > DrawingSurface.Inner)
            small -= 0.5f;
        drawingSurface.Text(below, DrawingSurface.Margin, 51, small, Palette.Quiet);
    }

    /// <summary>Draws a key, in as many lines as it takes; returns where it ends.</summary>
    public static float Key(DrawingSurface drawingSurface, float top, IEnumerable<(Action<float, float> Mark, string Says)> entries)
    {
        drawingSurface.Line(DrawingSurface.Margin, top, DrawingSurface.Width - DrawingSurface.Margin, top, Palette.Rule);
        var (x, y) = (DrawingSurface.Margin, top + 22);
        foreach (var (mark, says) in entries)
        {
            var width = 18 + drawingSurface.Measure(says, KeySize) + 14;
            if (x + width - 14 > DrawingSurface.Width - DrawingSurface.Margin && x > DrawingSurface.Margin)
                (x, y) = (DrawingSurface.Margin, y + KeyLine);
            mark(x + 6, y - 4.5f);
            drawingSurface.Text(says, x + 18, y, KeySize, Palette.Quiet);
            x += width;
        }

        return y + 14;
    }
}
