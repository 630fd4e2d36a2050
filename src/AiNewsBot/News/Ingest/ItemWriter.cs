using System.Collections.Immutable;
using System.Data.Common;
using AiNewsBot.Chat.Cards;
using AiNewsBot.News.Feeds;
using AiNewsBot.News.Items;
using AiNewsBot.News.Releases;
using AiNewsBot.News.Subscriptions;
using AiNewsBot.Outbox;
using Dapper;

namespace AiNewsBot.News.Ingest;

/// <summary>Stores what a reading of a feed brought, within the caller's transaction.</summary>
internal static class ItemWriter
{
    private const int MaxTitleLength = 300;
    private const int MaxSummaryLength = 2000;

    // Before there were web pages: a clock at its zero, and no date.
    private static readonly long Earliest = new DateTimeOffset(1991, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    /// <param name="batch">What holds the new ones back; null where they are not held back.</param>
    /// <returns>The stories that came up; none for those of a baseline.</returns>
    public static async Task<IReadOnlyList<NewItem>> WriteAsync(
        DbConnection connection,
        FeedRecord feed,
        ImmutableArray<ItemDraft> drafts,
        long? batch,
        long now
    )
    {
        var fresh = new List<NewItem>();
        foreach (var draft in drafts)
        {
            if (draft.Entry.Known is { } known)
                await RefreshAsync(connection, known, draft);
            else if (await AddAsync(connection, feed, draft, batch, now) is { } item)
                fresh.Add(item);
        }

        return fresh;
    }

    private static async Task<NewItem?> AddAsync(DbConnection connection, FeedRecord feed, ItemDraft draft, long? batch, long now)
    {
        var (entry, text) = (draft.Entry, draft.Text);
        var isOld = feed.BaselineAt is null || entry.IsOld;
        var dated = entry.Keys.Published is { } published && published < now && published >= Earliest ? published : now;
        var item = await InsertAsync(
            connection,
            entry.Entry is RepositoryEntry ? ItemKind.Release : ItemKind.Entry,
            null,
            text,
            draft.Link,
            draft.Article,
            entry.Keys.Published,
            dated,
            now,
            draft.Details
        );
        await TagAsync(connection, item, draft.Subjects);
        await DiscoveredReleases.RecordAsync(connection, item, draft.Discovery);
        await StoryMerger.MergeAsync(
            connection,
            feed,
            item,
            new NewStory(feed.Id, draft.Article, draft.HasOwnTitle ? text.Key : null, draft.Link, Shorten(text.Summary), dated)
        );
        await connection.ExecuteAsync(
            """
            INSERT INTO sightings (feed_id, item_id, guid_key, guid_fragment, link_key, title_key, content_key, published_at,
                is_published, link, first_seen_at, is_baseline, batch_id)
            VALUES (@Id, @item, @guid, @IdFragment, @Link, @Title, @Content, @Published, @isPublished, @address, @now, @isOld, @held)
            """,
            new
            {
                feed.Id,
                item,
                guid = entry.Keys.Id,
                entry.Keys.IdFragment,
                entry.Keys.Link,
                entry.Keys.Title,
                entry.Keys.Content,
                entry.Keys.Published,
                isPublished = entry.Keys.IsPublished ? 1 : 0,
                address = draft.Link,
                now,
                isOld = isOld ? 1 : 0,
                held = entry.IsOld ? null : batch,
            }
        );
        return isOld || batch is not null ? null : new NewItem(item, draft.Subjects, feed.Id) { DatedAt = dated };
    }

    /// <summary>Stores an item, a story of its own.</summary>
    /// <param name="canonical">The address of its own article; null where it has none.</param>
    public static async Task<long> InsertAsync(
        DbConnection connection,
        ItemKind kind,
        string? server,
        ItemText text,
        string? link,
        string? canonical,
        long? published,
        long dated,
        long now,
        ItemDetails? details = null
    )
    {
        var id = await connection.ExecuteScalarAsync<long>(
            """
            INSERT INTO items (kind, server_id, title, summary, link, canonical, title_key, published_at, dated_at, first_seen_at,
                details)
            VALUES (@kind, @server, @title, @summary, @link, @canonical, @key, @published, @dated, @now, @details) RETURNING id
            """,
            new
            {
                kind = kind.ToString(),
                server,
                title = Ellipsis.Shorten(text.Title, MaxTitleLength),
                summary = Shorten(text.Summary),
                link,
                canonical,
                key = kind == ItemKind.Post ? null : text.Key,
                published,
                dated,
                now,
                details = ItemDetailsJson.Write(details),
            }
        );
        await connection.ExecuteAsync("UPDATE items SET story_id = id WHERE id = @id", new { id });
        return id;
    }

    public static async Task TagAsync(DbConnection connection, long item, IEnumerable<string> subjects)
    {
        foreach (var subject in subjects)
            await connection.ExecuteAsync(
                "INSERT INTO item_subjects (item_id, subject, position) SELECT @item, @subject, COUNT(*) FROM item_subjects "
                    + "WHERE item_id = @item ON CONFLICT DO NOTHING",
                new { item, subject }
            );
    }

    private static async Task RefreshAsync(DbConnection connection, KnownEntry known, ItemDraft draft)
    {
        var (keys, text) = (draft.Entry.Keys, draft.Text);
        await connection.ExecuteAsync(
            """
            UPDATE sightings SET guid_key = @guid, guid_fragment = @IdFragment, link_key = @Link, title_key = @Title,
                content_key = @Content, published_at = @Published,
                is_published = @isPublished, link = @address WHERE id = @Sighting
            """,
            new
            {
                guid = keys.Id,
                keys.IdFragment,
                keys.Link,
                keys.Title,
                keys.Content,
                keys.Published,
                isPublished = keys.IsPublished ? 1 : 0,
                address = draft.Link,
                known.Sighting,
            }
        );
        await connection.ExecuteAsync(
            "UPDATE items SET title = @title, summary = @summary, link = @link, canonical = @article, title_key = @key, "
                + "details = @details, revision = revision + CASE WHEN @isEdited THEN 1 ELSE 0 END WHERE id = @Item",
            new
            {
                title = Ellipsis.Shorten(text.Title, MaxTitleLength),
                summary = Shorten(text.Summary),
                link = draft.Link,
                article = draft.Article,
                key = text.Key,
                details = ItemDetailsJson.Write(draft.Details),
                isEdited = draft.IsEdited,
                known.Item,
            }
        );
        if (!draft.IsEdited)
            return;
        await TagAsync(connection, known.Item, draft.Subjects);
        await DiscoveredReleases.RecordAsync(connection, known.Item, draft.Discovery);

        // A digest shows the revisions of many stories, and has none of its own.
        var digests = await connection.QueryAsync<long>(
            "SELECT outbox.id FROM outbox JOIN digest_items ON digest_items.outbox_id = outbox.id WHERE digest_items.item_id = @Item AND "
                + "outbox.state = 'sent'",
            new { known.Item }
        );
        await OutboxWriter.MarkStaleAsync(connection, digests.ToArray());
    }

    private static string? Shorten(string? summary) => summary is null ? null : Ellipsis.Shorten(summary, MaxSummaryLength);
}
