namespace AiNewsBot.Facts.Questions.Propositions;

/// <summary>Of how many releases of a family or maker something is said.</summary>
public enum Reach
{
    /// <summary>Of it as a whole.</summary>
    Whole,

    /// <summary>Of each.</summary>
    All,

    /// <summary>Of at least one.</summary>
    Any,
}
