using System.Collections.Immutable;
using System.Data.Common;
using AiNewsBot.Storage;

namespace AiNewsBot.Curation.Editing;

/// <summary>Changes facts: each change, or all of a group, or nothing.</summary>
internal sealed class FactEditor(IDatabase database, TimeProvider time)
{
    /// <summary>Makes one change.</summary>
    /// <param name="also">What is done with it, or not at all.</param>
    public Task<EditResult> ApplyAsync(
        Author author,
        Change change,
        Func<DbConnection, Task>? also = null,
        CancellationToken cancellationToken = default
    ) => ApplyAsync(author, [change], also, cancellationToken);

    /// <summary>Makes changes together: all, or none when one cannot be made.</summary>
    public Task<EditResult> ApplyAsync(
        Author author,
        IReadOnlyList<Change> changes,
        Func<DbConnection, Task>? also = null,
        CancellationToken cancellationToken = default
    ) =>
        InTransactionAsync(
            async connection =>
            {
                if (also is not null)
                    await also(connection);
                var statementWriter = new StatementWriter(connection, author, time.GetUtcNow(), changes.Count);
                var isRepeat = true;
                var made = ImmutableArray.CreateBuilder<Revision>();
                foreach (var change in changes)
                {
                    var editResult = await statementWriter.WriteAsync(change);
                    if (editResult is not EditResult.Done done)
                        return editResult;
                    made.AddRange(done.Revisions);
                    isRepeat &= done.IsRepeat;
                }

                return new EditResult.Done(made.ToImmutable()) { IsRepeat = isRepeat };
            },
            cancellationToken
        );

    /// <summary>Takes a revision back by a new one; of an import, all that it did.</summary>
    public Task<EditResult> UndoAsync(Author author, long number, string? reason, CancellationToken cancellationToken = default) =>
        InTransactionAsync(
            connection =>
                new RevisionReverter(connection, new StatementWriter(connection, author, time.GetUtcNow())).UndoAsync(
                    author,
                    number,
                    reason
                ),
            cancellationToken
        );

    /// <summary>What an author made by the same change before; null where they did not.</summary>
    public Task<EditResult.Done?> FindRepeatAsync(Author author, Change change, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            connection => new StatementWriter(connection, author, time.GetUtcNow()).FindRepeatAsync(change),
            cancellationToken
        );

    // A failure rolls back everything that was written before it in the batch.
    private Task<EditResult> InTransactionAsync(Func<DbConnection, Task<EditResult>> act, CancellationToken cancellationToken) =>
        database.TryWriteAsync(
            async connection =>
            {
                var editResult = await act(connection);
                if (editResult is EditResult.Done { IsRepeat: false } done)
                    await AuditLog.RecordAsync(connection, done.Revisions, time.GetUtcNow());
                return editResult;
            },
            editResult => editResult is EditResult.Done,
            cancellationToken
        );
}
