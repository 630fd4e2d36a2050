using System.Collections.Immutable;
using AiNewsBot.Storage;
using Microsoft.Data.Sqlite;

namespace AiNewsBot.Curation.Editing;

/// <summary>Changes facts: each change, or all of a group, or nothing.</summary>
internal sealed class FactEditor(DatabaseWriter database, TimeProvider time)
{
    /// <summary>Makes one change.</summary>
    /// <param name="also">What is done with it, or not at all.</param>
    public EditResult Apply(Author author, Change change, Action<SqliteConnection>? also = null) => Apply(author, [change], also);

    /// <summary>Makes changes together: all, or none when one cannot be made.</summary>
    public EditResult Apply(Author author, IReadOnlyList<Change> changes, Action<SqliteConnection>? also = null) =>
        InTransaction(connection =>
        {
            also?.Invoke(connection);
            var statementWriter = new StatementWriter(connection, author, time.GetUtcNow(), changes.Count);
            var isRepeat = true;
            var made = ImmutableArray.CreateBuilder<Revision>();
            foreach (var change in changes)
            {
                var editResult = statementWriter.Write(change);
                if (editResult is not EditResult.Done done)
                    return editResult;
                made.AddRange(done.Revisions);
                isRepeat &= done.IsRepeat;
            }

            return new EditResult.Done(made.ToImmutable()) { IsRepeat = isRepeat };
        });

    /// <summary>Takes a revision back by a new one; of an import, all that it did.</summary>
    public EditResult Undo(Author author, long number, string? reason) =>
        InTransaction(connection =>
            new RevisionReverter(connection, new StatementWriter(connection, author, time.GetUtcNow())).Undo(author, number, reason)
        );

    /// <summary>What an author made by the same change before; null where they did not.</summary>
    public EditResult.Done? FindRepeat(Author author, Change change) =>
        database.Read(connection => new StatementWriter(connection, author, time.GetUtcNow()).FindRepeat(change));

    // A failure rolls back everything that was written before it in the batch.
    private EditResult InTransaction(Func<SqliteConnection, EditResult> act) =>
        database.TryWrite(
            connection =>
            {
                var editResult = act(connection);
                if (editResult is EditResult.Done { IsRepeat: false } done)
                    AuditLog.Record(connection, done.Revisions, time.GetUtcNow());
                return editResult;
            },
            editResult => editResult is EditResult.Done
        );
}
