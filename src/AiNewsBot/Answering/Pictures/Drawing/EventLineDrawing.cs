using System.Globalization;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Verdicts;
using SkiaSharp;

namespace AiNewsBot.Answering.Pictures.Drawing;

/// <summary>Draws a line downwards with its events beside it, and a gap for a long time in which nothing happened.</summary>
internal static class EventLineDrawing
{
    private const float LineX = 118;
    private const float DayX = DrawingSurface.Margin + 38;
    private const float TextX = 136;
    private const float Size = 13.5f;
    private const float Radius = 7;
    private const float MaxGap = 18;
    private const float DaysPerPoint = 20;

    public static float Draw(DrawingSurface drawingSurface, EventLine line)
    {
        Frame.Head(drawingSurface, line, line.LeftOut > 0 ? PictureText.Texts["picture.left_out", ("count", $"{line.LeftOut}")] : "");
        var rows = Place(drawingSurface, line);
        drawingSurface.Line(LineX, rows[0].Y, LineX, rows[^1].Y, Palette.Rule, 2);
        var year = 0;
        foreach (var (one, texts, y) in rows)
        {
            DrawDate(drawingSurface, one.Date, y + 4.5f, isNewYear: one.Date.Earliest.Year != year);
            year = one.Date.Latest.Year;
            DrawMark(drawingSurface, one, LineX, y);
            texts.Draw(drawingSurface, TextX, y + 4.5f);
        }

        return Frame.Key(drawingSurface, rows[^1].Y + rows[^1].Texts.Height + 8, Key(drawingSurface, line));
    }

    private static List<(LineEvent Event, EventTexts Texts, float Y)> Place(DrawingSurface drawingSurface, EventLine line)
    {
        var rows = new List<(LineEvent, EventTexts, float)>();
        var y = Frame.Top + 14;
        FactDate? before = null;
        foreach (var one in line.Events)
        {
            if (before is { } last)
                y += Math.Clamp((one.Date.Earliest.DayNumber - last.Latest.DayNumber) / DaysPerPoint, 0, MaxGap);
            var texts = EventTexts.Create(drawingSurface, one, DrawingSurface.Width - TextX - DrawingSurface.Margin);
            rows.Add((one, texts, y));
            y += texts.Height + 9;
            before = one.Date;
        }

        return rows;
    }

    // The year is drawn where it changes; the day with its precision.
    private static void DrawDate(DrawingSurface drawingSurface, FactDate date, float y, bool isNewYear)
    {
        if (isNewYear)
            drawingSurface.Text(
                date.Earliest.Year.ToString(CultureInfo.InvariantCulture),
                DrawingSurface.Margin,
                y,
                Size,
                Palette.Text,
                bold: true
            );
        var day = ShortDateFormatter.Format(date);
        var size = 12.5f;
        while (drawingSurface.Measure(day, size) > LineX - Radius - 6 - DayX)
            size -= 0.5f;
        if (day.Length > 0)
            drawingSurface.Text(day, LineX - Radius - 6, y, size, Palette.Quiet, align: SKTextAlign.Right);
    }

    private static void DrawMark(DrawingSurface drawingSurface, LineEvent one, float x, float y)
    {
        Symbols.Disc(drawingSurface, x, y, Radius + 3, Palette.Ground);
        switch (one.Mark)
        {
            case EventMark.Weights:
                Symbols.Draw(drawingSurface, one.Verdict, x, y, Radius);
                break;
            case EventMark.Announced:
                Symbols.Ring(drawingSurface, x, y, Radius - 2, Palette.Quiet);
                break;
            case EventMark.Licence:
                drawingSurface.Box(x - 6, y - 6, x + 6, y + 6, Palette.Quiet);
                break;
            case EventMark.Promise:
                Symbols.Diamond(drawingSurface, x, y, Radius, Palette.For(VerdictKind.Mixed), isFull: false);
                break;
            case EventMark.Overdue:
                Symbols.Diamond(drawingSurface, x, y, Radius, Palette.For(VerdictKind.Closed), isFull: true);
                break;
            case EventMark.Kept:
                Symbols.Diamond(drawingSurface, x, y, Radius, Palette.For(VerdictKind.OpenSource), isFull: true);
                break;
            default:
                Symbols.Disc(drawingSurface, x, y, 3.5f, Palette.Quiet);
                break;
        }
    }

    private static IEnumerable<(Action<float, float>, string)> Key(DrawingSurface drawingSurface, EventLine line) =>
        line
            .Events.Where(one => one.Mark != EventMark.Told)
            .OrderByDescending(one => one.Mark == EventMark.Weights)
            .ThenBy(one => one.Mark)
            .ThenByDescending(one => one.Verdict)
            .DistinctBy(Describe)
            .Select(one => ((Action<float, float>)((x, y) => DrawMark(drawingSurface, one, x, y)), Describe(one)));

    private static string Describe(LineEvent one) =>
        one.Mark switch
        {
            EventMark.Weights => PictureText.FormatLong(one.Verdict ?? VerdictKind.Unknown),
            EventMark.Announced => PictureText.Texts["picture.announced_only"],
            EventMark.Licence => PictureText.Texts["picture.licence_changed"],
            EventMark.Promise => PictureText.Texts["picture.promise"],
            EventMark.Overdue => PictureText.Texts["picture.promise_overdue"],
            EventMark.Kept => PictureText.Texts["picture.promise_kept"],
            _ => "",
        };
}
