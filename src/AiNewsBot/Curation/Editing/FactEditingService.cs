using System.Data.Common;
using AiNewsBot.Outbox;
using AiNewsBot.Storage;

namespace AiNewsBot.Curation.Editing;

/// <summary>The way in for every change of facts: it is written, shown by the next answer, and told to those who want to know.</summary>
internal sealed class FactEditingService(FactEditor editor, RevisionWatcher watch, OutboxSignal signal)
{
    /// <summary>Makes one change.</summary>
    /// <param name="also">What is written with it, or not at all.</param>
    public async Task<EditResult> ApplyAsync(
        Author author,
        Change change,
        Func<DbConnection, Task>? also = null,
        CancellationToken cancellationToken = default
    ) => await NotifyAsync(await editor.ApplyAsync(author, change, also, cancellationToken));

    /// <summary>Makes changes together: all, or none.</summary>
    public async Task<EditResult> ApplyAsync(
        Author author,
        IReadOnlyList<Change> changes,
        Func<DbConnection, Task>? also = null,
        CancellationToken cancellationToken = default
    ) => await NotifyAsync(await editor.ApplyAsync(author, changes, also, cancellationToken));

    /// <summary>Takes a revision back.</summary>
    public async Task<EditResult> UndoAsync(Author author, long number, string? reason, CancellationToken cancellationToken = default) =>
        await NotifyAsync(await editor.UndoAsync(author, number, reason, cancellationToken));

    /// <summary>What an author made by the same change before; null where they did not.</summary>
    public Task<EditResult.Done?> FindRepeatAsync(Author author, Change change, CancellationToken cancellationToken = default) =>
        editor.FindRepeatAsync(author, change, cancellationToken);

    // The change is kept by now, and is told of even where the request is given up.
    private async Task<EditResult> NotifyAsync(EditResult editResult)
    {
        if (editResult is EditResult.Done)
        {
            try
            {
                await watch.CatchUpAsync();
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
