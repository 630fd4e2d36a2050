using Npgsql;

namespace AiNewsBot.Storage.Postgres;

/// <summary>A database on a PostgreSQL server: where it is, and its connections.</summary>
internal sealed class PostgresServer : IDisposable
{
    /// <summary>Orders the transactions of all processes, as SQLite does by its one writer: what one reads before it writes is still so
    /// when it writes. The number is this program's own.</summary>
    public const long WriteLock = 7_234_551_001;

    /// <summary>Held while the schema is changed.</summary>
    public const long MigrationLock = 7_234_551_002;

    /// <summary>On which a change is told to the other processes.</summary>
    public const string Channel = "ainewsbot_changes";

    private readonly NpgsqlDataSource _pool;
    private readonly NpgsqlDataSource _direct;

    /// <param name="direct">Past a pooler of connections, for what needs a session of its own; null where there is no pooler.</param>
    public PostgresServer(string connectionString, string? direct = null)
    {
        Require("Storage:ConnectionString", connectionString);
        var builder = PostgresConnectionText.Parse(connectionString);
        Location = $"{builder.Database} on {builder.Host}";
        _pool = Create(builder);
        if (direct is not null)
            Require("Storage:DirectConnectionString", direct);
        builder = PostgresConnectionText.Parse(direct ?? connectionString);
        builder.MaxPoolSize = 2;
        builder.Pooling = false;
        _direct = Create(builder);
    }

    /// <summary>The database and its host; never the password.</summary>
    public string Location { get; }

    /// <summary>Lends a connection.</summary>
    /// <exception cref="StorageException">The server cannot be reached, or refuses.</exception>
    public Task<PostgresConnection> OpenAsync(CancellationToken cancellationToken = default) => OpenAsync(_pool, cancellationToken);

    /// <summary>Opens a session of its own, past a pooler of connections: for LISTEN, and locks that outlive a transaction.</summary>
    /// <exception cref="StorageException">The server cannot be reached, or refuses.</exception>
    public Task<PostgresConnection> OpenDirectAsync(CancellationToken cancellationToken = default) => OpenAsync(_direct, cancellationToken);

    /// <summary>A source of sessions for the migrations.</summary>
    public NpgsqlDataSource Direct => _direct;

    /// <summary>Closes connections that nothing uses.</summary>
    public void CloseUnused() => _pool.Clear();

    public void Dispose()
    {
        _pool.Dispose();
        _direct.Dispose();
    }

    private static NpgsqlDataSource Create(NpgsqlConnectionStringBuilder builder) =>
        // Without the types that the bot does not use, and what they would need to know of the server: it opens in half of the time.
        new NpgsqlSlimDataSourceBuilder(builder.ToString())
            .EnableTransportSecurity()
            .ConfigureTypeLoading(types => types.EnableTypeLoading(false))
            .Build();

    private static void Require(string key, string text)
    {
        if (PostgresConnectionText.GetError(text) is { } error)
            throw new StorageException($"{key}: {error}") { Fault = StorageError.Unusable };
    }

    private async Task<PostgresConnection> OpenAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        try
        {
            return new PostgresConnection(await source.OpenConnectionAsync(cancellationToken));
        }
        catch (Exception exception) when (PostgresErrorText.IsOfStorage(exception))
        {
            throw PostgresErrorText.Create(Location, exception);
        }
    }
}
