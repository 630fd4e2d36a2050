namespace AiNewsBot.Facts.Model;

/// <summary>Whether a licence allows commercial use.</summary>
public enum CommercialUse
{
    /// <summary>The facts do not say.</summary>
    Unknown,

    /// <summary>Not at all.</summary>
    No,

    /// <summary>Under conditions.</summary>
    Conditional,

    /// <summary>Freely.</summary>
    Yes,
}
