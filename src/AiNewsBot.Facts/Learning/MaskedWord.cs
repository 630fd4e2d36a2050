namespace AiNewsBot.Facts.Learning;

/// <summary>A word of a question whose names are masked.</summary>
/// <param name="Mask">The word, or the kind of the name that it represents.</param>
/// <param name="Letters">The word as it was written, where its letters tell something; null for a name that is known.</param>
public readonly record struct MaskedWord(string Mask, string? Letters)
{
    /// <summary>The mask.</summary>
    public override string ToString() => Mask;
}
