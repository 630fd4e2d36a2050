namespace AiNewsBot.News.Parsing.Dates;

/// <summary>Puts a day, a time and a zone together.</summary>
internal static class Moment
{
    // Years with two digits: feeds are younger than 1970.
    private const int Pivot = 70;

    /// <summary>Null where there is no such day or no such time.</summary>
    public static DateTimeOffset? TryCreate(int year, int month, int day, ClockTime? time)
    {
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return null;
        try
        {
            // By addition: 24:00:00 and a leap second are moments of the next day.
            var utc = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc).Add((time?.OfDay ?? TimeSpan.Zero) - (time?.Offset ?? TimeSpan.Zero));
            return new DateTimeOffset(utc, TimeSpan.Zero);
        }
        catch (ArgumentOutOfRangeException)
        {
            // Before the first year, or past the last.
            return null;
        }
    }

    public static int FullYear(int twoDigits) => twoDigits >= Pivot ? 1900 + twoDigits : 2000 + twoDigits;
}
