using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.DatasetReading;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Storage;

namespace AiNewsBot.Answering;

/// <summary>
/// What answers from the facts that come with the program. It is made beside the rest of the start, and used where the database says the
/// same, which is so until a curator edits.
/// </summary>
/// <param name="made">What others have made already, where several bots in one process share it.</param>
internal sealed class ShippedSnapshot(Task<ShippedSnapshot.Contents>? made = null)
{
    private const string FirstQuestion = "is grok open source";

    private readonly Lock _lock = new();
    private Task<Contents>? _contents = made;

    /// <summary>Begins to make it on a thread of its own.</summary>
    public void Prepare() => _ = GetAsync();

    public Task<Contents> GetAsync()
    {
        lock (_lock)
        {
            if (_contents is { } begun)
                return begun;
            var read = new TaskCompletionSource<Contents>(TaskCreationOptions.RunContinuationsAsynchronously);
            _ = Task.Factory.StartNew(() => Read(read), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            return _contents = read.Task;
        }
    }

    /// <summary>Lets go of it, when the bot has its snapshot.</summary>
    public void Release()
    {
        lock (_lock)
            _contents = null;
    }

    private static void Read(TaskCompletionSource<Contents> read)
    {
        try
        {
            var contents = Read();
            read.SetResult(contents);

            // What is made when the first question needs it is made now.
            contents.Answerer.Ask(FirstQuestion, DateOnly.MinValue);
        }
        catch (Exception exception)
        {
            read.TrySetException(exception);
        }
    }

    private static Contents Read()
    {
        var dataset = ShippedDataset.Read();
        var facts = FactBase.Create([.. dataset.Subjects, TaughtWords.Untaught]);
        return new Contents(dataset, new Answerer(facts), new NameAutocomplete(facts));
    }

    internal sealed record Contents(Dataset Dataset, Answerer Answerer, NameAutocomplete Names)
    {
        public Snapshot ToSnapshot(DateTimeOffset at) => new(Answerer, Names, Dataset.Version, at);
    }
}
