using System.Data.Common;
using AiNewsBot.Storage.Postgres;

namespace AiNewsBot.Storage.Maintenance;

/// <summary>Reads all rows of a table, in the order that both databases share.</summary>
internal sealed class TableReader : IAsyncDisposable
{
    private readonly DbCommand _command;
    private readonly DbDataReader _reader;

    private TableReader(DbCommand command, DbDataReader reader) => (_command, _reader) = (command, reader);

    /// <summary>A value as both databases can keep it: null, a number, or a text without what PostgreSQL refuses.</summary>
    public object? this[int column] =>
        _reader.GetValue(column) switch
        {
            DBNull => null,
            string text => StorableText.Clean(text),
            var value => value,
        };

    public static async Task<TableReader> OpenAsync(DbConnection connection, TableShape table)
    {
        var command = connection.CreateCommand();
        command.CommandText = table.Select;
        return new TableReader(command, await command.ExecuteReaderAsync());
    }

    /// <summary>Moves to the next row; false after the last.</summary>
    public Task<bool> ReadAsync() => _reader.ReadAsync();

    public async ValueTask DisposeAsync()
    {
        await _reader.DisposeAsync();
        await _command.DisposeAsync();
    }
}
