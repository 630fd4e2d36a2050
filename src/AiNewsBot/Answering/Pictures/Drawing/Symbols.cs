using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Verdicts;
using SkiaSharp;

namespace AiNewsBot.Answering.Pictures.Drawing;

/// <summary>Symbols that differ in shape as in colour, so that they can be told apart without colour.</summary>
internal static class Symbols
{
    /// <summary>How open: a full circle with a tick, a full circle, a half one, one crossed
    /// through, an empty one with a cross; two halves for mixed.</summary>
    public static void Draw(DrawingSurface drawingSurface, VerdictKind? verdict, float x, float y, float radius)
    {
        var colour = Palette.For(verdict);
        switch (verdict)
        {
            case VerdictKind.OpenSource:
                Disc(drawingSurface, x, y, radius, colour);
                Tick(drawingSurface, x, y, radius * 0.95f, Palette.Ground, radius * 0.3f);
                break;
            case VerdictKind.OpenWeights:
                Disc(drawingSurface, x, y, radius, colour);
                break;
            case VerdictKind.RestrictedWeights:
                Ring(drawingSurface, x, y, radius, colour);
                Pie(drawingSurface, x, y, radius, 0.5f, colour);
                break;
            case VerdictKind.NonCommercialWeights:
                Ring(drawingSurface, x, y, radius, colour);
                var reach = radius * 0.6f;
                drawingSurface.Line(x - reach, y + reach, x + reach, y - reach, colour, Thin(radius));
                break;
            case VerdictKind.Closed:
                Ring(drawingSurface, x, y, radius, colour);
                Cross(drawingSurface, x, y, radius * 0.4f, colour, Thin(radius));
                break;
            case VerdictKind.Mixed:
                Pie(drawingSurface, x, y, radius, 0.5f, Palette.For(VerdictKind.OpenWeights));
                Pie(drawingSurface, x, y, radius, -0.5f, Palette.For(VerdictKind.Closed));
                break;
            default:
                Ring(drawingSurface, x, y, radius, colour);
                break;
        }
    }

    /// <summary>Whether a component can be had: a tick, a padlock, a letter, a half circle, a cross, a dash.</summary>
    public static void Draw(DrawingSurface drawingSurface, Availability availability, float x, float y, float radius)
    {
        var colour = Palette.For(availability);
        switch (availability)
        {
            case Availability.Available:
                Disc(drawingSurface, x, y, radius, colour);
                Tick(drawingSurface, x, y, radius * 0.95f, Palette.Ground, radius * 0.3f);
                break;
            case Availability.Gated:
                Padlock(drawingSurface, x, y, radius, colour);
                break;
            case Availability.OnRequest:
                Letter(drawingSurface, x, y, radius, colour);
                break;
            case Availability.Partial:
                Ring(drawingSurface, x, y, radius, colour);
                Pie(drawingSurface, x, y, radius, 0.5f, colour);
                break;
            case Availability.Unavailable:
                Cross(drawingSurface, x, y, radius * 0.6f, colour, radius * 0.32f);
                break;
            default:
                drawingSurface.Line(x - radius * 0.5f, y, x + radius * 0.5f, y, colour, radius * 0.25f);
                break;
        }
    }

    /// <summary>A circle filled clockwise from the top by a share; from the top the other way round by a negative one.</summary>
    public static void Pie(DrawingSurface drawingSurface, float x, float y, float radius, float share, SKColor colour)
    {
        using var path = new SKPathBuilder();
        path.MoveTo(x, y);
        path.ArcTo(new SKRect(x - radius, y - radius, x + radius, y + radius), -90, 360 * Math.Clamp(share, -0.9999f, 0.9999f), false);
        path.Close();
        using var shape = path.Detach();
        drawingSurface.Canvas.DrawPath(shape, drawingSurface.Brush(colour));
    }

    public static void Disc(DrawingSurface drawingSurface, float x, float y, float radius, SKColor colour) =>
        drawingSurface.Canvas.DrawCircle(x, y, radius, drawingSurface.Brush(colour));

    public static void Ring(DrawingSurface drawingSurface, float x, float y, float radius, SKColor colour) =>
        drawingSurface.Canvas.DrawCircle(x, y, radius - Thin(radius) / 2, drawingSurface.Brush(colour, Thin(radius)));

    public static void Diamond(DrawingSurface drawingSurface, float x, float y, float reach, SKColor colour, bool isFull)
    {
        using var path = new SKPathBuilder();
        path.MoveTo(x, y - reach);
        path.LineTo(x + reach, y);
        path.LineTo(x, y + reach);
        path.LineTo(x - reach, y);
        path.Close();
        using var shape = path.Detach();
        drawingSurface.Canvas.DrawPath(shape, drawingSurface.Brush(colour, isFull ? 0 : Thin(reach)));
    }

    public static void Tick(DrawingSurface drawingSurface, float x, float y, float reach, SKColor colour, float width)
    {
        drawingSurface.Line(x - reach * 0.45f, y + reach * 0.02f, x - reach * 0.1f, y + reach * 0.36f, colour, width);
        drawingSurface.Line(x - reach * 0.1f, y + reach * 0.36f, x + reach * 0.5f, y - reach * 0.34f, colour, width);
    }

    public static void Cross(DrawingSurface drawingSurface, float x, float y, float reach, SKColor colour, float width)
    {
        drawingSurface.Line(x - reach, y - reach, x + reach, y + reach, colour, width);
        drawingSurface.Line(x - reach, y + reach, x + reach, y - reach, colour, width);
    }

    private static float Thin(float radius) => Math.Max(1.2f, radius * 0.26f);

    private static void Padlock(DrawingSurface drawingSurface, float x, float y, float radius, SKColor colour)
    {
        var (wide, top) = (radius * 0.78f, y - radius * 0.15f);
        drawingSurface.Canvas.DrawRoundRect(
            new SKRect(x - wide, top, x + wide, y + radius * 0.95f),
            radius * 0.2f,
            radius * 0.2f,
            drawingSurface.Brush(colour)
        );
        var bow = radius * 0.45f;
        drawingSurface.Canvas.DrawArc(
            new SKRect(x - bow, top - bow * 1.5f, x + bow, top + bow * 0.9f),
            180,
            180,
            false,
            drawingSurface.Brush(colour, Thin(radius))
        );
        Disc(drawingSurface, x, y + radius * 0.38f, radius * 0.2f, Palette.Ground);
    }

    private static void Letter(DrawingSurface drawingSurface, float x, float y, float radius, SKColor colour)
    {
        var (wide, high) = (radius * 0.95f, radius * 0.68f);
        drawingSurface.Canvas.DrawRoundRect(
            new SKRect(x - wide, y - high, x + wide, y + high),
            radius * 0.15f,
            radius * 0.15f,
            drawingSurface.Brush(colour, Thin(radius))
        );
        drawingSurface.Line(x - wide, y - high, x, y + high * 0.2f, colour, Thin(radius));
        drawingSurface.Line(x + wide, y - high, x, y + high * 0.2f, colour, Thin(radius));
    }
}
