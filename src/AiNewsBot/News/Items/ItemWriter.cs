using System.Collections.Immutable;
using AiNewsBot.News.Feeds;
using AiNewsBot.News.Parsing;
using AiNewsBot.News.Subscriptions;
using Dapper;
using Microsoft.Data.Sqlite;

namespace AiNewsBot.News.Items;

/// <summary>Stores what a reading of a feed brought, within the caller's transaction.</summary>
internal sealed class ItemWriter(ItemTagger tagger)
{
    private const int LongestTitle = 300;
    private const int LongestSummary = 2000;
    private const int LongestLink = 2048;

    /// <returns>The stories that came up; none for those of a baseline.</returns>
    public IReadOnlyList<FreshSighting> Write(SqliteConnection connection, FeedRecord feed, Reading reading, string? prefix, bool isBaseline, long? batch, long now)
    {
        var fresh = new List<FreshSighting>();
        foreach (var entry in reading.Entries)
        {
            if (entry.Known is { } known)
            {
                Refresh(connection, known, entry, prefix);
                continue;
            }

            var (item, subjects) = Store(connection, feed, entry, prefix, now);
            connection.Execute(
                """
                INSERT INTO sightings (feed_id, item_id, guid_key, link_key, title_key, content_key, published_at, link, first_seen_at, is_baseline, batch_id)
                VALUES (@Id, @item, @guid, @Link, @Title, @Content, @Published, @address, @now, @isBaseline, @batch)
                """,
                new { feed.Id, item, guid = entry.Keys.Id, entry.Keys.Link, entry.Keys.Title, entry.Keys.Content, entry.Keys.Published, address = LinkOf(entry.Entry), now, isBaseline, batch });
            if (!isBaseline && batch is null)
                fresh.Add(new FreshSighting(item, subjects, feed.Id));
        }

        return fresh;
    }

    private (long Item, ImmutableArray<string> Subjects) Store(SqliteConnection connection, FeedRecord feed, ReadEntry entry, string? prefix, long now)
    {
        var text = ItemText.Of(entry.Entry, prefix);
        var canonical = CanonicalUrl.Of(LinkOf(entry.Entry));
        var dated = entry.Keys.Published is { } published && published < now ? published : now;
        if (StoryFinder.Find(connection, feed.Id, canonical, text.Key, dated) is { } story)
        {
            // Where it shows who else tells it, it is to be shown anew.
            connection.Execute("UPDATE items SET revision = revision + 1 WHERE id = @story", new { story });
            return (story, [.. connection.Query<string>("SELECT subject FROM item_subjects WHERE item_id = @story", new { story })]);
        }

        var subjects = tagger.SubjectsOf(text.Title, text.Summary);
        var item = Insert(connection, feed.Kind == FeedKind.Hub ? ItemKind.Release : ItemKind.Entry, null, text, LinkOf(entry.Entry), entry.Keys.Published, dated, now);
        Tag(connection, item, subjects);
        return (item, subjects);
    }

    /// <summary>Stores a story that came from no feed.</summary>
    public static long Insert(SqliteConnection connection, ItemKind kind, string? server, ItemText text, string? link, long? published, long dated, long now) => connection.ExecuteScalar<long>(
        """
        INSERT INTO items (kind, server_id, title, summary, link, canonical, title_key, published_at, dated_at, first_seen_at)
        VALUES (@kind, @server, @title, @summary, @link, @canonical, @key, @published, @dated, @now) RETURNING id
        """,
        new
        {
            kind = kind.ToString(),
            server,
            title = Cut(text.Title, LongestTitle),
            summary = Cut(text.Summary, LongestSummary),
            link,
            canonical = kind == ItemKind.Post ? null : CanonicalUrl.Of(link),
            key = kind == ItemKind.Post ? null : text.Key,
            published,
            dated,
            now,
        });

    public static void Tag(SqliteConnection connection, long item, IEnumerable<string> subjects)
    {
        foreach (var subject in subjects)
            connection.Execute("INSERT INTO item_subjects (item_id, subject) VALUES (@item, @subject) ON CONFLICT DO NOTHING", new { item, subject });
    }

    private void Refresh(SqliteConnection connection, KnownEntry known, ReadEntry entry, string? prefix)
    {
        if (known.Keys == entry.Keys)
            return;
        connection.Execute(
            "UPDATE sightings SET guid_key = @guid, link_key = @Link, title_key = @Title, content_key = @Content, published_at = @Published, link = @address WHERE id = @Sighting",
            new { guid = entry.Keys.Id, entry.Keys.Link, entry.Keys.Title, entry.Keys.Content, entry.Keys.Published, address = LinkOf(entry.Entry), known.Sighting });
        if (known.Keys.Content == entry.Keys.Content && known.Keys.Link == entry.Keys.Link)
            return;

        // The words of a story are those of the feed that brought it first.
        var text = ItemText.Of(entry.Entry, prefix);
        var changed = connection.Execute(
            """
            UPDATE items SET title = @title, summary = @summary, link = @link, canonical = @canonical, title_key = @key, revision = revision + 1
            WHERE id = @Item AND (SELECT MIN(id) FROM sightings WHERE item_id = @Item) = @Sighting
            """,
            new { title = Cut(text.Title, LongestTitle), summary = Cut(text.Summary, LongestSummary), link = LinkOf(entry.Entry), canonical = CanonicalUrl.Of(LinkOf(entry.Entry)), key = text.Key, known.Item, known.Sighting });
        if (changed == 0)
            return;
        Tag(connection, known.Item, tagger.SubjectsOf(text.Title, text.Summary));

        // A digest shows the revisions of many stories, and has none of its own.
        connection.Execute("UPDATE outbox SET state = 'stale' WHERE state = 'sent' AND id IN (SELECT outbox_id FROM digest_items WHERE item_id = @Item)", new { known.Item });
    }

    private static string? LinkOf(FeedEntry entry) => entry.Link is { Length: <= LongestLink } link && CanonicalUrl.Of(link) is not null ? link : null;

    private static string? Cut(string? text, int most)
    {
        if (text is null || text.Length <= most)
            return text;
        var end = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return text[..end] + "…";
    }
}
