using System.Collections.Immutable;
using AiNewsBot.Storage;
using Microsoft.Data.Sqlite;

namespace AiNewsBot.Curation.Editing;

/// <summary>Changes facts: each change, or all of a group, or nothing.</summary>
public sealed class FactEditor(DatabaseWriter database, TimeProvider time)
{
    /// <summary>Makes one change.</summary>
    /// <param name="also">What is done with it, or not at all.</param>
    public Outcome Make(Author author, Change change, Action<SqliteConnection>? also = null) => Make(author, [change], also);

    /// <summary>Makes changes together: all, or none when one cannot be made.</summary>
    public Outcome Make(Author author, IReadOnlyList<Change> changes, Action<SqliteConnection>? also = null) =>
        InTransaction(connection =>
        {
            also?.Invoke(connection);
            var writing = new Writing(connection, author, time.GetUtcNow(), changes.Count);
            var isRepeat = true;
            var made = ImmutableArray.CreateBuilder<Revision>();
            foreach (var change in changes)
            {
                var outcome = writing.Write(change);
                if (outcome is not Outcome.Done done)
                    return outcome;
                made.AddRange(done.Revisions);
                isRepeat &= done.IsRepeat;
            }

            return new Outcome.Done(made.ToImmutable()) { IsRepeat = isRepeat };
        });

    /// <summary>Takes a revision back by a new one; of an import, all that it did.</summary>
    public Outcome Undo(Author author, long number, string? reason) =>
        InTransaction(connection => new Undoing(connection, new Writing(connection, author, time.GetUtcNow())).Undo(author, number, reason));

    /// <summary>What an author made by the same change before; null where they did not.</summary>
    public Outcome.Done? FindRepeat(Author author, Change change) => database.Read(connection => new Writing(connection, author, time.GetUtcNow()).FindRepeat(change));

    // What cannot be done leaves nothing behind, whatever was written before it in the group.
    private Outcome InTransaction(Func<SqliteConnection, Outcome> act) => database.TryWrite(connection =>
    {
        var outcome = act(connection);
        if (outcome is Outcome.Done { IsRepeat: false } done)
            AuditLog.Tell(connection, done.Revisions, time.GetUtcNow());
        return outcome;
    }, outcome => outcome is Outcome.Done);
}
