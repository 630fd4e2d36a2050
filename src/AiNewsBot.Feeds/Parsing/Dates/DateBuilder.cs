namespace AiNewsBot.Feeds.Parsing.Dates;

/// <summary>Puts a day, a time and a zone together.</summary>
internal static class DateBuilder
{
    // Years with two digits: feeds are younger than 1970.
    private const int Pivot = 70;

    // The years of Thailand's calendar; no feed tells of the centuries in which ours has those numbers.
    private const int FirstBuddhistYear = 2400;
    private const int LastBuddhistYear = 2700;
    private const int BuddhistEra = 543;

    /// <summary>Null where there is no such day or no such time.</summary>
    public static DateTimeOffset? TryCreate(int year, int month, int day, ClockTime? time)
    {
        if (year is >= FirstBuddhistYear and <= LastBuddhistYear)
            year -= BuddhistEra;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return null;
        try
        {
            // By addition: 24:00:00 and a leap second are moments of the next day.
            var local = new DateTime(year, month, day).Add(time?.OfDay ?? TimeSpan.Zero);
            return new DateTimeOffset(DateTime.SpecifyKind(local - (time?.Zone?.OffsetAt(local) ?? TimeSpan.Zero), DateTimeKind.Utc));
        }
        catch (ArgumentOutOfRangeException)
        {
            // Before the first year, or past the last.
            return null;
        }
    }

    public static int FullYear(int twoDigits) => twoDigits >= Pivot ? 1900 + twoDigits : 2000 + twoDigits;
}
