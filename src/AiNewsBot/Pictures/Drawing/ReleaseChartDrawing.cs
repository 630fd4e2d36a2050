using System.Globalization;
using AiNewsBot.Facts;

namespace AiNewsBot.Pictures.Drawing;

/// <summary>Draws releases over time: years to the right, a lane for each way in which they are open.</summary>
internal static class ReleaseChartDrawing
{
    private const float Left = Sheet.Margin + 8;
    private const float Right = Sheet.Width - Sheet.Margin - 8;
    private const float LaneHead = 24;
    private const float RowHeight = 19;
    private const float Size = 12.5f;
    private const float Radius = 6;
    private const int MostRows = 17;

    public static float Draw(Sheet sheet, ReleaseChart chart)
    {
        var lanes = Lay(sheet, chart);
        var unnamed = lanes.Sum(lane => lane.Dots.Count(dot => dot.NameX is null));
        Frame.Head(sheet, chart, Note(chart, unnamed));
        var bottom = Frame.Top + lanes.Sum(lane => Height(lane.Rows));
        DrawAxis(sheet, Axis(chart), bottom);
        var y = Frame.Top;
        foreach (var (lane, rows, dots) in lanes)
        {
            DrawLane(sheet, lane, dots, y);
            y += Height(rows);
        }

        return bottom + 32;
    }

    private static TimeAxis Axis(ReleaseChart chart)
    {
        var first = chart.Lanes.Min(lane => lane.Releases[0].Date.Earliest);
        return new TimeAxis(first, chart.Day > first ? chart.Day : first, Left, Right);
    }

    private static float Height(int rows) => LaneHead + rows * RowHeight + 10;

    private static string Note(ReleaseChart chart, int unnamed)
    {
        var count = chart.Lanes.Sum(lane => lane.Releases.Length) + chart.Undated;
        var undated = chart.Undated > 0 ? $", {chart.Undated} undated" : "";
        return $"{count.ToString(CultureInfo.InvariantCulture)} releases{undated}" + (unnamed > 0 ? $", {unnamed} without room for a name" : "");
    }

    // As many rows as the names need, but no more in all than a phone shows at once: the fullest lanes give way.
    private static List<(ChartLane Lane, int Rows, List<(ChartRelease Release, float X, int Row, float? NameX)> Dots)> Lay(Sheet sheet, ReleaseChart chart)
    {
        var axis = Axis(chart);
        for (var most = MostRows; ; most--)
        {
            var lanes = chart.Lanes.Select(lane => Lay(sheet, axis, lane, most)).ToList();
            if (most == 2 || lanes.Sum(lane => lane.Rows) <= MostRows)
                return lanes;
        }
    }

    private static (ChartLane Lane, int Rows, List<(ChartRelease Release, float X, int Row, float? NameX)> Dots) Lay(Sheet sheet, TimeAxis axis, ChartLane lane, int mostRows)
    {
        var places = new ChartPlaces(Left - Radius, Right + Radius, mostRows);
        var dots = lane.Releases.Reverse().Select(release =>
        {
            var x = Middle(axis, release.Date);
            var (row, nameX) = places.Place(x, sheet.Measure(release.Name, Size));
            return (release, x, row, nameX);
        }).ToList();
        return (lane, places.Rows, dots);
    }

    private static float Middle(TimeAxis axis, FactDate date) => (axis.X(date.Earliest) + axis.X(date.Latest)) / 2;

    private static void DrawAxis(Sheet sheet, TimeAxis axis, float bottom)
    {
        foreach (var (x, says) in axis.Ticks())
        {
            sheet.Line(x, Frame.Top + 2, x, bottom + 4, Palette.Rule);
            var half = sheet.Measure(says, Size) / 2;
            sheet.Text(says, Math.Clamp(x, Sheet.Margin + half, Sheet.Width - Sheet.Margin - half), bottom + 20, Size, Palette.Quiet, align: SkiaSharp.SKTextAlign.Center);
        }
    }

    private static void DrawLane(Sheet sheet, ChartLane lane, List<(ChartRelease Release, float X, int Row, float? NameX)> dots, float top)
    {
        var colour = Palette.Of(lane.Verdict);
        var says = $"{PictureWords.Of(lane.Verdict)} · {lane.Releases.Length}";
        sheet.Box(Sheet.Margin / 2, top, Sheet.Width - Sheet.Margin / 2, top + LaneHead - 3, Palette.Band);
        Marks.Draw(sheet, lane.Verdict, Sheet.Margin + 6, top + 10.5f, Radius);
        sheet.Text(says, Sheet.Margin + 20, top + 15, 13, colour, bold: true);
        foreach (var (release, x, row, nameX) in dots)
        {
            var y = top + LaneHead + 10 + row * RowHeight;
            Marks.Disc(sheet, x, y, Radius + 2, Palette.Ground);
            Marks.Draw(sheet, lane.Verdict, x, y, Radius);
            if (nameX is not { } start)
                continue;

            // The lines of the years would run through the name.
            sheet.Box(start - 1, y - 7, start + sheet.Measure(release.Name, Size) + 1, y + 8, Palette.Ground);
            sheet.Text(release.Name, start, y + 4.5f, Size, Palette.Text);
        }
    }
}
