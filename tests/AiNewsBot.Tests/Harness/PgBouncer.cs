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
    public string this[string database] => ConnectionString(_guard.Folder, database);

    /// <summary>A folder for one that is started later.</summary>
    public static string CreateFolder() => Directory.CreateTempSubdirectory("ainewsbot-pgb-").FullName;

    /// <summary>The connection string of a database through the pooler in a folder.</summary>
    public static string ConnectionString(string folder, string database) =>
        $"Host={folder};Port=6432;Username=ainewsbot;Database={database}";

    /// <summary>Starts one before the server of a connection string.</summary>
    /// <param name="server">The server's connection string.</param>
    /// <param name="mode">For how long a client has a connection of the server; null for what the file of deploy says.</param>
    /// <param name="folder">Where; null for a folder of its own.</param>
    public static async Task<PgBouncer> StartAsync(string server, string? mode = null, string? folder = null)
    {
        var program = Program ?? throw new InvalidOperationException(Absent);
        folder ??= CreateFolder();
        await File.WriteAllTextAsync(
            Path.Combine(folder, "pgbouncer.ini"),
            $"""
            [databases]
            * = host={new NpgsqlConnectionStringBuilder(server).Host} user=ainewsbot
            {await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, "deploy", "pgbouncer.ini"))}
            ; Other lines of its last section: a section of the same name would begin with the defaults.
            listen_addr =
            unix_socket_dir = {folder}
            auth_type = any
            auth_file =
            pidfile = {folder}/pid
            {(mode is null ? "" : $"pool_mode = {mode}")}

            """
        );
        var pooler = new PgBouncer(ServerGuard.Start(folder, program, Script));
        await pooler._guard.ReadyAsync(pooler["postgres"]);
        return pooler;
    }

    public ValueTask DisposeAsync() => _guard.DisposeAsync();
}
