using System.Collections.Immutable;
using AiNewsBot.Storage;
using Microsoft.Data.Sqlite;

namespace AiNewsBot.Curation.Editing;

/// <summary>Changes facts: each change, or all of a group, or nothing.</summary>
public sealed class FactEditor(Database database, TimeProvider time)
{
    /// <summary>Makes one change.</summary>
    /// <param name="also">What is done with it, or not at all.</param>
    public Outcome Make(Author author, Change change, Action<SqliteConnection, SqliteTransaction>? also = null) => Make(author, [change], also);

    /// <summary>Makes changes together: all, or none when one cannot be made.</summary>
    public Outcome Make(Author author, IReadOnlyList<Change> changes, Action<SqliteConnection, SqliteTransaction>? also = null) =>
        InTransaction((connection, transaction) =>
        {
            also?.Invoke(connection, transaction);
            var writing = new Writing(connection, transaction, author, time.GetUtcNow());
            var made = ImmutableArray.CreateBuilder<Revision>();
            foreach (var change in changes)
            {
                var outcome = writing.Write(change);
                if (outcome is not Outcome.Done done)
                    return outcome;
                made.AddRange(done.Revisions);
            }

            return new Outcome.Done(made.ToImmutable());
        });

    /// <summary>Takes a revision back by a new one; of an import, all that it did.</summary>
    public Outcome Undo(Author author, long number, string? reason) =>
        InTransaction((connection, transaction) => new Undoing(connection, transaction, new Writing(connection, transaction, author, time.GetUtcNow())).Undo(author, number, reason));

    private Outcome InTransaction(Func<SqliteConnection, SqliteTransaction, Outcome> act)
    {
        using var connection = database.Open();

        // It takes the write lock at once: what it reads is what it writes on.
        using var transaction = connection.BeginTransaction();
        var outcome = act(connection, transaction);
        if (outcome is Outcome.Done)
            transaction.Commit();
        return outcome;
    }
}
