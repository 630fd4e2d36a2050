using AiNewsBot.Facts;

namespace AiNewsBot.Pictures.Drawing;

/// <summary>Draws a component matrix: a column for each that is compared, a row for each component.</summary>
internal static class ComponentMatrixDrawing
{
    private const float Labels = 160;
    private const float RowHeight = 20;
    private const float Gap = 6;

    public static float Draw(Sheet sheet, ComponentMatrix matrix)
    {
        Frame.Head(sheet, matrix);
        var width = (Sheet.Width - Sheet.Margin - Labels) / matrix.Columns.Length;
        var heads = matrix.Columns.Select(column => ColumnHead.Of(sheet, column, width - Gap)).ToArray();
        var top = Frame.Top + heads.Max(head => head.Height);
        for (var i = 0; i < heads.Length; i++)
            heads[i].Draw(sheet, Labels + width * (i + 0.5f), Frame.Top);
        for (var i = 0; i < matrix.Rows.Length; i++)
            DrawRow(sheet, matrix.Rows[i], top + i * RowHeight, width, isBand: i % 2 == 0);
        return Frame.Key(sheet, top + matrix.Rows.Length * RowHeight + 10, Key(sheet, matrix));
    }

    private static void DrawRow(Sheet sheet, MatrixRow row, float y, float width, bool isBand)
    {
        if (isBand)
            sheet.Box(Sheet.Margin / 2, y, Sheet.Width - Sheet.Margin / 2, y + RowHeight, Palette.Band);
        sheet.Text(row.Component, Sheet.Margin, y + 14.5f, 13, Palette.Text);
        for (var i = 0; i < row.Cells.Length; i++)
            DrawCell(sheet, row.Cells[i], Labels + width * (i + 0.5f), y + RowHeight / 2);
    }

    private static void DrawCell(Sheet sheet, MatrixCell cell, float x, float y)
    {
        if (!cell.IsCount || cell.IsUnknown)
        {
            Marks.Draw(sheet, cell.Availability, x, y, 7);
            return;
        }

        DrawShare(sheet, cell, x - 16, y);
        sheet.Text($"{cell.Published}/{cell.Known}", x - 4, y + 4.5f, 13, Palette.Text);
    }

    private static void DrawShare(Sheet sheet, MatrixCell cell, float x, float y)
    {
        var colour = Palette.Of(cell.Published == 0 ? Availability.Unavailable : cell.Published == cell.Known ? Availability.Available : Availability.Partial);
        Marks.Ring(sheet, x, y, 7, colour);
        Marks.Pie(sheet, x, y, 7, (float)cell.Published / cell.Known, colour);
    }

    private static IEnumerable<(Action<float, float>, string)> Key(Sheet sheet, ComponentMatrix matrix)
    {
        var cells = matrix.Rows.SelectMany(row => row.Cells).ToArray();
        foreach (var availability in Enum.GetValues<Availability>().Reverse())
        {
            if (cells.Any(cell => availability == Availability.Unknown ? cell.IsUnknown : cell.Availability == availability))
                yield return ((x, y) => Marks.Draw(sheet, availability, x, y, 6), PictureWords.Of(availability));
        }

        if (cells.Where(cell => cell is { IsCount: true, IsUnknown: false }).OrderBy(cell => cell.Published == 0 || cell.Published == cell.Known).FirstOrDefault() is { IsCount: true } example)
            yield return ((x, y) => DrawShare(sheet, example, x, y), $"public for {example.Published} of the {example.Known} of which it is known");
    }
}
