namespace AiNewsBot.Facts.Model;

/// <summary>What held on a day.</summary>
/// <param name="Statement">The statement that held, or null.</param>
/// <param name="Uncertain">Whether the sources' dates leave open what held.</param>
public readonly record struct EffectiveStatement(Statement? Statement, bool Uncertain)
{
    /// <summary>The value that held, or null.</summary>
    public string? Value => Statement?.Value;
}
