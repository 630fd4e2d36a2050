using Dapper;
using Microsoft.Data.Sqlite;

namespace AiNewsBot.Storage.Sqlite;

/// <summary>The SQLite database: where it lies, and how it is opened.</summary>
internal sealed class DatabaseFile
{
    private const int BusySeconds = 5;

    private readonly string _connectionString;
    private readonly string _readOnlyConnectionString;
    private readonly string _probingConnectionString;
    private volatile bool _isKnown;

    public DatabaseFile(string connectionString)
    {
        if (ConnectionText.GetError(connectionString) is { } error)
            throw new StorageException($"Storage:ConnectionString: {error}") { Fault = StorageError.Unusable };
        var builder = new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true, DefaultTimeout = BusySeconds };
        File = Path.GetFullPath(builder.DataSource);
        builder.DataSource = File;

        // Never made by opening it: a file that was deleted while the bot runs would come back empty.
        builder.Mode = SqliteOpenMode.ReadWrite;
        _connectionString = builder.ToString();
        _probingConnectionString = new SqliteConnectionStringBuilder(_connectionString) { DefaultTimeout = 1, Pooling = false }.ToString();
        builder.Mode = SqliteOpenMode.ReadOnly;
        _readOnlyConnectionString = builder.ToString();
    }

    /// <summary>The path of the database file.</summary>
    public string File { get; }

    public bool Exists => System.IO.File.Exists(File);

    /// <summary>Opens it as this process uses it: one that never opened it to write leaves the file as it is.</summary>
    /// <exception cref="StorageException">There is no database, or it cannot be opened.</exception>
    public SqliteConnection OpenKnown() => _isKnown ? Open() : OpenToRead();

    /// <summary>Opens it to read and write. The first time, its folder and file are made if they are not there yet.</summary>
    /// <exception cref="StorageException">The folder or file cannot be used, or the file was deleted since it was first opened.</exception>
    public SqliteConnection Open()
    {
        if (!_isKnown)
            Create();

        // WAL lets readers read while one writes; it is a property of the file, so setting it again costs nothing.
        var connection = Open(_connectionString, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
        try
        {
            RequireInPlace(connection);
        }
        catch
        {
            SqliteConnection.ClearPool(connection);
            connection.Dispose();
            throw;
        }

        _isKnown = true;
        return connection;
    }

    /// <summary>Opens what is there, to read.</summary>
    /// <exception cref="StorageException">There is no database, or it cannot be opened.</exception>
    public SqliteConnection OpenToRead() => Exists ? Open(_readOnlyConnectionString, "PRAGMA query_only = 1;") : throw Missing();

    /// <summary>Opens what is there on a connection of its own, which waits for locks no longer than a second.</summary>
    /// <exception cref="StorageException">There is no database, or it cannot be opened.</exception>
    internal SqliteConnection OpenAlone() =>
        Exists ? Open(_probingConnectionString, "PRAGMA busy_timeout = 1000;") : throw (_isKnown ? Gone() : Missing());

    /// <summary>Throws where the connection's file is no longer the one at the database's path.</summary>
    /// <exception cref="StorageException">It was deleted or replaced.</exception>
    internal void RequireInPlace(SqliteConnection connection)
    {
        if (DatabaseFileWatch.HasMoved(connection))
            throw Gone();
    }

    /// <summary>Closes idle connections, which hold pages that they once read.</summary>
    public void CloseUnused()
    {
        foreach (var text in (string[])[_connectionString, _readOnlyConnectionString])
        {
            using var connection = new SqliteConnection(text);
            SqliteConnection.ClearPool(connection);
        }
    }

    private StorageException Missing() => new($"There is no database at {File} yet.") { Fault = StorageError.Missing };

    private StorageException Gone() =>
        new($"The database file {File} was deleted or replaced while the bot ran: stop the bot, restore a backup, start it again.")
        {
            Fault = StorageError.Gone,
        };

    private void Create()
    {
        var folder = Path.GetDirectoryName(File)!;
        try
        {
            PrivateFiles.CreateFolder(folder);
            if (!Exists)
                PrivateFiles.Create(File);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw FileErrors.Create($"The data folder {folder} cannot be used", exception);
        }
    }

    private BoundedConnection Open(string connectionString, string pragmas)
    {
        var connection = new BoundedConnection(connectionString);
        try
        {
            connection.Open();
            connection.Execute(pragmas);
            return connection;
        }
        catch (SqliteException exception)
        {
            connection.Dispose();
            throw _isKnown && !Exists ? Gone() : StorageErrorText.Create(File, exception);
        }
    }
}
