using AiNewsBot.Curation.Editing;
using AiNewsBot.News.Outbox;
using AiNewsBot.Storage;
using Microsoft.Data.Sqlite;

namespace AiNewsBot.Curation;

/// <summary>The way in for every change of facts: it is written, shown by the next answer, and told to those who want to know.</summary>
public sealed class Curator(FactEditor editor, RevisionWatch watch, OutboxSignal signal)
{
    /// <summary>Makes one change.</summary>
    /// <param name="also">What is written with it, or not at all.</param>
    public Outcome Make(Author author, Change change, Action<SqliteConnection>? also = null) => Tell(editor.Make(author, change, also));

    /// <summary>Makes changes together: all, or none.</summary>
    public Outcome Make(Author author, IReadOnlyList<Change> changes, Action<SqliteConnection>? also = null) => Tell(editor.Make(author, changes, also));

    /// <summary>Takes a revision back.</summary>
    public Outcome Undo(Author author, long number, string? reason) => Tell(editor.Undo(author, number, reason));

    /// <summary>What an author made by the same change before; null where they did not.</summary>
    public Outcome.Done? FindRepeat(Author author, Change change) => editor.FindRepeat(author, change);

    private Outcome Tell(Outcome outcome)
    {
        if (outcome is Outcome.Done)
        {
            try
            {
                watch.CatchUp();
            }
            catch (StorageException)
            {
                // It is written, and shown as soon as the database can be read: the watch tries again within a second.
            }

            signal.Raise();
        }

        return outcome;
    }
}
