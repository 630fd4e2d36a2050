namespace AiNewsBot.Facts.Model;

/// <summary>What weight a statement has among others of its property.</summary>
public enum Rank
{
    /// <summary>The one to use among several.</summary>
    Preferred,

    /// <summary>In use.</summary>
    Normal,

    /// <summary>Sources contradict it; shown as such, and used only where there is nothing better.</summary>
    Disputed,

    /// <summary>Kept as known to be wrong; never used.</summary>
    Deprecated,
}
