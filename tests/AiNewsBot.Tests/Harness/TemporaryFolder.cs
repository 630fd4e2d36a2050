using Microsoft.Data.Sqlite;

namespace AiNewsBot.Tests.Harness;

/// <summary>A folder of its own for a test, gone afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("ainewsbot-").FullName;

    /// <summary>What goes with it.</summary>
    public event Action? Disposing;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        Disposing?.Invoke();
        SqliteConnection.ClearAllPools();
        Directory.Delete(Path, recursive: true);
    }
}
