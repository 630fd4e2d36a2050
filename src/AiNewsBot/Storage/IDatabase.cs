using System.Data.Common;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Storage;

/// <summary>
/// The database as all but this folder sees it: SQL in the common part of SQLite and PostgreSQL, on a connection that is lent for one piece
/// of work. What the two do differently is a member here.
/// </summary>
internal interface IDatabase : IDisposable
{
    /// <summary>Where it is, for messages.</summary>
    string Location { get; }

    /// <summary>Whether there is one yet.</summary>
    bool Exists { get; }

    /// <summary>Whether it tells of changes at this time, so that its counter need hardly be read.</summary>
    bool TellsChanges { get; }

    /// <summary>Reads, while others may write.</summary>
    /// <param name="cancellationToken">Ends the wait for a connection; what has begun is ended by its work.</param>
    /// <exception cref="StorageException">It cannot be used.</exception>
    Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken = default);

    /// <summary>Does all of the work, or none of it when it fails or its result is not to be kept. Work writes through its connection
    /// alone: the next transaction waits for it.</summary>
    /// <param name="cancellationToken">Ends the wait for the transaction; one that has begun is ended by its work.</param>
    /// <exception cref="StorageException">It cannot be used, and nothing was written.</exception>
    Task<T> TryWriteAsync<T>(Func<DbConnection, Task<T>> work, Predicate<T> keeps, CancellationToken cancellationToken = default);

    /// <summary>Changes rows that are this process's by a claim, in one statement or several of one request, of which all or none take
    /// effect. On a server it neither waits for the transactions of others nor tells of a change.</summary>
    /// <param name="cancellationToken">Ends the wait for its turn or for a connection; what has begun is ended by its work.</param>
    /// <exception cref="StorageException">It cannot be used, and whether it was written is not known.</exception>
    Task<T> WriteRowsAsync<T>(Func<DbConnection, Task<T>> write, CancellationToken cancellationToken = default);

    /// <summary>What a query of rows that are then written ends with, so that those which others write are left out; nothing where others
    /// cannot write meanwhile.</summary>
    string ForUpdateSkippingLocked { get; }

    /// <summary>What a query ends with whose rows are to stay as they are until all is written.</summary>
    string ForShare { get; }

    /// <summary>All subjects with their global statements; none where there is no schema yet.</summary>
    /// <exception cref="StorageException">There is no database, or it is damaged.</exception>
    Task<IReadOnlyList<Subject>> ReadGlobalLayerAsync();

    /// <summary>A number that is another one after each change, by this process or another.</summary>
    /// <exception cref="StorageException">It cannot be used.</exception>
    Task<long> ReadChangeCounterAsync();

    /// <summary>Completes when the database tells that something may have been written: a hint, which may come late or never. To be called
    /// by one after the other.</summary>
    Task WaitForHintAsync(CancellationToken cancellationToken);

    /// <summary>Reserves turns among all processes that share the database, one after the other at an interval, by its clock.</summary>
    /// <returns>How long until the first of them.</returns>
    /// <exception cref="StorageException">It cannot be used.</exception>
    Task<TimeSpan> ReserveTurnsAsync(string name, int count, TimeSpan interval);

    /// <summary>Closes idle connections, which hold what they once read.</summary>
    void CloseUnused();
}
