using System.Globalization;

namespace AiNewsBot.Pictures.Drawing;

/// <summary>Draws releases over time: years to the right, a lane for each way in which they are open.</summary>
internal static class ReleaseChartDrawing
{
    private const float Left = Sheet.Margin + 8;
    private const float Right = Sheet.Width - Sheet.Margin - 8;
    private const int MostRows = 17;
    private const int FewestRows = 2;

    public static float Draw(Sheet sheet, ReleaseChart chart)
    {
        var first = chart.Lanes.Min(lane => lane.Releases.Min(release => release.Date.Earliest));
        var axis = new TimeAxis(first, chart.Day > first ? chart.Day : first, Left, Right);
        var lanes = Lay(sheet, chart, axis);
        Frame.Head(sheet, chart, Note(chart, lanes.Sum(lane => lane.Unnamed)));
        var bottom = Frame.Top + lanes.Sum(lane => lane.Height);
        DrawAxis(sheet, axis, bottom);
        var y = Frame.Top;
        foreach (var lane in lanes)
        {
            lane.Draw(sheet, y);
            y += lane.Height;
        }

        return bottom + 32;
    }

    // As many rows as the names need, but no more in all than a phone shows at once: the fullest lanes give way.
    private static List<LaneLayout> Lay(Sheet sheet, ReleaseChart chart, TimeAxis axis)
    {
        for (var most = MostRows; ; most--)
        {
            var lanes = chart.Lanes.Select(lane => new LaneLayout(sheet, lane, axis, Left, Right, most)).ToList();
            if (most == FewestRows || lanes.Sum(lane => lane.Rows) <= MostRows)
                return lanes;
        }
    }

    private static string Note(ReleaseChart chart, int unnamed)
    {
        var count = chart.Lanes.Sum(lane => lane.Releases.Length) + chart.Undated;
        var undated = chart.Undated > 0 ? $", {chart.Undated} undated" : "";
        return $"{count.ToString(CultureInfo.InvariantCulture)} releases{undated}" + (unnamed > 0 ? $", {unnamed} as small dots" : "");
    }

    private static void DrawAxis(Sheet sheet, TimeAxis axis, float bottom)
    {
        foreach (var (x, says) in axis.Ticks())
        {
            sheet.Line(x, Frame.Top + 2, x, bottom + 4, Palette.Rule);
            var half = sheet.Measure(says, LaneLayout.Size) / 2;
            sheet.Text(says, Math.Clamp(x, Sheet.Margin + half, Sheet.Width - Sheet.Margin - half), bottom + 20, LaneLayout.Size, Palette.Quiet, align: SkiaSharp.SKTextAlign.Center);
        }
    }
}
