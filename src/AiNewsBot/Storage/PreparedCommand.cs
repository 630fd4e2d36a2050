using System.Data.Common;

namespace AiNewsBot.Storage;

/// <summary>A command that is run for thousands of rows: read and planned once, which is most of what a small insert costs.</summary>
internal sealed class PreparedCommand : IDisposable
{
    private readonly DbCommand _command;

    /// <param name="parameters">The names of its parameters, in the order of the values.</param>
    public PreparedCommand(DbConnection connection, string sql, params ReadOnlySpan<string> parameters)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
        foreach (var name in parameters)
        {
            var parameter = _command.CreateParameter();
            parameter.ParameterName = name;
            _command.Parameters.Add(parameter);
        }

        _command.Prepare();
    }

    public Task<int> RunAsync(params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            _command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return _command.ExecuteNonQueryAsync();
    }

    public void Dispose() => _command.Dispose();
}
