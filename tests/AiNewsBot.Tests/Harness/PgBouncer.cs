using Npgsql;

namespace AiNewsBot.Tests.Harness;

/// <summary>A pgbouncer of a test's own before the tests' PostgreSQL, on a socket in a temporary folder.</summary>
internal sealed class PgBouncer : IAsyncDisposable
{
    /// <summary>Set to <c>required</c> where the absence of pgbouncer is a fault.</summary>
    private const string Requirement = "AINEWSBOT_PGBOUNCER";

    private const string Script = """
        $run "$program" -q "$folder/pgbouncer.ini" > "$folder/log" 2>&1 &
        read -r _ || true
        kill -INT "$(cat "$folder/pid")" || true
        wait || true
        """;

    private static readonly string? Program = ((string[])["/usr/sbin", .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')])
        .Select(folder => Path.Combine(folder, "pgbouncer"))
        .FirstOrDefault(File.Exists);

    private readonly ServerGuard _guard;

    private PgBouncer(ServerGuard guard) => _guard = guard;

    /// <summary>Whether tests that need it, and PostgreSQL, can run.</summary>
    public static bool IsInstalled =>
        PostgresCluster.IsInstalled && Program is not null || Environment.GetEnvironmentVariable(Requirement) == "required";

    /// <summary>Why they are skipped.</summary>
    public const string Absent = "pgbouncer or PostgreSQL is not installed; CONTRIBUTING.md says how";

    /// <summary>How a database of the server is named in a connection string that goes through the pooler.</summary>
    public string this[string database] => $"Host={_guard.Folder};Port=6432;Username=ainewsbot;Database={database}";

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
        var pooler = new PgBouncer(ServerGuard.Start(folder, program, Script));
        await pooler._guard.ReadyAsync(pooler["postgres"]);
        return pooler;
    }

    public ValueTask DisposeAsync() => _guard.DisposeAsync();
}
