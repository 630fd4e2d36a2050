namespace AiNewsBot.Facts.Model;

/// <summary>Availabilities as they are written.</summary>
public static class AvailabilityText
{
    /// <summary>The slug, as in the dataset.</summary>
    public static string ToSlug(this Availability availability) =>
        availability switch
        {
            Availability.Available => "available",
            Availability.Gated => "gated",
            Availability.OnRequest => "on-request",
            Availability.Partial => "partial",
            Availability.Unavailable => "unavailable",
            _ => "unknown",
        };

    /// <summary>Reads a slug; null when it is unknown.</summary>
    public static Availability? TryParse(string slug) =>
        slug switch
        {
            "available" => Availability.Available,
            "gated" => Availability.Gated,
            "on-request" => Availability.OnRequest,
            "partial" => Availability.Partial,
            "unavailable" => Availability.Unavailable,
            "unknown" => Availability.Unknown,
            _ => null,
        };

    /// <summary>Whether anything at all was published.</summary>
    public static bool IsPublished(this Availability availability) => availability > Availability.Unavailable;
}
