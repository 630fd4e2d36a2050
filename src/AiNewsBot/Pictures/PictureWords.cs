using AiNewsBot.Facts;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Pictures;

/// <summary>Words short enough for pictures.</summary>
public static class PictureWords
{
    /// <summary>Whether a component can be had.</summary>
    public static string Of(Availability availability) => availability switch
    {
        Availability.Available => "public",
        Availability.Gated => "behind a form",
        Availability.OnRequest => "on request",
        Availability.Partial => "in part",
        Availability.Unavailable => "not public",
        _ => "not known",
    };

    /// <summary>How open, in one or two words.</summary>
    public static string Of(VerdictKind verdict) => verdict switch
    {
        VerdictKind.RestrictedWeights => "restricted",
        VerdictKind.NonCommercialWeights => "non-commercial",
        _ => InFull(verdict),
    };

    /// <summary>How open.</summary>
    public static string InFull(VerdictKind verdict) => verdict switch
    {
        VerdictKind.NonCommercialWeights => "non-commercial weights",
        VerdictKind.Unknown => "not known",
        _ => verdict.ToWords(),
    };
}
