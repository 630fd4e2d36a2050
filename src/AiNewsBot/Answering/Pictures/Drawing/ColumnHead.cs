using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Answering.Pictures.Drawing;

/// <summary>The head of a column: name, verdict, licence.</summary>
internal sealed class ColumnHead(List<string> name, float size, VerdictKind verdict, List<string> says, List<string> terms)
{
    private const int MaxLines = 3;
    public const int MaxTerms = 9;
    private const float SmallLine = 14.5f;
    public const float Small = 12;

    public float Height => 4 + name.Count * NameLine(size) + says.Count * SmallLine + terms.Count * SmallLine + 26;

    /// <summary>In which size a name is written: smaller where its words do not fit.</summary>
    public static float SizeFor(DrawingSurface drawingSurface, MatrixColumn column, float width)
    {
        var size = 14f;
        while (size > 11.5f && !Fits(drawingSurface, column.Name, width, size))
            size -= 0.5f;
        return size;
    }

    /// <summary>Lays it out.</summary>
    public static ColumnHead Create(DrawingSurface drawingSurface, MatrixColumn column, float width, float size) =>
        new(
            drawingSurface.Wrap(column.Name, width, size, bold: true, MaxLines),
            size,
            column.Verdict,
            drawingSurface.Wrap(PictureText.Format(column.Verdict), width, Small, bold: false, MaxLines),
            [.. column.Terms.Split('\n').SelectMany(line => drawingSurface.Wrap(line, width, Small, bold: false, MaxTerms))]
        );

    public void Draw(DrawingSurface drawingSurface, float x, float top)
    {
        var y = top + 12;
        foreach (var line in name)
        {
            drawingSurface.Text(line, x, y, size, Palette.Text, bold: true, SkiaSharp.SKTextAlign.Center);
            y += NameLine(size);
        }

        Symbols.Draw(drawingSurface, verdict, x, y - 1, 8);
        y += 24;
        foreach (var line in says)
        {
            drawingSurface.Text(line, x, y - 2, Small, Palette.For(verdict), align: SkiaSharp.SKTextAlign.Center);
            y += SmallLine;
        }

        foreach (var line in terms)
        {
            drawingSurface.Text(line, x, y - 2, Small, Palette.Quiet, align: SkiaSharp.SKTextAlign.Center);
            y += SmallLine;
        }
    }

    private static float NameLine(float size) => size + 2.5f;

    private static bool Fits(DrawingSurface drawingSurface, string name, float width, float size) =>
        name.Split(' ').All(word => drawingSurface.Measure(word, size, bold: true) <= width)
        && drawingSurface.Wrap(name, width, size, bold: true, MaxLines + 1).Count < MaxLines;
}
