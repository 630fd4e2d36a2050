using AiNewsBot.Facts;
using AiNewsBot.Facts.Reading;
using AiNewsBot.Storage;

namespace AiNewsBot.Answering;

/// <summary>The facts for whoever asks in a terminal: the database's, else those that came with the program.</summary>
public static class FactSource
{
    /// <summary>Loads them; says on the writer why they are not the database's.</summary>
    public static FactBase Load(Database database, TextWriter notes)
    {
        try
        {
            var store = new FactStore(database, TimeProvider.System);
            return FactBase.Of(store.Read(), store.ReadVersion());
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Whatever is wrong with what the database holds: the question can be answered all the same.
            var dataset = DatasetReader.ReadEmbedded();
            notes.WriteLine($"{exception.Message.ReplaceLineEndings(" ")} Answering from the facts that came with the program (version {dataset.Version} of {dataset.Released:yyyy-MM-dd}).");
            return FactBase.Of(dataset.Subjects, dataset.Version);
        }
    }
}
