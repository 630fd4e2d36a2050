using System.Collections.Immutable;

namespace AiNewsBot.Storage.Maintenance;

/// <summary>A table as both databases have it.</summary>
/// <param name="Columns">In SQLite's order.</param>
/// <param name="Key">The columns by which its rows are ordered and told apart.</param>
/// <param name="Counter">The column whose numbers are given once and never again; null without such a column.</param>
internal sealed record TableShape(string Name, ImmutableArray<string> Columns, ImmutableArray<string> Key, string? Counter)
{
    private string List => string.Join(", ", Columns);

    /// <summary>Reads all rows in one order in both databases: both compare texts by their bytes.</summary>
    public string Select => $"SELECT {List} FROM {Name} ORDER BY {string.Join(", ", Key)}";

    /// <summary>Writes one row, its values by their position.</summary>
    public string Insert => $"INSERT INTO {Name} ({List}) VALUES ({string.Join(", ", Columns.Select((_, i) => $"@v{i}"))})";

    /// <summary>PostgreSQL's way to take many rows.</summary>
    public string CopyIn => $"COPY {Name} ({List}) FROM STDIN (FORMAT BINARY)";
}
