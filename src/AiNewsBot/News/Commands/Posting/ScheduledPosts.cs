using AiNewsBot.News.Ingest;
using AiNewsBot.News.Items;
using AiNewsBot.Outbox;
using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.News.Commands.Posting;

/// <summary>What moderators wrote for later, until it is due: it can be looked at, changed and cancelled.</summary>
internal sealed class ScheduledPosts(IDatabase database, ModeratorPosts posts, ItemTagger tagger, OutboxSignal signal)
{
    private const string Columns = """
        outbox.id AS Id, outbox.item_id AS Item, outbox.channel_id AS Channel, outbox.payload AS PayloadJson, outbox.not_before AS Due,
            items.title AS Title, items.summary AS Text, items.link AS Link
        """;

    private const string From =
        "FROM outbox JOIN items ON items.id = outbox.item_id WHERE outbox.kind = 'post' AND outbox.state = 'scheduled' AND "
        + "outbox.server_id = @server";

    /// <summary>Those of a server, the next due first.</summary>
    public async Task<IReadOnlyList<ScheduledPost>> OfAsync(string server, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            async connection =>
                (
                    await connection.QueryAsync<ScheduledPost>(
                        $"SELECT {Columns} {From} ORDER BY outbox.not_before, outbox.id",
                        new { server }
                    )
                ).AsList(),
            cancellationToken
        );

    /// <summary>One; null when it is no longer scheduled.</summary>
    public Task<ScheduledPost?> FindAsync(string server, long id, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            connection =>
                connection.QueryFirstOrDefaultAsync<ScheduledPost>($"SELECT {Columns} {From} AND outbox.id = @id", new { server, id }),
            cancellationToken
        );

    /// <summary>Rewrites it; false when it is no longer scheduled.</summary>
    public async Task<bool> ChangeAsync(string server, ScheduledPost post, CancellationToken cancellationToken = default)
    {
        var subjects = tagger.SubjectsOf(post.Title, post.Text);
        var isChanged = await database.WriteAsync(
            async connection =>
            {
                if (!await ModeratorPosts.RescheduleAsync(connection, post.Id, server, post.Due, new PostPayload(post.Tag)))
                    return false;
                await connection.ExecuteAsync(
                    "UPDATE items SET title = @Title, summary = @Text, link = @Link, revision = revision + 1 WHERE id = @Item AND "
                        + "server_id = @server",
                    new
                    {
                        post.Title,
                        post.Text,
                        post.Link,
                        post.Item,
                        server,
                    }
                );
                await connection.ExecuteAsync("DELETE FROM item_subjects WHERE item_id = @Item", new { post.Item });
                await ItemWriter.TagAsync(connection, post.Item, subjects);
                return true;
            },
            cancellationToken
        );
        signal.Raise();
        return isChanged;
    }

    /// <summary>Cancels it; false when it is no longer scheduled.</summary>
    public Task<bool> CancelAsync(string server, long id, CancellationToken cancellationToken = default) =>
        posts.CancelAsync(id, server, cancellationToken);
}
