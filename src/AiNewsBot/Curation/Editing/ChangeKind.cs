namespace AiNewsBot.Curation.Editing;

/// <summary>What a change does to a statement.</summary>
internal enum ChangeKind
{
    Add,
    Edit,
    Retract,

    /// <summary>Its sources were read again, and say the same.</summary>
    Verify,
    Lock,
    Unlock,
    Undo,

    /// <summary>A server keeps its own though the global statement below it changed, or gives it up for that.</summary>
    Settle,
}
