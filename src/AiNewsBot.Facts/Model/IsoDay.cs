using System.Globalization;

namespace AiNewsBot.Facts.Model;

/// <summary>Days as the dataset, the database and the JSON write them: 2024-03-17 (ISO 8601).</summary>
public static class IsoDay
{
    private const string Pattern = "yyyy-MM-dd";

    public static string Format(DateOnly day) => day.ToString(Pattern, CultureInfo.InvariantCulture);

    /// <exception cref="FormatException">It is not a day in this form.</exception>
    public static DateOnly Parse(string text) => DateOnly.ParseExact(text, Pattern, CultureInfo.InvariantCulture);

    /// <summary>Reads a day; false where the text is not one in this form.</summary>
    public static bool TryParse(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, Pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
