using Dapper;
using Microsoft.Data.Sqlite;

namespace AiNewsBot.Storage;

/// <summary>The SQLite database: where it lies, and how it is opened.</summary>
public sealed class Database
{
    private const int BusySeconds = 5;

    private readonly string _connectionString;
    private readonly string _readOnlyConnectionString;

    public Database(string connectionString)
    {
        SqliteConnectionStringBuilder builder;
        try
        {
            builder = new SqliteConnectionStringBuilder(connectionString);
        }
        catch (ArgumentException exception)
        {
            throw new StorageException($"Storage:ConnectionString cannot be read: {exception.Message}", exception);
        }

        if (string.IsNullOrWhiteSpace(builder.DataSource))
            throw new StorageException("Storage:ConnectionString names no file: write Data Source=data/ainewsbot.db");
        builder.ForeignKeys = true;
        builder.DefaultTimeout = BusySeconds;
        File = Path.GetFullPath(builder.DataSource);
        builder.DataSource = File;
        _connectionString = builder.ToString();
        builder.Mode = SqliteOpenMode.ReadOnly;
        _readOnlyConnectionString = builder.ToString();
    }

    /// <summary>The path of the database file.</summary>
    public string File { get; }

    public bool Exists => System.IO.File.Exists(File);

    /// <summary>Opens it to read and write, with its folder if that is not there yet.</summary>
    /// <exception cref="StorageException">The folder or file cannot be used.</exception>
    public SqliteConnection Open()
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"The data folder {Path.GetDirectoryName(File)} cannot be used: {exception.Message}", exception);
        }

        // WAL lets readers read while one writes; it is a property of the file, so setting it again costs nothing.
        return Open(_connectionString, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
    }

    /// <summary>Opens what is there, to read.</summary>
    /// <exception cref="StorageException">There is no database, or it cannot be opened.</exception>
    public SqliteConnection OpenToRead() =>
        Exists ? Open(_readOnlyConnectionString, "PRAGMA query_only = 1;") : throw new StorageException($"There is no database at {File} yet.");

    /// <summary>Closes the connections that nobody uses, which hold pages that they once read.</summary>
    public static void CloseUnused() => SqliteConnection.ClearAllPools();

    private SqliteConnection Open(string connectionString, string pragmas)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            connection.Execute(pragmas);
            return connection;
        }
        catch (SqliteException exception)
        {
            connection.Dispose();
            throw new StorageException($"The database {File} cannot be opened: {exception.Message}", exception);
        }
    }
}
