using AiNewsBot.Facts.Model;

namespace AiNewsBot.Answering.Pictures.Drawing;

/// <summary>Draws a component matrix: a column for each that is compared, a row for each component.</summary>
internal static class ComponentMatrixDrawing
{
    private const float Labels = 160;
    private const float RowHeight = 20;
    private const float Gap = 6;
    private const float Size = 13;
    private const float MinSize = 9;
    private const float Radius = 7;
    private const float Space = 5;

    public static float Draw(DrawingSurface drawingSurface, ComponentMatrix matrix)
    {
        Frame.Head(drawingSurface, matrix);
        var width = (DrawingSurface.Width - DrawingSurface.Margin - Labels) / matrix.Columns.Length;

        // What is compared is written in one size.
        var size = matrix.Columns.Min(column => ColumnHead.SizeFor(drawingSurface, column, width - Gap));
        var heads = matrix.Columns.Select(column => ColumnHead.Create(drawingSurface, column, width - Gap, size)).ToArray();
        var top = Frame.Top + heads.Max(head => head.Height);
        for (var i = 0; i < heads.Length; i++)
            heads[i].Draw(drawingSurface, Labels + width * (i + 0.5f), Frame.Top);
        var counts = matrix
            .Columns.Select((_, index) => matrix.Rows.Max(row => drawingSurface.Measure(Count(row.Cells[index]), Size)))
            .ToArray();
        for (var i = 0; i < matrix.Rows.Length; i++)
        {
            var y = top + i * RowHeight;
            if (i % 2 == 0)
                drawingSurface.Box(
                    DrawingSurface.Margin / 2,
                    y,
                    DrawingSurface.Width - DrawingSurface.Margin / 2,
                    y + RowHeight,
                    Palette.Band
                );
            DrawLabel(drawingSurface, matrix.Rows[i].Component, y + 14.5f);
            for (var j = 0; j < counts.Length; j++)
                DrawCell(drawingSurface, matrix.Rows[i].Cells[j], Labels + width * (j + 0.5f), y + RowHeight / 2, counts[j]);
        }

        return Frame.Key(drawingSurface, top + matrix.Rows.Length * RowHeight + 10, Key(drawingSurface, matrix));
    }

    // Some languages have longer words than English: they are written smaller.
    private static void DrawLabel(DrawingSurface drawingSurface, string label, float y)
    {
        var size = Size;
        while (size > MinSize && drawingSurface.Measure(label, size) > Labels)
            size -= 0.5f;
        drawingSurface.Text(label, DrawingSurface.Margin, y, size, Palette.Text);
    }

    // Counts are below each other, the widest of them in the middle of its column.
    private static void DrawCell(DrawingSurface drawingSurface, MatrixCell cell, float x, float y, float widest)
    {
        if (!cell.IsCount || cell.IsUnknown)
        {
            Symbols.Draw(drawingSurface, cell.Availability, x, y, Radius);
            return;
        }

        var left = x - (2 * Radius + Space + widest) / 2;
        DrawShare(drawingSurface, cell, left + Radius, y);
        drawingSurface.Text(Count(cell), left + 2 * Radius + Space, y + 4.5f, Size, Palette.Text);
    }

    private static string Count(MatrixCell cell) => $"{cell.Published}/{cell.Known}";

    private static void DrawShare(DrawingSurface drawingSurface, MatrixCell cell, float x, float y)
    {
        var colour = Palette.For(
            cell.Published == 0 ? Availability.Unavailable
            : cell.Published == cell.Known ? Availability.Available
            : Availability.Partial
        );
        Symbols.Ring(drawingSurface, x, y, Radius, colour);
        Symbols.Pie(drawingSurface, x, y, Radius, (float)cell.Published / cell.Known, colour);
    }

    private static IEnumerable<(Action<float, float>, string)> Key(DrawingSurface drawingSurface, ComponentMatrix matrix)
    {
        var cells = matrix.Rows.SelectMany(row => row.Cells).ToArray();
        foreach (var availability in Enum.GetValues<Availability>().Reverse())
        {
            if (cells.Any(cell => availability == Availability.Unknown ? cell.IsUnknown : cell.Availability == availability))
                yield return ((x, y) => Symbols.Draw(drawingSurface, availability, x, y, 6), PictureText.Format(availability));
        }

        if (
            cells
                .Where(cell => cell is { IsCount: true, IsUnknown: false })
                .OrderBy(cell => cell.Published == 0 || cell.Published == cell.Known)
                .FirstOrDefault() is
            { IsCount: true } example
        )
            yield return (
                (x, y) => DrawShare(drawingSurface, example, x, y),
                PictureText.Texts["picture.share", ("published", $"{example.Published}"), ("known", $"{example.Known}")]
            );
    }
}
