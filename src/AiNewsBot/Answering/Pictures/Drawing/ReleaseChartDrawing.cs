namespace AiNewsBot.Answering.Pictures.Drawing;

/// <summary>Draws releases over time: years to the right, a lane for each way in which they are open.</summary>
internal static class ReleaseChartDrawing
{
    private const float Left = DrawingSurface.Margin + 8;
    private const float Right = DrawingSurface.Width - DrawingSurface.Margin - 8;
    private const int MaxRows = 17;
    private const int MinRows = 2;

    public static float Draw(DrawingSurface drawingSurface, ReleaseChart chart)
    {
        var first = chart.Lanes.Min(lane => lane.Releases.Min(release => release.Date.Earliest));
        var axis = new TimeAxis(first, chart.Day > first ? chart.Day : first, Left, Right);
        var lanes = Lay(drawingSurface, chart, axis);
        Frame.Head(drawingSurface, chart, Note(chart, lanes.Sum(lane => lane.Unnamed)));
        var bottom = Frame.Top + lanes.Sum(lane => lane.Height);
        DrawAxis(drawingSurface, axis, bottom);
        var y = Frame.Top;
        foreach (var lane in lanes)
        {
            lane.Draw(drawingSurface, y);
            y += lane.Height;
        }

        return bottom + 32;
    }

    // As many rows as the names need, but no more in all than a phone shows at once: the fullest lanes give way.
    private static List<LaneLayout> Lay(DrawingSurface drawingSurface, ReleaseChart chart, TimeAxis axis)
    {
        for (var most = MaxRows; ; most--)
        {
            var lanes = chart.Lanes.Select(lane => new LaneLayout(drawingSurface, lane, axis, Left, Right, most)).ToList();
            if (most == MinRows || lanes.Sum(lane => lane.Rows) <= MaxRows)
                return lanes;
        }
    }

    private static string Note(ReleaseChart chart, int unnamed)
    {
        var texts = PictureText.Texts;
        var count = chart.Lanes.Sum(lane => lane.Releases.Length) + chart.Undated;
        var undated = chart.Undated > 0 ? $", {texts["picture.undated", ("count", $"{chart.Undated}")]}" : "";
        var dots = unnamed > 0 ? $", {texts["picture.small_dots", ("count", $"{unnamed}")]}" : "";
        return $"{texts.Count("picture.releases", count)}{undated}{dots}";
    }

    private static void DrawAxis(DrawingSurface drawingSurface, TimeAxis axis, float bottom)
    {
        foreach (var (x, says) in axis.Ticks())
        {
            drawingSurface.Line(x, Frame.Top + 2, x, bottom + 4, Palette.Rule);
            var half = drawingSurface.Measure(says, LaneLayout.Size) / 2;
            drawingSurface.Text(
                says,
                Math.Clamp(x, DrawingSurface.Margin + half, DrawingSurface.Width - DrawingSurface.Margin - half),
                bottom + 20,
                LaneLayout.Size,
                Palette.Quiet,
                align: SkiaSharp.SKTextAlign.Center
            );
        }
    }
}
