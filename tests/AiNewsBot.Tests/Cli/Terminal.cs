using AiNewsBot.Cli;
using AiNewsBot.Tests.Harness;
using Dapper;

namespace AiNewsBot.Tests.Cli;

/// <summary>The program as someone in a terminal runs it, in this process, with a data folder of its own.</summary>
internal sealed class Terminal : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string DatabaseFile => _folder["data/facts.db"];

    public string this[string file] => _folder[file];

    /// <summary>Runs it: its exit code, what it printed, and what it said on standard error.</summary>
    public async Task<(int Code, string Out, string Error)> RunAsync(string[] arguments, string input = "")
    {
        using var written = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLineProgram.RunAsync(
            [.. arguments, $"--Storage:ConnectionString=Data Source={DatabaseFile}", $"--Storage:BackupFolder={_folder["data/backups"]}"],
            new StringReader(input),
            written,
            error,
            TimeProvider.System
        );
        return (code, written.ToString(), error.ToString());
    }

    /// <summary>A database with the facts in it, as a start of the bot leaves it.</summary>
    /// <param name="digest">Of the dataset that it was seeded with; null for that of the program.</param>
    public async Task SeedAsync(string? digest = null)
    {
        await SeededDatabase.CopyAsync(DatabaseFile);
        if (digest is null)
            return;
        using var connection = new AiNewsBot.Storage.Sqlite.DatabaseFile($"Data Source={DatabaseFile}").Open();
        connection.Execute("UPDATE dataset SET digest = @digest", new { digest });
    }

    public void Dispose() => _folder.Dispose();
}
