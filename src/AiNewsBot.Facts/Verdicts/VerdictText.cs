namespace AiNewsBot.Facts.Verdicts;

/// <summary>Verdicts as they are written.</summary>
public static class VerdictText
{
    /// <summary>The slug of the contract.</summary>
    public static string ToSlug(this VerdictKind verdict) =>
        verdict switch
        {
            VerdictKind.Closed => "closed",
            VerdictKind.NonCommercialWeights => "non-commercial-weights",
            VerdictKind.RestrictedWeights => "restricted-weights",
            VerdictKind.OpenWeights => "open-weights",
            VerdictKind.OpenSource => "open-source",
            VerdictKind.Mixed => "mixed",
            _ => "unknown",
        };

    /// <summary>The slug as people read it.</summary>
    public static string ToWords(this VerdictKind verdict) => verdict.ToSlug().Replace('-', ' ');

    /// <summary>Reads a slug; null when it is unknown.</summary>
    public static VerdictKind? TryParse(string slug)
    {
        foreach (var kind in Enum.GetValues<VerdictKind>())
        {
            if (kind.ToSlug() == slug)
                return kind;
        }

        return null;
    }
}
