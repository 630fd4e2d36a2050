using System.Globalization;
using AiNewsBot.Facts;
using AiNewsBot.Facts.Verdicts;
using SkiaSharp;

namespace AiNewsBot.Pictures.Drawing;

/// <summary>Draws a line downwards with its events beside it, and a gap for a long time in which nothing happened.</summary>
internal static class EventLineDrawing
{
    private const float LineX = 118;
    private const float DayX = Sheet.Margin + 38;
    private const float TextX = 136;
    private const float Size = 13.5f;
    private const float Radius = 7;
    private const float WidestGap = 18;
    private const float DaysPerPoint = 20;

    public static float Draw(Sheet sheet, EventLine line)
    {
        Frame.Head(sheet, line, line.LeftOut > 0 ? $"{line.LeftOut} more in the text" : "");
        var rows = Place(sheet, line);
        sheet.Line(LineX, rows[0].Y, LineX, rows[^1].Y, Palette.Rule, 2);
        var year = 0;
        foreach (var (one, texts, y) in rows)
        {
            DrawDate(sheet, one.Date, y + 4.5f, isNewYear: one.Date.Earliest.Year != year);
            year = one.Date.Latest.Year;
            DrawMark(sheet, one, LineX, y);
            texts.Draw(sheet, TextX, y + 4.5f);
        }

        return Frame.Key(sheet, rows[^1].Y + rows[^1].Texts.Height + 8, Key(sheet, line));
    }

    private static List<(LineEvent Event, EventTexts Texts, float Y)> Place(Sheet sheet, EventLine line)
    {
        var rows = new List<(LineEvent, EventTexts, float)>();
        var y = Frame.Top + 14;
        FactDate? before = null;
        foreach (var one in line.Events)
        {
            if (before is { } last)
                y += Math.Clamp((one.Date.Earliest.DayNumber - last.Latest.DayNumber) / DaysPerPoint, 0, WidestGap);
            var texts = EventTexts.Of(sheet, one, Sheet.Width - TextX - Sheet.Margin);
            rows.Add((one, texts, y));
            y += texts.Height + 9;
            before = one.Date;
        }

        return rows;
    }

    // The year stands where it changes; the day in the words of its precision.
    private static void DrawDate(Sheet sheet, FactDate date, float y, bool isNewYear)
    {
        if (isNewYear)
            sheet.Text(date.Earliest.Year.ToString(CultureInfo.InvariantCulture), Sheet.Margin, y, Size, Palette.Text, bold: true);
        var day = DayWords.Of(date);
        var size = 12.5f;
        while (sheet.Measure(day, size) > LineX - Radius - 6 - DayX)
            size -= 0.5f;
        if (day.Length > 0)
            sheet.Text(day, LineX - Radius - 6, y, size, Palette.Quiet, align: SKTextAlign.Right);
    }

    private static void DrawMark(Sheet sheet, LineEvent one, float x, float y)
    {
        Marks.Disc(sheet, x, y, Radius + 3, Palette.Ground);
        switch (one.Mark)
        {
            case EventMark.Weights:
                Marks.Draw(sheet, one.Verdict, x, y, Radius);
                break;
            case EventMark.Announced:
                Marks.Ring(sheet, x, y, Radius - 2, Palette.Quiet);
                break;
            case EventMark.Licence:
                sheet.Box(x - 6, y - 6, x + 6, y + 6, Palette.Quiet);
                break;
            case EventMark.Promise:
                Marks.Diamond(sheet, x, y, Radius, Palette.Of(VerdictKind.Mixed), isFull: false);
                break;
            case EventMark.Overdue:
                Marks.Diamond(sheet, x, y, Radius, Palette.Of(VerdictKind.Closed), isFull: true);
                break;
            case EventMark.Kept:
                Marks.Diamond(sheet, x, y, Radius, Palette.Of(VerdictKind.OpenSource), isFull: true);
                break;
            default:
                Marks.Disc(sheet, x, y, 3.5f, Palette.Quiet);
                break;
        }
    }

    private static IEnumerable<(Action<float, float>, string)> Key(Sheet sheet, EventLine line) =>
        line.Events.Where(one => one.Mark != EventMark.Told).OrderByDescending(one => one.Mark == EventMark.Weights).ThenBy(one => one.Mark).ThenByDescending(one => one.Verdict)
            .DistinctBy(Says).Select(one => ((Action<float, float>)((x, y) => DrawMark(sheet, one, x, y)), Says(one)));

    private static string Says(LineEvent one) => one.Mark switch
    {
        EventMark.Weights => PictureWords.InFull(one.Verdict ?? VerdictKind.Unknown),
        EventMark.Announced => "announced only",
        EventMark.Licence => "licence changed",
        EventMark.Promise => "promise",
        EventMark.Overdue => "promise overdue",
        EventMark.Kept => "promise kept",
        _ => "",
    };
}
