using System.Globalization;

namespace AiNewsBot.Answering.Pictures.Drawing;

/// <summary>Days from left to right.</summary>
internal sealed class TimeAxis(DateOnly first, DateOnly last, float left, float right)
{
    private const int FewMonths = 18;
    private const int ManyYears = 8;

    /// <summary>Where a day lies.</summary>
    public float X(DateOnly day) =>
        first == last
            ? (left + right) / 2
            : left + (right - left) * Math.Clamp((float)(day.DayNumber - first.DayNumber) / (last.DayNumber - first.DayNumber), 0, 1);

    /// <summary>Where to draw lines, and what to write to them: years, or quarters where the time is short.</summary>
    public IEnumerable<(float X, string Says)> Ticks()
    {
        var months = (last.Year - first.Year) * 12 + last.Month - first.Month;
        var step =
            months <= FewMonths ? 3
            : months <= ManyYears * 12 ? 12
            : 24;
        for (var day = new DateOnly(first.Year, 1, 1); day <= last; day = day.AddMonths(step))
        {
            if (day >= first)
                yield return (
                    X(day),
                    step == 3 ? $"{PictureText.Month(day.Month)} {day.ToString("yy", CultureInfo.InvariantCulture)}" : $"{day.Year}"
                );
        }
    }
}
