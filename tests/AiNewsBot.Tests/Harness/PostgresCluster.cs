using Dapper;
using Npgsql;

namespace AiNewsBot.Tests.Harness;

/// <summary>
/// A PostgreSQL server of the tests' own, in a temporary folder and on a socket there, so that no port and no server of the machine's is
/// touched.
/// </summary>
internal sealed class PostgresCluster : IAsyncDisposable
{
    /// <summary>Set to <c>required</c> where the absence of PostgreSQL is a fault.</summary>
    private const string Requirement = "AINEWSBOT_POSTGRES";

    private const string Script = """
        $run "$program/initdb" -D "$folder/data" -U ainewsbot -A trust -E UTF8 --locale=C.UTF-8 --no-sync --no-instructions \
            > "$folder/initdb.log" 2>&1
        start() {
            $run "$program/postgres" -D "$folder/data" -c listen_addresses= -c unix_socket_directories="$folder" -c fsync=off \
                -c max_connections=400 \
                -c shared_buffers=64MB -c max_wal_size=256MB -c synchronous_commit=off -c full_page_writes=off -c wal_level=replica \
                -c max_wal_senders=0 >> "$folder/log" 2>&1 &
        }
        stop() { kill -INT "$(head -1 "$folder/data/postmaster.pid")" && wait || true; }
        standby() { $run touch "$folder/data/standby.signal"; }
        start
        while read -r command; do "$command"; done
        kill -QUIT "$(head -1 "$folder/data/postmaster.pid")" || true
        wait || true
        """;

    private static readonly string? Programs = FindPrograms();
    private static readonly Lazy<Task<PostgresCluster>> Common = new(StartAsync);

    private readonly ServerGuard _guard;

    private PostgresCluster(ServerGuard guard) => _guard = guard;

    /// <summary>Whether tests that need PostgreSQL can run.</summary>
    public static bool IsInstalled => Programs is not null || Environment.GetEnvironmentVariable(Requirement) == "required";

    /// <summary>Why they are skipped.</summary>
    public const string Absent = "PostgreSQL is not installed (no initdb was found); CONTRIBUTING.md says how";

    /// <summary>One server for all tests of a run.</summary>
    public static Task<PostgresCluster> SharedAsync() => Common.Value;

    /// <summary>How a database on it is named in a connection string.</summary>
    public string this[string database] => $"Host={_guard.Folder};Username=ainewsbot;Database={database}";

    /// <summary>The file that it logs to.</summary>
    public string LogFile => Path.Combine(_guard.Folder, "log");

    /// <summary>Starts a server of a test's own, which it may stop.</summary>
    public static async Task<PostgresCluster> StartAsync()
    {
        var programs = Programs ?? throw new InvalidOperationException(Absent);
        var guard = ServerGuard.Start(TemporaryFolder.Create(), programs, Script);
        var cluster = new PostgresCluster(guard);
        await cluster.ReadyAsync();
        return cluster;
    }

    /// <summary>Stops the server as its operator would, breaking all connections.</summary>
    public async Task StopAsync()
    {
        await _guard.TellAsync("stop");
        for (var i = 0; File.Exists(Path.Combine(_guard.Folder, "data", "postmaster.pid")) && i < 600; i++)
            await Task.Delay(50);
    }

    /// <summary>Starts it again.</summary>
    public async Task RestartAsync()
    {
        await _guard.TellAsync("start");
        await ReadyAsync();
    }

    /// <summary>Starts it again as a replica, which can be read alone.</summary>
    public async Task RestartAsReplicaAsync()
    {
        await StopAsync();
        await _guard.TellAsync("standby");
        await RestartAsync();
    }

    /// <summary>Makes a replica take writes.</summary>
    public Task PromoteAsync() => ExecuteAsync("SELECT pg_promote()");

    /// <summary>Lets in users but its owner with their password alone.</summary>
    public async Task RequirePasswordsAsync()
    {
        await File.WriteAllTextAsync(
            Path.Combine(_guard.Folder, "data", "pg_hba.conf"),
            "local all ainewsbot trust\nlocal all all scram-sha-256\n"
        );
        await ExecuteAsync("SELECT pg_reload_conf()");
    }

    /// <summary>Makes a database like another. Its files are copied, where the server offers a choice: by way of the log, which is its
    /// default, takes twice the time.</summary>
    public async Task CopyAsync(string template, string database)
    {
        await using var connection = new NpgsqlConnection($"{this["postgres"]};Pooling=False");
        await connection.OpenAsync();
        var strategy = connection.PostgreSqlVersion.Major >= 15 ? "STRATEGY FILE_COPY" : "";
        await connection.ExecuteAsync($"CREATE DATABASE {database} TEMPLATE {template} {strategy}");
    }

    /// <summary>Runs a statement as the server's owner.</summary>
    public async Task ExecuteAsync(string sql, string database = "postgres")
    {
        await using var connection = new NpgsqlConnection($"{this[database]};Pooling=False");
        await connection.ExecuteAsync(sql);
    }

    public ValueTask DisposeAsync() => _guard.DisposeAsync();

    private Task ReadyAsync() => _guard.ReadyAsync(this["postgres"]);

    private static string? FindPrograms()
    {
        if (OperatingSystem.IsWindows())
            return null;
        var debian = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Reverse().Select(folder => $"{folder}/bin")
            : [];
        return debian
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'))
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")));
    }
}
