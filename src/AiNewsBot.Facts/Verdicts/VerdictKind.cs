namespace AiNewsBot.Facts.Verdicts;

/// <summary>How open a release, family or organisation is.</summary>
public enum VerdictKind
{
    /// <summary>The facts do not say.</summary>
    Unknown,

    /// <summary>No published weights.</summary>
    Closed,

    /// <summary>Weights published, no commercial use.</summary>
    NonCommercialWeights,

    /// <summary>Weights published, commercial use possible under a binding restriction.</summary>
    RestrictedWeights,

    /// <summary>Weights published under a permissive licence, but not all that the Open Source AI Definition asks.</summary>
    OpenWeights,

    /// <summary>Meets the Open Source AI Definition 1.0.</summary>
    OpenSource,

    /// <summary>Releases that differ.</summary>
    Mixed,
}
