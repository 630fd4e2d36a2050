using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using AiNewsBot.Chat;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.Curation.Transfer;

/// <summary>Files whose import waits to be confirmed; a day at most.</summary>
internal sealed class PendingImports(IDatabase database, TimeProvider time)
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromDays(1);

    public async Task<string> SaveAsync(Layer layer, string editor, byte[] file, CancellationToken cancellationToken = default)
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        var now = time.GetUtcNow();
        await database.WriteAsync(
            connection =>
                connection.ExecuteAsync(
                    """
                    DELETE FROM imports WHERE made_at < @old OR editor = @editor;
                    INSERT INTO imports (id, layer, editor, text, made_at) VALUES (@id, @layer, @editor, @text, @at);
                    """,
                    new
                    {
                        id,
                        layer = layer.Id,
                        editor,
                        text = Encoding.UTF8.GetString(file),
                        at = now.ToUnixTimeMilliseconds(),
                        old = (now - MaxAge).ToUnixTimeMilliseconds(),
                    }
                ),
            cancellationToken
        );
        return id;
    }

    /// <summary>What its revisions are marked with.</summary>
    public static string MarkOf(string id) => $"import {id}";

    /// <summary>The file of an editor; null with the reason where it cannot be imported.</summary>
    public async Task<(byte[]? File, Refusal? Fault)> FindAsync(
        string id,
        Layer layer,
        string editor,
        CancellationToken cancellationToken = default
    ) =>
        await database.ReadAsync<(byte[]?, Refusal?)>(
            async connection =>
            {
                var row = await connection.QueryFirstOrDefaultAsync<Row>(
                    "SELECT editor AS Editor, text AS Text FROM imports WHERE id = @id AND layer = @layer",
                    new { id, layer = layer.Id }
                );
                if (row is not null)
                    return row.Editor == editor
                        ? (Encoding.UTF8.GetBytes(row.Text), null)
                        : (null, new Refusal(RefusalCode.ImportOfAnother));
                var made = (
                    await connection.QueryAsync<long>(
                        "SELECT number FROM revisions WHERE together = @mark AND layer = @layer ORDER BY number",
                        new { mark = MarkOf(id), layer = layer.Id }
                    )
                ).AsList();
                return (
                    null,
                    made.Count > 0
                        ? new Refusal(RefusalCode.ImportDone, $"{made[0]}", $"{made[^1]}")
                        : new Refusal(RefusalCode.ImportReplaced)
                );
            },
            cancellationToken
        );

    /// <summary>Forgets one that is imported, with its import.</summary>
    /// <exception cref="AlreadyImportedException">Another click was quicker.</exception>
    public static async Task DropAsync(DbConnection connection, string id)
    {
        if (await connection.ExecuteAsync("DELETE FROM imports WHERE id = @id", new { id }) != 1)
            throw new AlreadyImportedException();
    }

    internal sealed record Row
    {
        public required string Editor { get; init; }

        public required string Text { get; init; }
    }
}
