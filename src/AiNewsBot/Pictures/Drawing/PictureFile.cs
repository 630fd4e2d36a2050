using SkiaSharp;

namespace AiNewsBot.Pictures.Drawing;

/// <summary>Pictures as PNG files.</summary>
internal static class PictureFile
{
    private const float Scale = 2;
    private const float Tallest = 4000;

    // Edges in 32 steps rather than 256 look the same, and are packed into half the size.
    private static readonly SKPaint Coarse = new() { ColorFilter = SKColorFilter.CreateTable([.. Enumerable.Range(0, 256).Select(value => (byte)Math.Min(255, (value + 4) / 8 * 8))]) };

    // Faster than all filters together, and no larger: lines of text are more like themselves than like those above.
    private static readonly SKPngEncoderOptions Packing = new(SKPngEncoderFilterFlags.Sub, 6);

    /// <summary>The picture as a file.</summary>
    public static byte[] Of(Picture picture)
    {
        // Recorded first: how tall it is shows only once it is drawn.
        using var recorder = new SKPictureRecorder();
        using var sheet = new Sheet(recorder.BeginRecording(new SKRect(0, 0, Sheet.Width, Tallest)));
        var height = picture switch
        {
            ComponentMatrix matrix => ComponentMatrixDrawing.Draw(sheet, matrix),
            EventLine line => EventLineDrawing.Draw(sheet, line),
            ReleaseChart chart => ReleaseChartDrawing.Draw(sheet, chart),
            _ => throw new ArgumentOutOfRangeException(nameof(picture), picture.GetType().Name, "nobody draws such pictures"),
        };
        using var recorded = recorder.EndRecording();
        using var bitmap = new SKBitmap(new SKImageInfo((int)(Sheet.Width * Scale), (int)(height * Scale), SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(bitmap);
        canvas.Scale(Scale);
        canvas.SaveLayer(Coarse);
        canvas.Clear(Palette.Ground);
        canvas.DrawPicture(recorded);
        canvas.Restore();
        using var pixels = bitmap.PeekPixels();
        using var file = pixels.Encode(Packing);
        return file?.ToArray() ?? throw new InvalidOperationException($"the picture of {picture.Name} could not be encoded");
    }
}
