using Microsoft.Data.Sqlite;

namespace AiNewsBot.Tests.Harness;

/// <summary>A folder of its own for a test, gone afterwards; in memory where there is room, since a test needs no disk.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private const string Memory = "/dev/shm";
    private const long MinMemory = 4L << 30;

    private static readonly string? Parent = HasMemory() ? Memory : null;

    public string Path { get; } = Create();

    /// <summary>What goes with it.</summary>
    public event Action? Disposing;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        Disposing?.Invoke();

        // Windows deletes no file that a pooled connection holds. Elsewhere the connections of tests beside this one are left alone.
        if (OperatingSystem.IsWindows())
            SqliteConnection.ClearAllPools();
        Directory.Delete(Path, recursive: true);
    }

    /// <summary>Makes a folder that is deleted otherwise.</summary>
    public static string Create() =>
        Parent is null
            ? Directory.CreateTempSubdirectory("ainewsbot-").FullName
            : Directory.CreateDirectory(System.IO.Path.Combine(Parent, $"ainewsbot-{Guid.NewGuid():N}"[..20])).FullName;

    private static bool HasMemory()
    {
        try
        {
            return new DriveInfo(Memory) is { IsReady: true, AvailableFreeSpace: >= MinMemory };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }
}
