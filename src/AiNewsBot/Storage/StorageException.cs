using System.Data.Common;

namespace AiNewsBot.Storage;

/// <summary>The database cannot be used; the message says why, and what to do, in one line.</summary>
internal sealed class StorageException(string message, Exception? inner = null) : DbException(message, inner)
{
    internal StorageError Fault { get; init; }

    /// <summary>Whether it ended a transaction of which nothing was kept.</summary>
    internal bool NothingWritten { get; init; }
}
