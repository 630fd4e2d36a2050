using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;

namespace AiNewsBot.Storage;

/// <summary>
/// A statement that is run for thousands of rows; on a server many of them in one request, since the way to it costs more than a row does.
/// To be completed.
/// </summary>
internal sealed partial class BatchedCommand : IDisposable
{
    private const int MaxSize = 50;

    private readonly PreparedCommand? _many;
    private readonly PreparedCommand _one;
    private readonly object?[] _values;
    private readonly int _width;
    private readonly int _size;
    private int _count;

    /// <param name="parameters">The names of its parameters, in the order of the values.</param>
    public BatchedCommand(DbConnection connection, string sql, params string[] parameters)
    {
        // SQLite's driver looks every parameter of a request up in each of its statements: for fifty rows that costs ten times the rows.
        _size = connection.CanCreateBatch ? MaxSize : 1;
        _width = parameters.Length;
        _values = new object?[_width * _size];
        _one = new PreparedCommand(connection, sql, parameters);
        if (_size > 1)
            _many = new PreparedCommand(
                connection,
                string.Join(";\n", Enumerable.Range(0, _size).Select(row => Parameter().Replace(sql, match => NameOf(match.Value, row)))),
                [.. Enumerable.Range(0, _size).SelectMany(row => parameters.Select(name => NameOf(name, row)))]
            );
    }

    /// <summary>Adds a row.</summary>
    public Task AddAsync(params ReadOnlySpan<object?> values)
    {
        values.CopyTo(_values.AsSpan(_width * _count));
        if (++_count < _size)
            return Task.CompletedTask;
        _count = 0;
        return (_many ?? _one).RunAsync(_values);
    }

    /// <summary>Writes the rows that are left.</summary>
    public async Task CompleteAsync()
    {
        for (var row = 0; row < _count; row++)
            await _one.RunAsync(_values.AsSpan(_width * row, _width));
        _count = 0;
    }

    public void Dispose()
    {
        _one.Dispose();
        _many?.Dispose();
    }

    private static string NameOf(string parameter, int row) => string.Create(CultureInfo.InvariantCulture, $"{parameter}_{row}");

    [GeneratedRegex(@"@\w+")]
    private static partial Regex Parameter();
}
