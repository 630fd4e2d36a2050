namespace AiNewsBot.Facts.Snapshots;

/// <summary>What happened.</summary>
public enum TimelineKind
{
    /// <summary>A release was made public as a product or paper.</summary>
    Announced,

    /// <summary>Its weights came out.</summary>
    WeightsOut,

    /// <summary>Its licence changed.</summary>
    LicenceChanged,

    /// <summary>A promise was made.</summary>
    Promised,

    /// <summary>A promise was kept.</summary>
    Kept,

    /// <summary>Something else that the facts tell in a sentence.</summary>
    Told,
}
