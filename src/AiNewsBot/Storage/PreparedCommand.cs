using Microsoft.Data.Sqlite;

namespace AiNewsBot.Storage;

/// <summary>A command that is run for thousands of rows: read and planned once, which is most of what a small insert costs.</summary>
internal sealed class PreparedCommand : IDisposable
{
    private readonly SqliteCommand _command;

    /// <param name="parameters">The names of its parameters, in the order of the values.</param>
    public PreparedCommand(SqliteConnection connection, SqliteTransaction transaction, string sql, params ReadOnlySpan<string> parameters)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
        _command.Transaction = transaction;
        foreach (var name in parameters)
            _command.Parameters.Add(new SqliteParameter { ParameterName = name });
        _command.Prepare();
    }

    public int Run(params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            _command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return _command.ExecuteNonQuery();
    }

    public void Dispose() => _command.Dispose();
}
