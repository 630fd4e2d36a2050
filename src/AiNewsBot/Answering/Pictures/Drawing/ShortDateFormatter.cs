using System.Globalization;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Answering.Pictures.Drawing;

/// <summary>Dates beside their year, in few letters and no more precise than they are known.</summary>
internal static class ShortDateFormatter
{
    /// <summary>"17 Mar", "Mar", "4–6 Dec", "Feb–Apr"; empty where only the year is known.</summary>
    public static string Format(FactDate date)
    {
        var (first, last) = (date.Earliest, date.Latest);
        if (date.IsExact)
            return DayOf(first);
        var isWholeMonths = first.Day == 1 && last.AddDays(1).Day == 1;
        if (first.Year != last.Year)
            return $"{MonthOf(first)}–{MonthOf(last)} {last.ToString("yy", CultureInfo.InvariantCulture)}";
        if (isWholeMonths && first.Month == 1 && last.Month == 12)
            return "";
        if (first.Month != last.Month)
            return $"{MonthOf(first)}–{MonthOf(last)}";
        return isWholeMonths ? MonthOf(first) : $"{first.Day}–{DayOf(last)}";
    }

    private static string DayOf(DateOnly day) => $"{day.Day} {MonthOf(day)}";

    private static string MonthOf(DateOnly day) => PictureText.Month(day.Month);
}
