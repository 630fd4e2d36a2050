using SkiaSharp;

namespace AiNewsBot.Answering.Pictures.Drawing;

/// <summary>Pictures as PNG files.</summary>
internal static class PngRenderer
{
    private const float Scale = 2;
    private const float MaxHeight = 4000;

    // Edges in 32 steps rather than 256 look the same, and are packed into half the size.
    private static readonly SKPaint Coarse = new()
    {
        ColorFilter = SKColorFilter.CreateTable([.. Enumerable.Range(0, 256).Select(value => (byte)Math.Min(255, (value + 4) / 8 * 8))]),
    };

    // Faster than all filters together, and no larger: lines of text are more like themselves than like those above.
    private static readonly SKPngEncoderOptions Compression = new(SKPngEncoderFilterFlags.Sub, 6);

    /// <summary>The picture as a file.</summary>
    public static byte[] Render(Picture picture)
    {
        using var bitmap = Draw(picture);
        using var pixels = bitmap.PeekPixels();
        using var file = pixels.Encode(Compression);
        return file?.ToArray() ?? throw new InvalidOperationException($"the picture of {picture.Name} could not be encoded");
    }

    /// <summary>The picture before it is packed.</summary>
    public static SKBitmap Draw(Picture picture)
    {
        // Recorded first: how tall it is shows only once it is drawn.
        using var recorder = new SKPictureRecorder();
        using var drawingSurface = new DrawingSurface(recorder.BeginRecording(new SKRect(0, 0, DrawingSurface.Width, MaxHeight)));
        var height = picture switch
        {
            ComponentMatrix matrix => ComponentMatrixDrawing.Draw(drawingSurface, matrix),
            EventLine line => EventLineDrawing.Draw(drawingSurface, line),
            WeekChart chart => WeekChartDrawing.Draw(drawingSurface, chart),
            ReleaseChart chart => ReleaseChartDrawing.Draw(drawingSurface, chart),
            _ => throw new ArgumentOutOfRangeException(nameof(picture), picture.GetType().Name, "there is no drawing for it"),
        };
        using var recorded = recorder.EndRecording();
        var bitmap = new SKBitmap(
            new SKImageInfo((int)(DrawingSurface.Width * Scale), (int)(height * Scale), SKColorType.Rgba8888, SKAlphaType.Opaque)
        );
        using var canvas = new SKCanvas(bitmap);
        canvas.Scale(Scale);
        canvas.SaveLayer(Coarse);
        canvas.Clear(Palette.Ground);
        canvas.DrawPicture(recorded);
        canvas.Restore();
        return bitmap;
    }
}
