namespace AiNewsBot.Facts.Model;

/// <summary>What values a property takes.</summary>
public static class PropertyValues
{
    private const int MaxTextLength = 1000;

    /// <summary>What values a property takes instead of one that is not valid for it; null where the value is valid. Whether a licence
    /// exists is checked against the others.</summary>
    public static string? GetAllowed(string property, string value)
    {
        if (Components.Contains(property))
            return AvailabilityText.TryParse(value) is null ? "available, gated, on-request, partial, unavailable or unknown" : null;
        return property switch
        {
            Properties.DataInformation => value is "sufficient" or "insufficient" or "unknown"
                ? null
                : "sufficient, insufficient or unknown",
            Properties.OsiApproved or Properties.FsfLibre or Properties.OpenData => value is "true" or "false" ? null : "true or false",
            Properties.Commercial => value is "yes" or "conditional" or "no" ? null : "yes, conditional or no",
            Properties.OutputsCommercial or Properties.OutputsTraining => value is "yes" or "conditional" or "no"
                ? null
                : "yes, conditional or no",
            Properties.OutputsOwnership => value is "user" or "maker" or "unclaimed" ? null : "user, maker or unclaimed",
            Properties.Derivatives => value is "bound" or "conditional" or "free" ? null : "bound, conditional or free",
            Properties.Condition => Condition.Kinds.Contains(value)
                ? null
                : string.Join(", ", Condition.Kinds.Order(StringComparer.Ordinal)),
            Properties.Country => value is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'] ? null : "the two capitals of ISO 3166, such as US",
            _ => value.Length > MaxTextLength ? $"a text of at most {MaxTextLength} characters" : null,
        };
    }
}
