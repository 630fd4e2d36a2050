using System.Collections.Immutable;
using AiNewsBot.News.Feeds;
using AiNewsBot.News.Items;
using AiNewsBot.News.Releases;
using AiNewsBot.News.Subscriptions;
using AiNewsBot.Outbox;
using Dapper;
using Microsoft.Data.Sqlite;

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
    public static IReadOnlyList<NewItem> Write(
        SqliteConnection connection,
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
                Refresh(connection, known, draft);
            else if (Add(connection, feed, draft, batch, now) is { } item)
                fresh.Add(item);
        }

        return fresh;
    }

    private static NewItem? Add(SqliteConnection connection, FeedRecord feed, ItemDraft draft, long? batch, long now)
    {
        var (entry, text) = (draft.Entry, draft.Text);
        var isOld = feed.BaselineAt is null || entry.IsOld;
        var dated = entry.Keys.Published is { } published && published < now && published >= Earliest ? published : now;
        var item = Insert(
            connection,
            feed.Kind == FeedKind.Hub ? ItemKind.Release : ItemKind.Entry,
            null,
            text,
            draft.Link,
            draft.Article,
            entry.Keys.Published,
            dated,
            now
        );
        Tag(connection, item, draft.Subjects);
        DiscoveredReleases.Record(connection, item, draft.Discovery);
        StoryMerger.Merge(
            connection,
            feed,
            item,
            new NewStory(
                feed.Id,
                draft.Article,
                draft.HasOwnTitle ? text.Key : null,
                draft.Link,
                Truncate(text.Summary, MaxSummaryLength),
                dated
            )
        );
        connection.Execute(
            """
            INSERT INTO sightings (feed_id, item_id, guid_key, guid_fragment, link_key, title_key, content_key, published_at,
                is_published, link, first_seen_at, is_baseline, batch_id)
            VALUES (@Id, @item, @guid, @IdFragment, @Link, @Title, @Content, @Published, @IsPublished, @address, @now, @isOld, @held)
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
                entry.Keys.IsPublished,
                address = draft.Link,
                now,
                isOld,
                held = entry.IsOld ? null : batch,
            }
        );
        return isOld || batch is not null ? null : new NewItem(item, draft.Subjects, feed.Id) { DatedAt = dated };
    }

    /// <summary>Stores an item, a story of its own.</summary>
    /// <param name="canonical">The address of its own article; null where it has none.</param>
    public static long Insert(
        SqliteConnection connection,
        ItemKind kind,
        string? server,
        ItemText text,
        string? link,
        string? canonical,
        long? published,
        long dated,
        long now
    )
    {
        var id = connection.ExecuteScalar<long>(
            """
            INSERT INTO items (kind, server_id, title, summary, link, canonical, title_key, published_at, dated_at, first_seen_at)
            VALUES (@kind, @server, @title, @summary, @link, @canonical, @key, @published, @dated, @now) RETURNING id
            """,
            new
            {
                kind = kind.ToString(),
                server,
                title = Truncate(text.Title, MaxTitleLength),
                summary = Truncate(text.Summary, MaxSummaryLength),
                link,
                canonical,
                key = kind == ItemKind.Post ? null : text.Key,
                published,
                dated,
                now,
            }
        );
        connection.Execute("UPDATE items SET story_id = id WHERE id = @id", new { id });
        return id;
    }

    public static void Tag(SqliteConnection connection, long item, IEnumerable<string> subjects)
    {
        foreach (var subject in subjects)
            connection.Execute(
                "INSERT INTO item_subjects (item_id, subject) VALUES (@item, @subject) ON CONFLICT DO NOTHING",
                new { item, subject }
            );
    }

    private static void Refresh(SqliteConnection connection, KnownEntry known, ItemDraft draft)
    {
        var (keys, text) = (draft.Entry.Keys, draft.Text);
        connection.Execute(
            """
            UPDATE sightings SET guid_key = @guid, guid_fragment = @IdFragment, link_key = @Link, title_key = @Title,
                content_key = @Content, published_at = @Published,
                is_published = @IsPublished, link = @address WHERE id = @Sighting
            """,
            new
            {
                guid = keys.Id,
                keys.IdFragment,
                keys.Link,
                keys.Title,
                keys.Content,
                keys.Published,
                keys.IsPublished,
                address = draft.Link,
                known.Sighting,
            }
        );
        connection.Execute(
            "UPDATE items SET title = @title, summary = @summary, link = @link, canonical = @article, title_key = @key, revision = "
                + "revision + @isEdited WHERE id = @Item",
            new
            {
                title = Truncate(text.Title, MaxTitleLength),
                summary = Truncate(text.Summary, MaxSummaryLength),
                link = draft.Link,
                article = draft.Article,
                key = text.Key,
                isEdited = draft.IsEdited,
                known.Item,
            }
        );
        if (!draft.IsEdited)
            return;
        Tag(connection, known.Item, draft.Subjects);
        DiscoveredReleases.Record(connection, known.Item, draft.Discovery);

        // A digest shows the revisions of many stories, and has none of its own.
        var digests = connection.Query<long>(
            "SELECT outbox.id FROM outbox JOIN digest_items ON digest_items.outbox_id = outbox.id WHERE digest_items.item_id = @Item AND "
                + "outbox.state = 'sent'",
            new { known.Item }
        );
        OutboxWriter.MarkStale(connection, digests.ToArray());
    }

    private static string? Truncate(string? text, int most)
    {
        if (text is null || text.Length <= most)
            return text;
        var end = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return text[..end] + "…";
    }
}
