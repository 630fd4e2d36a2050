namespace AiNewsBot.Facts.Model;

/// <summary>What values a property takes.</summary>
public static class PropertyValues
{
    private const int MaxTextLength = 1000;

    /// <summary>Why a value is not valid for its property; null when it is. Whether
    /// a licence exists is checked against the others.</summary>
    public static string? GetError(string property, string value)
    {
        if (Components.Contains(property))
            return AvailabilityText.TryParse(value) is null
                ? OneOf(property, value, "available, gated, on-request, partial, unavailable or unknown")
                : null;
        return property switch
        {
            Properties.DataInformation => value is "sufficient" or "insufficient" or "unknown"
                ? null
                : OneOf(property, value, "sufficient, insufficient or unknown"),
            Properties.OsiApproved or Properties.FsfLibre or Properties.OpenData => value is "true" or "false"
                ? null
                : OneOf(property, value, "true or false"),
            Properties.Commercial => value is "yes" or "conditional" or "no" ? null : OneOf(property, value, "yes, conditional or no"),
            Properties.OutputsCommercial or Properties.OutputsTraining => value is "yes" or "conditional" or "no"
                ? null
                : OneOf(property, value, "yes, conditional or no"),
            Properties.OutputsOwnership => value is "user" or "maker" or "unclaimed"
                ? null
                : OneOf(property, value, "user, maker or unclaimed"),
            Properties.Derivatives => value is "bound" or "conditional" or "free"
                ? null
                : OneOf(property, value, "bound, conditional or free"),
            Properties.Condition => Condition.Kinds.Contains(value)
                ? null
                : OneOf(property, value, string.Join(", ", Condition.Kinds.Order(StringComparer.Ordinal))),
            Properties.Country => value is [>= 'A' and <= 'Z', >= 'A' and <= 'Z']
                ? null
                : OneOf(property, value, "the two capitals of ISO 3166, such as US"),
            _ => value.Length > MaxTextLength ? $"'{property}' is longer than {MaxTextLength} characters" : null,
        };
    }

    private static string OneOf(string property, string value, string values) => $"'{property}' cannot be '{value}': it is {values}";
}
