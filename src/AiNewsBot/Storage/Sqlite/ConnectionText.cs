using Microsoft.Data.Sqlite;

namespace AiNewsBot.Storage.Sqlite;

/// <summary>Reads Storage:ConnectionString.</summary>
internal static class ConnectionText
{
    private const string Example = "write Data Source=data/ainewsbot.db";

    /// <summary>What is wrong with it; null when it names a database file.</summary>
    public static string? GetError(string text)
    {
        SqliteConnectionStringBuilder builder;
        try
        {
            builder = new SqliteConnectionStringBuilder(text);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidOperationException)
        {
            return $"cannot be read ({exception.Message.ReplaceLineEndings(" ")}): {Example}";
        }

        var source = builder.DataSource.Trim();
        if (source.Length == 0)
            return $"names no file: {Example}";
        if (
            builder.Mode == SqliteOpenMode.Memory
            || source.StartsWith(':')
            || source.StartsWith("file:", StringComparison.OrdinalIgnoreCase)
        )
            return $"names no file but '{source}', and the bot keeps its database in one: {Example}";
        if (builder.Mode == SqliteOpenMode.ReadOnly)
            return "has Mode=ReadOnly, and the bot writes to its database: leave Mode out";
        if (source.Contains('\0', StringComparison.Ordinal))
            return $"names no file: {Example}";
        return Directory.Exists(source)
            ? $"names the folder {Path.GetFullPath(source)}: name a file in it, such as Data Source={Path.Combine(source, "ainewsbot.db")}"
            : null;
    }

    /// <summary>The full path of the database's file; null where the text names none.</summary>
    public static string? FileOf(string text) =>
        GetError(text) is null ? Path.GetFullPath(new SqliteConnectionStringBuilder(text).DataSource) : null;
}
