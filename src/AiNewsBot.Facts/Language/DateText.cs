using System.Globalization;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Language;

/// <summary>Dates as people write them.</summary>
public static class DateText
{
    /// <summary>2024-03-17, 2024-03, 2024, "12 to 14 December 2023"; a span of more than one month between its ends.</summary>
    public static string Write(FactDate date)
    {
        if (!date.Text.Contains('/', StringComparison.Ordinal))
            return date.Text;
        var (first, last) = (date.Earliest, date.Latest);
        return (first.Year, first.Month) == (last.Year, last.Month)
            ? string.Create(CultureInfo.InvariantCulture, $"{first.Day} to {last.Day} {last:MMMM yyyy}")
            : date.Text.Replace("/", " to ", StringComparison.Ordinal);
    }
}
