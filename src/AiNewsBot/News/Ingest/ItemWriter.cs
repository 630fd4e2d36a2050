using AiNewsBot.Feeds;
using AiNewsBot.News.Feeds;
using AiNewsBot.News.Items;
using AiNewsBot.News.Subscriptions;
using Dapper;
using Microsoft.Data.Sqlite;

namespace AiNewsBot.News.Ingest;

/// <summary>Stores what a reading of a feed brought, within the caller's transaction.</summary>
internal sealed class ItemWriter(ItemTagger tagger)
{
    private const int MaxTitleLength = 300;
    private const int MaxSummaryLength = 2000;
    private const int MaxLinkLength = 2048;

    // Before there were web pages: a clock at its zero, and no date.
    private static readonly long Earliest = new DateTimeOffset(1991, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    /// <returns>The stories that came up; none for those of a baseline.</returns>
    public IReadOnlyList<NewItem> Write(
        SqliteConnection connection,
        FeedRecord feed,
        FeedDiff reading,
        FeedSite site,
        string? prefix,
        bool isBaseline,
        long? batch,
        long now
    )
    {
        var fresh = new List<NewItem>();
        var titles = reading
            .Entries.Select(entry => entry.Keys.Title)
            .OfType<long>()
            .GroupBy(title => title)
            .Where(group => group.Count() > 1)
            .Select(group => group.Key)
            .ToHashSet();
        var countsFragment = reading.Rule?.CountsFragment() == true;
        foreach (var entry in reading.Entries)
        {
            if (entry.Known is { } same && same.Keys == entry.Keys && !feed.IsToRekey)
                continue;
            var text = ItemText.From(entry.Entry, prefix);
            var article = site.ArticleOf(LinkOf(entry.Entry), LinkOf(entry.Entry.Canonical), countsFragment);
            if (entry.Known is { } known)
            {
                Refresh(connection, known, entry, text, article);
                continue;
            }

            var dated = entry.Keys.Published is { } published && published < now && published >= Earliest ? published : now;
            var subjects = tagger.SubjectsOf(text.Title, text.Summary);
            var item = Insert(
                connection,
                feed.Kind == FeedKind.Hub ? ItemKind.Release : ItemKind.Entry,
                null,
                text,
                LinkOf(entry.Entry),
                article,
                entry.Keys.Published,
                dated,
                now
            );
            Tag(connection, item, subjects);
            var hasOwnTitle = entry.Keys.Title is { } title && !titles.Contains(title);
            StoryMerger.Merge(
                connection,
                feed,
                item,
                new NewStory(
                    feed.Id,
                    article,
                    hasOwnTitle ? text.Key : null,
                    LinkOf(entry.Entry),
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
                    address = LinkOf(entry.Entry),
                    now,
                    isOld = isBaseline || entry.IsOld,
                    held = entry.IsOld ? null : batch,
                }
            );
            if (!isBaseline && !entry.IsOld && batch is null)
                fresh.Add(new NewItem(item, subjects, feed.Id) { DatedAt = dated });
        }

        return fresh;
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

    private void Refresh(SqliteConnection connection, KnownEntry known, FeedDiffEntry entry, ItemText text, string? article)
    {
        connection.Execute(
            """
            UPDATE sightings SET guid_key = @guid, guid_fragment = @IdFragment, link_key = @Link, title_key = @Title,
                content_key = @Content, published_at = @Published,
                is_published = @IsPublished, link = @address WHERE id = @Sighting
            """,
            new
            {
                guid = entry.Keys.Id,
                entry.Keys.IdFragment,
                entry.Keys.Link,
                entry.Keys.Title,
                entry.Keys.Content,
                entry.Keys.Published,
                entry.Keys.IsPublished,
                address = LinkOf(entry.Entry),
                known.Sighting,
            }
        );

        // A link that only carries another token than before is no reason to edit a post.
        var isEdited = known.Keys.Content != entry.Keys.Content || WithoutQuery(known.Link) != WithoutQuery(LinkOf(entry.Entry));
        connection.Execute(
            "UPDATE items SET title = @title, summary = @summary, link = @link, canonical = @article, title_key = @key, revision = "
                + "revision + @isEdited WHERE id = @Item",
            new
            {
                title = Truncate(text.Title, MaxTitleLength),
                summary = Truncate(text.Summary, MaxSummaryLength),
                link = LinkOf(entry.Entry),
                article,
                key = text.Key,
                isEdited,
                known.Item,
            }
        );
        if (!isEdited)
            return;
        Tag(connection, known.Item, tagger.SubjectsOf(text.Title, text.Summary));

        // A digest shows the revisions of many stories, and has none of its own.
        connection.Execute(
            "UPDATE outbox SET state = 'stale' WHERE state = 'sent' AND id IN (SELECT outbox_id FROM digest_items WHERE item_id = @Item)",
            new { known.Item }
        );
    }

    private static string? WithoutQuery(string? link) => link?.Split('?', 2)[0];

    private static string? LinkOf(FeedEntry entry) => LinkOf(entry.Link);

    private static string? LinkOf(string? link) =>
        link is { Length: <= MaxLinkLength } && CanonicalUrl.Normalize(link) is not null ? link : null;

    private static string? Truncate(string? text, int most)
    {
        if (text is null || text.Length <= most)
            return text;
        var end = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return text[..end] + "…";
    }
}
