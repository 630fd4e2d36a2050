using System.Globalization;
using AiNewsBot.Facts.Verdicts;
using SkiaSharp;

namespace AiNewsBot.Answering.Pictures.Drawing;

/// <summary>Draws numbers by the week: bars to the right, a row for each kind, each with its own scale and its numbers on top.</summary>
internal static class WeekChartDrawing
{
    private const float RowHeight = 92;
    private const float BarHeight = 46;
    private const float Gap = 5;
    private const float Size = 12;
    private const int WeeksBetweenLabels = 3;

    private static readonly VerdictKind[] Colours =
    [
        VerdictKind.OpenWeights,
        VerdictKind.RestrictedWeights,
        VerdictKind.OpenSource,
        VerdictKind.Mixed,
    ];

    public static float Draw(DrawingSurface drawingSurface, WeekChart chart)
    {
        Frame.Head(drawingSurface, chart, PictureText.Texts["picture.by_week"]);
        var width = DrawingSurface.Inner / chart.Mondays.Length;
        var y = Frame.Top;
        foreach (var (index, series) in chart.Series.Index())
        {
            DrawRow(drawingSurface, series, y, width, Palette.For(Colours[index % Colours.Length]));
            y += RowHeight;
        }

        foreach (var (index, monday) in chart.Mondays.Index())
        {
            // The last week is the one that people look for.
            if ((chart.Mondays.Length - 1 - index) % WeeksBetweenLabels == 0)
                drawingSurface.Text(
                    $"{monday.Day} {PictureText.Month(monday.Month)}",
                    Math.Min(Middle(index, width), DrawingSurface.Width - DrawingSurface.Margin - 18),
                    y + 8,
                    Size,
                    Palette.Quiet,
                    align: SKTextAlign.Center
                );
        }

        return y + 24;
    }

    private static void DrawRow(DrawingSurface drawingSurface, WeekSeries series, float top, float width, SKColor colour)
    {
        var bottom = top + RowHeight - 12;
        var sum = series.Counts.Sum().ToString(CultureInfo.InvariantCulture);
        drawingSurface.Text(series.Name, DrawingSurface.Margin, top + 10, Size + 1, Palette.Text, bold: true);
        drawingSurface.Text(sum, DrawingSurface.Width - DrawingSurface.Margin, top + 10, Size + 1, Palette.Quiet, align: SKTextAlign.Right);
        var most = Math.Max(1, series.Counts.Max());
        foreach (var (index, count) in series.Counts.Index())
        {
            var left = DrawingSurface.Margin + index * width + Gap / 2;
            var height = BarHeight * count / most;
            if (count > 0)
            {
                drawingSurface.Box(left, bottom - Math.Max(2, height), left + width - Gap, bottom, colour);
                drawingSurface.Text(
                    Short(count),
                    Middle(index, width),
                    bottom - Math.Max(2, height) - 4,
                    Size - 1.5f,
                    Palette.Quiet,
                    align: SKTextAlign.Center
                );
            }
        }

        drawingSurface.Line(DrawingSurface.Margin, bottom, DrawingSurface.Width - DrawingSurface.Margin, bottom, Palette.Rule);
    }

    private static float Middle(int index, float width) => DrawingSurface.Margin + (index + 0.5f) * width;

    private static string Short(long count) =>
        count < 10_000 ? count.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{count / 1000}k");
}
