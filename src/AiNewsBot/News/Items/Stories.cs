using System.Data.Common;
using Dapper;

namespace AiNewsBot.News.Items;

/// <summary>Which items are one story: among the operator's feeds for all, and with a server's own feeds in that server alone.</summary>
internal static class Stories
{
    /// <summary>The story of a row of <c>items</c>, as the server <c>@server</c> sees it.</summary>
    public const string Root =
        "coalesce((SELECT same_as FROM server_stories WHERE server_stories.server_id = @server AND server_stories.story_id = "
        + "items.story_id), items.story_id)";

    /// <summary>The items of the story <c>@story</c>, as the server <c>@server</c> sees it. One list of stories, not two conditions: with
    /// OR, PostgreSQL reads all items.</summary>
    public const string Members =
        "SELECT id FROM items WHERE story_id IN (SELECT CAST(@story AS BIGINT) UNION ALL SELECT story_id FROM server_stories "
        + "WHERE server_id = @server AND same_as = @story)";

    /// <summary>The story of an item.</summary>
    /// <param name="server">The server that sees it; null for one that has no feeds of its own.</param>
    public static Task<long> CreateAsync(DbConnection connection, long item, string? server) =>
        connection.ExecuteScalarAsync<long>($"SELECT {Root} FROM items WHERE items.id = @item", new { item, server });
}
