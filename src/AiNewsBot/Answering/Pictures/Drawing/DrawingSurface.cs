using SkiaSharp;

namespace AiNewsBot.Answering.Pictures.Drawing;

/// <summary>
/// What is drawn on: 400 points wide, as wide as a phone shows it, and two pixels to the point. Text is placed by its base line.
/// </summary>
internal sealed class DrawingSurface(SKCanvas canvas) : IDisposable
{
    public const float Width = 400;
    public const float Margin = 16;
    public const float Inner = Width - 2 * Margin;

    private readonly Dictionary<(float Size, bool Bold), SKFont> _fonts = [];
    private readonly SKPaint _paint = new() { IsAntialias = true };

    public SKCanvas Canvas => canvas;

    /// <summary>A brush of a colour; the same one each time, so it is for one stroke.</summary>
    /// <param name="stroke">The width of a line; 0 fills.</param>
    public SKPaint Brush(SKColor colour, float stroke = 0)
    {
        (_paint.Color, _paint.Style, _paint.StrokeWidth) = (colour, stroke > 0 ? SKPaintStyle.Stroke : SKPaintStyle.Fill, stroke);
        (_paint.StrokeCap, _paint.StrokeJoin) = (SKStrokeCap.Round, SKStrokeJoin.Round);
        return _paint;
    }

    public void Text(string text, float x, float y, float size, SKColor colour, bool bold = false, SKTextAlign align = SKTextAlign.Left) =>
        canvas.DrawText(text, x, y, align, Font(size, bold), Brush(colour));

    public float Measure(string text, float size, bool bold = false) => Font(size, bold).MeasureText(text);

    public void Line(float x1, float y1, float x2, float y2, SKColor colour, float width = 1) =>
        canvas.DrawLine(x1, y1, x2, y2, Brush(colour, width));

    public void Box(float left, float top, float right, float bottom, SKColor colour) =>
        canvas.DrawRect(new SKRect(left, top, right, bottom), Brush(colour));

    /// <summary>The text in lines that fit; what does not fit into the last of them ends in dots after a whole word.</summary>
    public List<string> Wrap(string text, float width, float size, bool bold, int most)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var piece in LineBreaker.Break(text, piece => Measure(piece, size, bold) <= width))
        {
            if (Measure((line + piece).TrimEnd(), size, bold) <= width)
            {
                line += piece;
                continue;
            }

            if (lines.Count + 1 == most)
            {
                lines.Add(Dotted(line.TrimEnd(), width, size, bold));
                return lines;
            }

            lines.Add(line.TrimEnd());
            line = piece;
        }

        if (line.Length > 0)
            lines.Add(line.TrimEnd());
        return lines;
    }

    public void Dispose()
    {
        foreach (var font in _fonts.Values)
            font.Dispose();
        _paint.Dispose();
    }

    private string Dotted(string line, float width, float size, bool bold)
    {
        while (Measure(line + " …", size, bold) > width && line.LastIndexOf(' ') is > 0 and var space)
            line = line[..space];
        return line.TrimEnd(',', ';', ':') + " …";
    }

    // Neither hinted nor placed on whole pixels: the same on every machine.
    private SKFont Font(float size, bool bold)
    {
        if (!_fonts.TryGetValue((size, bold), out var font))
        {
            font = new SKFont(bold ? Typefaces.SemiBold : Typefaces.Regular, size)
            {
                Edging = SKFontEdging.Antialias,
                Hinting = SKFontHinting.None,
                Subpixel = true,
            };
            _fonts[(size, bold)] = font;
        }

        return font;
    }
}
