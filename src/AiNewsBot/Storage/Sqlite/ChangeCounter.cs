using Microsoft.Data.Sqlite;

namespace AiNewsBot.Storage.Sqlite;

/// <summary>SQLite's counter of changes, which changes with each commit of another connection; this one never writes.</summary>
internal sealed class ChangeCounter(DatabaseFile file) : IDisposable
{
    private SqliteConnection? _connection;
    private SqliteCommand? _command;

    /// <summary>Reads it. To be called by one after the other.</summary>
    public async Task<long> ReadAsync()
    {
        try
        {
            if (_connection is null)
            {
                _connection = file.Open();
                _command = _connection.CreateCommand();
                _command.CommandText = "PRAGMA data_version";
                await _command.PrepareAsync();
            }

            file.RequireInPlace(_connection);
            return (long)(await _command!.ExecuteScalarAsync())!;
        }
        catch (StorageException)
        {
            Dispose();
            throw;
        }
        catch (SqliteException exception)
        {
            Dispose();
            throw StorageErrorText.Create(file.File, exception);
        }
    }

    public void Dispose()
    {
        _command?.Dispose();
        _connection?.Dispose();
        (_command, _connection) = (null, null);
    }
}
