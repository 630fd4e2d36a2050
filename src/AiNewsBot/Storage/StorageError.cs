namespace AiNewsBot.Storage;

/// <summary>Why the database cannot be used.</summary>
internal enum StorageError
{
    /// <summary>A fault of the disk, the server or the way to it that another attempt may not have.</summary>
    Unavailable,

    /// <summary>Another program holds it.</summary>
    Locked,

    /// <summary>Its disk is full.</summary>
    DiskFull,

    /// <summary>It does not exist yet.</summary>
    Missing,

    /// <summary>It, its folder or its disk can only be read.</summary>
    ReadOnly,

    /// <summary>Its path leads to nothing that could be a database.</summary>
    Unusable,

    /// <summary>Its pages or its rows cannot be read.</summary>
    Damaged,

    /// <summary>It is another program's.</summary>
    Foreign,

    /// <summary>A newer version of this program wrote it.</summary>
    Newer,

    /// <summary>Its file was deleted or replaced while the bot ran.</summary>
    Gone,

    /// <summary>The way to it broke while a change was being kept, and whether it was is not known.</summary>
    Unclear,
}
