using SkiaSharp;

namespace AiNewsBot.Answering.Pictures.Drawing;

/// <summary>The embedded font. Where a server has no fonts, and most have none, the
/// library draws no text with any other and says nothing.</summary>
internal static class Typefaces
{
    public static SKTypeface Regular { get; } = Load("Inter-Regular");

    public static SKTypeface SemiBold { get; } = Load("Inter-SemiBold");

    private static SKTypeface Load(string name)
    {
        using var stream = typeof(Typefaces).Assembly.GetManifestResourceStream($"AiNewsBot.Answering.Pictures.Fonts.{name}.otf")!;
        using var data = SKData.Create(stream);
        return SKTypeface.FromData(data) ?? throw new InvalidOperationException($"the embedded font {name} cannot be read");
    }
}
