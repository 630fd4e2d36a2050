using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Answering.Pictures;

/// <summary>Words short enough for pictures.</summary>
internal static class PictureText
{
    /// <summary>Whether a component can be had.</summary>
    public static string Format(Availability availability) =>
        availability switch
        {
            Availability.Available => "public",
            Availability.Gated => "behind a form",
            Availability.OnRequest => "on request",
            Availability.Partial => "in part",
            Availability.Unavailable => "not public",
            _ => "not known",
        };

    /// <summary>How open, in one or two words.</summary>
    public static string Format(VerdictKind verdict) =>
        verdict switch
        {
            VerdictKind.RestrictedWeights => "restricted",
            VerdictKind.NonCommercialWeights => "non-commercial",
            _ => FormatLong(verdict),
        };

    /// <summary>How open.</summary>
    public static string FormatLong(VerdictKind verdict) =>
        verdict switch
        {
            VerdictKind.NonCommercialWeights => "non-commercial weights",
            VerdictKind.Unknown => "not known",
            _ => verdict.ToWords(),
        };
}
