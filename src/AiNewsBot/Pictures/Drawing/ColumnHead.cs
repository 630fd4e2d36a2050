using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Pictures.Drawing;

/// <summary>The head of a column: name, verdict, licence.</summary>
internal sealed class ColumnHead(List<string> name, float size, VerdictKind verdict, List<string> says, List<string> terms)
{
    private const int MostLines = 3;
    public const int MostTerms = 9;
    private const float SmallLine = 14.5f;
    public const float Small = 12;

    public float Height => 4 + name.Count * NameLine(size) + says.Count * SmallLine + terms.Count * SmallLine + 26;

    /// <summary>In which size a name is written: smaller where its words do not fit.</summary>
    public static float SizeFor(Sheet sheet, MatrixColumn column, float width)
    {
        var size = 14f;
        while (size > 11.5f && !Fits(sheet, column.Name, width, size))
            size -= 0.5f;
        return size;
    }

    /// <summary>Lays it out.</summary>
    public static ColumnHead Of(Sheet sheet, MatrixColumn column, float width, float size) =>
        new(
            sheet.Wrap(column.Name, width, size, bold: true, MostLines), size, column.Verdict,
            sheet.Wrap(PictureWords.Of(column.Verdict), width, Small, bold: false, MostLines), [.. column.Terms.Split('\n').SelectMany(line => sheet.Wrap(line, width, Small, bold: false, MostTerms))]);

    public void Draw(Sheet sheet, float x, float top)
    {
        var y = top + 12;
        foreach (var line in name)
        {
            sheet.Text(line, x, y, size, Palette.Text, bold: true, SkiaSharp.SKTextAlign.Center);
            y += NameLine(size);
        }

        Marks.Draw(sheet, verdict, x, y - 1, 8);
        y += 24;
        foreach (var line in says)
        {
            sheet.Text(line, x, y - 2, Small, Palette.Of(verdict), align: SkiaSharp.SKTextAlign.Center);
            y += SmallLine;
        }

        foreach (var line in terms)
        {
            sheet.Text(line, x, y - 2, Small, Palette.Quiet, align: SkiaSharp.SKTextAlign.Center);
            y += SmallLine;
        }
    }

    private static float NameLine(float size) => size + 2.5f;

    private static bool Fits(Sheet sheet, string name, float width, float size) =>
        name.Split(' ').All(word => sheet.Measure(word, size, bold: true) <= width) && sheet.Wrap(name, width, size, bold: true, MostLines + 1).Count < MostLines;
}
