using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.Curation.Transfer;

/// <summary>Files whose import waits to be confirmed; a day at most.</summary>
internal sealed class ImportStore(DatabaseWriter database, TimeProvider time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public string Keep(Layer layer, string editor, byte[] file)
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        var now = time.GetUtcNow();
        database.Write(connection => connection.Execute(
            """
            DELETE FROM imports WHERE made_at < @old OR editor = @editor;
            INSERT INTO imports (id, layer, editor, text, made_at) VALUES (@id, @layer, @editor, @text, @at);
            """, new { id, layer = layer.Id, editor, text = Encoding.UTF8.GetString(file), at = At(now), old = At(now - Longest) }));
        return id;
    }

    /// <summary>The file of an editor; null when it was imported or is too old.</summary>
    public byte[]? Find(string id, Layer layer, string editor) => database.Read(connection => connection.QueryFirstOrDefault<string>(
        "SELECT text FROM imports WHERE id = @id AND layer = @layer AND editor = @editor", new { id, layer = layer.Id, editor })) is { } text ? Encoding.UTF8.GetBytes(text) : null;

    /// <summary>Forgets one that is imported, with its import.</summary>
    /// <exception cref="AlreadyImportedException">Another click was quicker.</exception>
    public static void Drop(Microsoft.Data.Sqlite.SqliteConnection connection, string id)
    {
        if (connection.Execute("DELETE FROM imports WHERE id = @id", new { id }) != 1)
            throw new AlreadyImportedException();
    }

    private static string At(DateTimeOffset at) => at.ToString("O", CultureInfo.InvariantCulture);
}
