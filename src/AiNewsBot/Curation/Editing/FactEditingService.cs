using AiNewsBot.Outbox;
using AiNewsBot.Storage;
using Microsoft.Data.Sqlite;

namespace AiNewsBot.Curation.Editing;

/// <summary>The way in for every change of facts: it is written, shown by the next answer, and told to those who want to know.</summary>
internal sealed class FactEditingService(FactEditor editor, RevisionWatcher watch, OutboxSignal signal)
{
    /// <summary>Makes one change.</summary>
    /// <param name="also">What is written with it, or not at all.</param>
    public EditResult Apply(Author author, Change change, Action<SqliteConnection>? also = null) =>
        Notify(editor.Apply(author, change, also));

    /// <summary>Makes changes together: all, or none.</summary>
    public EditResult Apply(Author author, IReadOnlyList<Change> changes, Action<SqliteConnection>? also = null) =>
        Notify(editor.Apply(author, changes, also));

    /// <summary>Takes a revision back.</summary>
    public EditResult Undo(Author author, long number, string? reason) => Notify(editor.Undo(author, number, reason));

    /// <summary>What an author made by the same change before; null where they did not.</summary>
    public EditResult.Done? FindRepeat(Author author, Change change) => editor.FindRepeat(author, change);

    private EditResult Notify(EditResult editResult)
    {
        if (editResult is EditResult.Done)
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

        return editResult;
    }
}
