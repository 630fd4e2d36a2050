using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Verdicts;
using SkiaSharp;

namespace AiNewsBot.Answering.Pictures.Drawing;

/// <summary>
/// Colours of pictures. They bring their own dark ground, which suits a dark page and a light one; all that is read has a contrast of
/// at least 4.5 to it. The verdicts' colours are those of the cards, lighter.
/// </summary>
internal static class Palette
{
    public static readonly SKColor Ground = new(0xFF202028);
    public static readonly SKColor Band = new(0xFF282830);
    public static readonly SKColor Rule = new(0xFF484850);
    public static readonly SKColor Text = new(0xFFF3F4F6);
    public static readonly SKColor Quiet = new(0xFFB4BAC4);

    public static SKColor For(VerdictKind? verdict) =>
        verdict switch
        {
            VerdictKind.OpenSource => new SKColor(0xFF48C684),
            VerdictKind.OpenWeights => new SKColor(0xFF56B6EA),
            VerdictKind.RestrictedWeights => new SKColor(0xFFEDC04A),
            VerdictKind.NonCommercialWeights => new SKColor(0xFFF39257),
            VerdictKind.Closed => new SKColor(0xFFF2706D),
            VerdictKind.Mixed => new SKColor(0xFFB69CF0),
            _ => new SKColor(0xFF9AA1AC),
        };

    public static SKColor For(Availability availability) =>
        availability switch
        {
            Availability.Available => For(VerdictKind.OpenSource),
            Availability.Gated or Availability.OnRequest or Availability.Partial => For(VerdictKind.RestrictedWeights),
            Availability.Unavailable => For(VerdictKind.Closed),
            _ => For(VerdictKind.Unknown),
        };
}
