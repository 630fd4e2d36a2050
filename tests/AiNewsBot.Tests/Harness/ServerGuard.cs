using System.Diagnostics;
using Npgsql;

namespace AiNewsBot.Tests.Harness;

/// <summary>
/// A shell that runs a server of the tests' own in a temporary folder. It ends the server with the test program, also where that is killed:
/// it waits for the end of its input. Servers that refuse to be run by root are run by the user postgres.
/// </summary>
internal sealed class ServerGuard : IAsyncDisposable
{
    private const int MaxAttempts = 600;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    // Where the script finds the folder, the program and how it is run.
    private const string Preamble = """
        set -e
        folder=$1 program=$2 run=
        [ "$(id -u)" != 0 ] || run="runuser -u postgres --"
        [ -z "$run" ] || chown postgres "$folder"
        cd "$folder"

        """;

    private readonly Process _shell;

    private ServerGuard(Process shell, string folder) => (_shell, Folder) = (shell, folder);

    /// <summary>The folder, which is deleted at the end.</summary>
    public string Folder { get; }

    /// <summary>Starts the shell.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="program">What the script finds as its program.</param>
    /// <param name="script">Starts the server, and ends it at the end of its input.</param>
    public static ServerGuard Start(string folder, string program, string script) =>
        new(
            Process.Start(
                new ProcessStartInfo("sh", ["-c", $"{Preamble}{script}\nrm -rf \"$folder\"", "sh", folder, program])
                {
                    RedirectStandardInput = true,
                    UseShellExecute = false,
                }
            )!,
            folder
        );

    /// <summary>Tells the script a line.</summary>
    public async Task TellAsync(string line)
    {
        await _shell.StandardInput.WriteLineAsync(line);
        await _shell.StandardInput.FlushAsync();
    }

    /// <summary>Waits until the server takes a connection.</summary>
    public async Task ReadyAsync(string connectionString)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await using var connection = new NpgsqlConnection($"{connectionString};Pooling=False");
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException exception) when (attempt < MaxAttempts)
            {
                if (_shell.HasExited)
                    throw new InvalidOperationException($"The server did not start; see {Folder}", exception);
                await Task.Delay(Pause);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _shell.StandardInput.Close();
        await _shell.WaitForExitAsync();
        _shell.Dispose();
    }
}
