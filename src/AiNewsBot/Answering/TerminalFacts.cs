using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Storage;

namespace AiNewsBot.Answering;

/// <summary>The facts for questions in a terminal: the database's, else those that came with the program.</summary>
internal static class TerminalFacts
{
    /// <summary>Loads them; says on the writer which they are, where that may surprise.</summary>
    public static async Task<FactBase> LoadAsync(IDatabase database, TextWriter notes)
    {
        if (!database.Exists)
        {
            var shipped = ShippedDataset.Read();
            notes.WriteLine($"Facts: version {shipped.Version} of {shipped.Released:yyyy-MM-dd}, as they come with the program.");
            return FactBase.Create(shipped.Subjects, shipped.Version);
        }

        try
        {
            var store = new FactStore(database, TimeProvider.System);
            var facts = FactBase.Create(await store.ReadAsync(), await store.ReadVersionAsync());
            if (await store.ReadDigestAsync() != ShippedDataset.Digest)
                notes.WriteLine(
                    $"Facts: those in {database.Location}. The program comes with others, which the bot takes over when it starts."
                );
            return facts;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The question can be answered in spite of any fault of the database.
            var dataset = ShippedDataset.Read();
            notes.WriteLine(
                $"{exception.Message.ReplaceLineEndings(" ")} Answering from the facts that came with the program (version "
                    + $"{dataset.Version} of {dataset.Released:yyyy-MM-dd})."
            );
            return FactBase.Create(dataset.Subjects, dataset.Version);
        }
    }
}
