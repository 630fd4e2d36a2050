namespace AiNewsBot.Facts.Questions.Dates;

/// <summary>A date in a question.</summary>
/// <param name="Day">The day as of which is asked; null when it cannot be read or is in the future.</param>
/// <param name="Period">The period that is named, before the words around it are read.</param>
/// <param name="Problem">Why there is no day.</param>
/// <param name="Typed">As it was written.</param>
/// <param name="Start">Index of its first word.</param>
/// <param name="Count">How many words it has.</param>
public sealed record DatePhrase(DateOnly? Day, Period? Period, DateProblem Problem, string Typed, int Start, int Count)
{
    /// <summary>Whether it counts from the day of the question: yesterday.</summary>
    public bool IsRelative { get; init; }

    /// <summary>Whether something is said to be so from it on: since May 2026.</summary>
    public bool IsSince { get; init; }
}
