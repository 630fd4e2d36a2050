namespace AiNewsBot.Facts.Questions.Dates;

/// <summary>Why a date is not used.</summary>
public enum DateProblem
{
    /// <summary>It is.</summary>
    None,

    /// <summary>It is in the future.</summary>
    Future,

    /// <summary>It cannot be read without guessing.</summary>
    Unclear,
}
