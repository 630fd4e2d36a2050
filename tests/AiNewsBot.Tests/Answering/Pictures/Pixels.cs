using AiNewsBot.Answering.Pictures;
using AiNewsBot.Answering.Pictures.Drawing;
using SkiaSharp;

namespace AiNewsBot.Tests.Answering.Pictures;

/// <summary>A picture as pixels, to be looked at by tests.</summary>
internal sealed class Pixels
{
    private readonly SKColor[] _colours;

    private Pixels(SKBitmap bitmap) => (Width, Height, _colours) = (bitmap.Width, bitmap.Height, bitmap.Pixels);

    public int Width { get; }

    public int Height { get; }

    public static Pixels Create(Picture picture)
    {
        using var bitmap = PngRenderer.Draw(picture);
        return new Pixels(bitmap);
    }

    public static Pixels Create(byte[] file)
    {
        using var bitmap = SKBitmap.Decode(file);
        return new Pixels(bitmap);
    }

    /// <summary>How many pixels of some rows are of a colour, give or take the edges' rounding.</summary>
    public int Count(SKColor colour, int fromRow, int toRow) =>
        Enumerable.Range(fromRow * Width, (Math.Min(toRow, Height) - fromRow) * Width).Count(i => Distance(_colours[i], colour) <= 8);

    /// <summary>How many pixels differ clearly from those of another picture of the same size.</summary>
    public int Differences(Pixels other)
    {
        const int clearly = 48;
        return _colours.Zip(other._colours).Count(pair => Distance(pair.First, pair.Second) > clearly);
    }

    /// <summary>Whether nothing is drawn along the edges: what is, is cut.</summary>
    public bool HasFreeEdges(int width) =>
        Enumerable.Range(0, Height).All(row => Enumerable.Range(0, width).All(x => IsGround(x, row) && IsGround(Width - 1 - x, row)))
        && Enumerable.Range(0, Width).All(x => Enumerable.Range(0, width).All(row => IsGround(x, row) && IsGround(x, Height - 1 - row)));

    private bool IsGround(int x, int row) => Distance(_colours[row * Width + x], Palette.Ground) <= 8;

    private static int Distance(SKColor one, SKColor other) =>
        Math.Max(Math.Abs(one.Red - other.Red), Math.Max(Math.Abs(one.Green - other.Green), Math.Abs(one.Blue - other.Blue)));
}
