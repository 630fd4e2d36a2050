using System.Diagnostics;
using Npgsql;

namespace AiNewsBot.Tests.Harness;

/// <summary>
/// A pgbouncer of a test's own before the tests' PostgreSQL, on a socket in a temporary folder. It ends with the test program, also where
/// that is killed: its guard waits for the end of its input.
/// </summary>
internal sealed class PgBouncer : IAsyncDisposable
{
    /// <summary>Set to <c>required</c> where the absence of pgbouncer is a fault.</summary>
    private const string Requirement = "AINEWSBOT_PGBOUNCER";

    // pgbouncer refuses to be run by root.
    private const string Guard = """
        set -e
        folder=$1 program=$2 run=
        [ "$(id -u)" != 0 ] || run="runuser -u postgres --"
        [ -z "$run" ] || chown postgres "$folder"
        cd "$folder"
        $run "$program" -q "$folder/pgbouncer.ini" > "$folder/log" 2>&1 &
        read -r _ || true
        kill -INT "$(cat "$folder/pid")" || true
        wait || true
        rm -rf "$folder"
        """;

    private static readonly string? Program = ((string[])["/usr/sbin", .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')])
        .Select(folder => Path.Combine(folder, "pgbouncer"))
        .FirstOrDefault(File.Exists);

    private readonly Process _guard;
    private readonly string _folder;

    private PgBouncer(Process guard, string folder) => (_guard, _folder) = (guard, folder);

    /// <summary>Whether tests that need it, and PostgreSQL, can run.</summary>
    public static bool IsInstalled =>
        PostgresCluster.IsInstalled && Program is not null || Environment.GetEnvironmentVariable(Requirement) == "required";

    /// <summary>Why they are skipped.</summary>
    public const string Absent = "pgbouncer or PostgreSQL is not installed; CONTRIBUTING.md says how";

    /// <summary>How a database of the server is named in a connection string that goes through the pooler.</summary>
    public string this[string database] => $"Host={_folder};Port=6432;Username=ainewsbot;Database={database}";

    /// <summary>Starts one before the server of a connection string.</summary>
    /// <param name="server">The server's connection string.</param>
    /// <param name="mode">For how long a client has a connection of the server: session, transaction or statement.</param>
    public static async Task<PgBouncer> StartAsync(string server, string mode)
    {
        var program = Program ?? throw new InvalidOperationException(Absent);
        var folder = Directory.CreateTempSubdirectory("ainewsbot-pgb-").FullName;
        await File.WriteAllTextAsync(
            Path.Combine(folder, "pgbouncer.ini"),
            $"""
            [databases]
            * = host={new NpgsqlConnectionStringBuilder(server).Host} user=ainewsbot
            [pgbouncer]
            listen_addr =
            listen_port = 6432
            unix_socket_dir = {folder}
            auth_type = any
            pool_mode = {mode}
            default_pool_size = 5
            pidfile = {folder}/pid

            """
        );
        var guard = Process.Start(
            new ProcessStartInfo("sh", ["-c", Guard, "sh", folder, program]) { RedirectStandardInput = true, UseShellExecute = false }
        )!;
        var pooler = new PgBouncer(guard, folder);
        await pooler.ReadyAsync();
        return pooler;
    }

    public async ValueTask DisposeAsync()
    {
        _guard.StandardInput.Close();
        await _guard.WaitForExitAsync();
        _guard.Dispose();
    }

    private async Task ReadyAsync()
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await using var connection = new NpgsqlConnection($"{this["postgres"]};Pooling=False");
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException exception) when (attempt < 600)
            {
                if (_guard.HasExited)
                    throw new InvalidOperationException($"pgbouncer did not start; see {_folder}", exception);
                await Task.Delay(50);
            }
        }
    }
}
