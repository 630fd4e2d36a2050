using System.Diagnostics;

namespace AiNewsBot.Tests.Harness;

/// <summary>Litestream with the file that an operator is given, beside a bot's database.</summary>
internal sealed class LitestreamProcess : IAsyncDisposable
{
    /// <summary>Set to <c>required</c> where the absence of Litestream is a fault.</summary>
    private const string Requirement = "AINEWSBOT_LITESTREAM";

    private static readonly string Program = Path.Combine(
        RepositoryRoot.Path,
        "tests/Litestream/node_modules/@flydotio/litestream-linux-x64/litestream"
    );

    private readonly Process _process;

    private LitestreamProcess(Process process) => _process = process;

    /// <summary>Whether tests that need it can run.</summary>
    public static bool IsInstalled => File.Exists(Program) || Environment.GetEnvironmentVariable(Requirement) == "required";

    /// <summary>Why they are skipped.</summary>
    public const string Absent = "Litestream is not installed; CONTRIBUTING.md says how";

    /// <summary>Copies a database's changes until it is disposed.</summary>
    public static LitestreamProcess Replicate(string database, string replica) => new(Start(database, replica, "replicate"));

    /// <summary>Brings a database back as another file, which must not be there: whether there was something to bring back.</summary>
    public static async Task<bool> TryRestoreAsync(string database, string replica, string file)
    {
        using var process = Start(database, replica, "restore", "-o", file, database);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode == 0;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    private static Process Start(string database, string replica, string verb, params string[] arguments)
    {
        var configuration = Path.Combine(RepositoryRoot.Path, "deploy/litestream.yml");
        var start = new ProcessStartInfo(Program, [verb, "-config", configuration, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["AINEWSBOT_DATABASE"] = database;
        start.Environment["AINEWSBOT_REPLICA"] = $"file://{replica}";
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
