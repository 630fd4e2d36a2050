using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Answers;

/// <summary>Dates as answers tell them. A day that one index alone gives is told as about that day, by a sign that every language
/// reads.</summary>
public static class DayText
{
    /// <summary>Before a day that no second source confirms.</summary>
    public const string About = "~";

    /// <summary>The date from which a statement holds, for a template that writes dates itself.</summary>
    public static string Raw(Statement statement) => Mark(statement) + statement.ValidFrom?.Text;

    /// <summary>The date from which a statement holds, as people write it.</summary>
    public static string Write(Statement statement) => statement.ValidFrom is { } date ? Mark(statement) + DateText.Write(date) : "";

    /// <summary>The sign, or nothing.</summary>
    public static string Mark(Statement statement) => statement.IsDateApproximate ? About : "";
}
