using System.Data.Common;
using AiNewsBot.Jobs;

namespace AiNewsBot.Storage;

/// <summary>The database cannot be used; the message says why, and what to do, in one line.</summary>
internal sealed class StorageException(string message, Exception? inner = null) : DbException(message, inner), ILoggedFault
{
    internal StorageError Fault { get; init; }

    /// <summary>Whether it ended a transaction of which nothing was kept.</summary>
    internal bool NothingWritten { get; init; }

    public bool IsLogged { get; internal set; }

    /// <summary>What is found before anything is written, and so ends the work.</summary>
    /// <param name="why">A sentence, to which it is added that nothing was changed.</param>
    internal static StorageException Refusing(StorageError fault, string why, Exception? inner = null) =>
        new($"{why} Nothing was changed.", inner) { Fault = fault, NothingWritten = true };
}
