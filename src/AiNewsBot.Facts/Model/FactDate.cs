using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace AiNewsBot.Facts.Model;

/// <summary>
/// A date as precise as its source: a year, a month, a day, or an interval where sources differ.
/// Written <c>2024</c>, <c>2024-03</c>, <c>2024-03-17</c> or <c>2024-03-11/2024-03-17</c>.
/// </summary>
public readonly record struct FactDate : IComparable<FactDate>
{
    private FactDate(DateOnly earliest, DateOnly latest, string text) => (Earliest, Latest, Text) = (earliest, latest, text);

    /// <summary>The first day that it can mean.</summary>
    public DateOnly Earliest { get; }

    /// <summary>The last day that it can mean.</summary>
    public DateOnly Latest { get; }

    /// <summary>As written in the dataset.</summary>
    public string Text { get; }

    /// <summary>Whether it names one day.</summary>
    public bool IsExact => Earliest == Latest;

    /// <summary>The date of one day.</summary>
    public static FactDate On(DateOnly day) => new(day, day, IsoDay.Format(day));

    /// <summary>The time from the first day of one date to the last of another.</summary>
    public static FactDate Between(FactDate first, FactDate last)
    {
        var earliest = first.Earliest <= last.Earliest ? first.Earliest : last.Earliest;
        var latest = first.Latest >= last.Latest ? first.Latest : last.Latest;
        return earliest == latest ? On(earliest) : new FactDate(earliest, latest, $"{On(earliest).Text}/{On(latest).Text}");
    }

    /// <summary>Reads a date of the four forms.</summary>
    /// <exception cref="FormatException">The text has none of them.</exception>
    public static FactDate Parse(string text) =>
        TryParse(text, out var date)
            ? date
            : throw new FormatException($"'{text}' is no date: write 2024, 2024-03, 2024-03-17 or 2024-03-11/2024-03-17");

    /// <summary>Reads a date of the four forms; false when the text has none of them or its days are out of order.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out FactDate date)
    {
        date = default;
        if (text is null)
            return false;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            if (!TryParsePoint(text, out var first, out var last))
                return false;
            date = new FactDate(first, last, text);
            return true;
        }

        if (
            !TryParsePoint(text[..slash], out var from, out var fromEnd)
            || !TryParsePoint(text[(slash + 1)..], out var toStart, out var to)
            || from > toStart
            || fromEnd > to
        )
            return false;
        date = new FactDate(from, to, text);
        return true;
    }

    /// <summary>Orders by the first possible day, then by the last.</summary>
    public int CompareTo(FactDate other)
    {
        var byEarliest = Earliest.CompareTo(other.Earliest);
        return byEarliest != 0 ? byEarliest : Latest.CompareTo(other.Latest);
    }

    /// <inheritdoc/>
    public override string ToString() => Text ?? "";

    private static bool TryParsePoint(string text, out DateOnly first, out DateOnly last)
    {
        first = last = default;
        if (IsoDay.TryParse(text, out first))
        {
            last = first;
            return true;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out first))
        {
            last = first.AddMonths(1).AddDays(-1);
            return true;
        }

        if (text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > 0)
        {
            first = new DateOnly(year, 1, 1);
            last = new DateOnly(year, 12, 31);
            return true;
        }

        return false;
    }

    /// <summary>Whether the first comes before the second.</summary>
    public static bool operator <(FactDate left, FactDate right) => left.CompareTo(right) < 0;

    /// <summary>Whether the first comes after the second.</summary>
    public static bool operator >(FactDate left, FactDate right) => left.CompareTo(right) > 0;

    /// <summary>Whether the first comes no later than the second.</summary>
    public static bool operator <=(FactDate left, FactDate right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the first comes no earlier than the second.</summary>
    public static bool operator >=(FactDate left, FactDate right) => left.CompareTo(right) >= 0;
}
