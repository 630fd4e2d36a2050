namespace AiNewsBot.Facts.Model;

/// <summary>How near a source is to the fact. Lower is nearer.</summary>
public enum SourceKind
{
    /// <summary>The licence file, the repository, the maker's announcement, the paper, the court's document.</summary>
    FirstHand,

    /// <summary>Press, or a third party's account.</summary>
    Secondary,

    /// <summary>An index of models.</summary>
    Index,
}
