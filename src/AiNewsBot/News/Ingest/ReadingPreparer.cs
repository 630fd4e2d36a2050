using AiNewsBot.Feeds;
using AiNewsBot.News.Feeds;
using AiNewsBot.News.Items;
using AiNewsBot.News.Releases;
using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.News.Ingest;

/// <summary>Matches, hashes and tags what a feed says: the work that needs no transaction, done before there is one.</summary>
internal sealed class ReadingPreparer(IDatabase database, ItemTagger tagger)
{
    private const int MaxEntries = 10_000;
    private const int MaxLinkLength = 2048;

    public async Task<PreparedReading> PrepareAsync(FeedRecord feed, Feed document, CancellationToken cancellationToken = default)
    {
        var known = await database.ReadAsync(async connection => (
                    await connection.QueryAsync<SightingRow>(
                        """
                        SELECT id AS Id, item_id AS Item, guid_key AS Guid, guid_fragment AS GuidFragment, link_key AS Link, title_key AS
                            Title,
                            content_key AS Content, published_at AS Published,
                            is_published AS IsPublished, link AS Address
                        FROM sightings WHERE feed_id = @Id ORDER BY id
                        """,
                        new { feed.Id }
                    )
                ).Select(row => row.ToKnown()).ToArray(), cancellationToken);
        var diff = FeedDiff.Create(
            feed.BaselineAt is null ? null : feed.Identity,
            known,
            [.. document.Entries.Take(MaxEntries)],
            feed.IsToRekey
        );
        return new PreparedReading(
            diff,
            [.. Drafts(feed, diff, new FeedSite(feed.Url, feed.MovedTo, document.Link), document.IsExplicit, document.Language)],
            new SightingsMark { Count = known.Length, Last = known.LastOrDefault()?.Sighting ?? 0 }
        );
    }

    private IEnumerable<ItemDraft> Drafts(FeedRecord feed, FeedDiff diff, FeedSite site, bool isExplicit, string? language)
    {
        var prefix = ReleaseFeeds.PrefixOf(feed.Url);
        var titles = diff
            .Entries.Select(entry => entry.Keys.Title)
            .OfType<long>()
            .GroupBy(title => title)
            .Where(group => group.Count() > 1)
            .Select(group => group.Key)
            .ToHashSet();
        var countsFragment = diff.Rule?.CountsFragment() == true;
        foreach (var entry in diff.Entries)
        {
            if (entry.Known is { } same && same.Keys == entry.Keys && !feed.IsToRekey)
                continue;
            var text = ItemText.From(entry.Entry, prefix);
            var link = LinkOf(entry.Entry.Link);

            // A link that only carries another token than before is no reason to edit a post.
            var isEdited =
                entry.Known is { } known && (known.Keys.Content != entry.Keys.Content || WithoutQuery(known.Link) != WithoutQuery(link));
            yield return new ItemDraft(
                entry,
                text,
                link,
                site.ArticleOf(link, LinkOf(entry.Entry.Canonical), countsFragment),
                entry.Known is null || isEdited ? tagger.SubjectsOf(text.Title, text.Summary) : []
            )
            {
                IsEdited = isEdited,
                Details = ItemDetails.From(entry.Entry, isExplicit, language),
                HasOwnTitle = entry.Keys.Title is { } title && !titles.Contains(title),
                Discovery = (entry.Entry as RepositoryEntry)?.Discovery ?? ReleaseFeeds.Discover(feed.Url, entry.Entry.Title),
            };
        }
    }

    private static string? WithoutQuery(string? link) => link?.Split('?', 2)[0];

    private static string? LinkOf(string? link) =>
        link is { Length: <= MaxLinkLength } && CanonicalUrl.Normalize(link) is not null ? link : null;
}
