using System.Collections.Immutable;
using AiNewsBot.Feeds;
using AiNewsBot.Feeds.Fetching;
using AiNewsBot.News.Configuration;
using AiNewsBot.News.Feeds;
using AiNewsBot.News.Items;
using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.News.Ingest;

/// <summary>
/// Asks the pages of new entries without a picture for one, before they are stored: once per article, and only where posts show it.
/// </summary>
internal sealed class ArticlePictures(IDatabase database, PagePictureFinder finder, NewsSettings settings, TimeProvider time)
{
    // More at once is a flood: the newest are what is read.
    private const int MaxPages = 10;
    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(15);

    /// <summary>Pictures by the links of the entries.</summary>
    public async Task<ImmutableDictionary<string, EntryPicture>> FindAsync(
        FeedRecord feed,
        PreparedReading prepared,
        CancellationToken cancellationToken
    )
    {
        if (!settings.ArticlePictures || feed.BaselineAt is null || feed.Kind != FeedKind.Feed || prepared.Diff.Doubt is not null)
            return ImmutableDictionary<string, EntryPicture>.Empty;
        var wanted = prepared
            .Drafts.Where(draft => draft is { Entry.IsNew: true, Link: not null, Details.Pictures.IsEmpty: true })
            .OrderByDescending(draft => draft.Entry.Keys.Published ?? long.MaxValue)
            .DistinctBy(draft => draft.Link)
            .Take(MaxPages)
            .ToArray();
        if (wanted.Length == 0 || !await AreShownAsync(feed, cancellationToken))
            return ImmutableDictionary<string, EntryPicture>.Empty;
        using var timeout = new CancellationTokenSource(MaxTime, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        var found = ImmutableDictionary.CreateBuilder<string, EntryPicture>();
        foreach (var draft in wanted)
        {
            try
            {
                if (await FindAsync(draft, end.Token) is { } picture)
                    found[draft.Link!] = picture;
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                // News does not wait for pictures.
                break;
            }
        }

        return found.ToImmutable();
    }

    /// <summary>The drafts with the pictures that were found.</summary>
    public static PreparedReading With(PreparedReading prepared, ImmutableDictionary<string, EntryPicture> found) =>
        found.IsEmpty
            ? prepared
            : prepared with
            {
                Drafts =
                [
                    .. prepared.Drafts.Select(draft =>
                        draft is { Link: { } link, Details: { Pictures.IsEmpty: true } details } && found.TryGetValue(link, out var picture)
                            ? draft with
                            {
                                Details = details with { Pictures = [picture] },
                            }
                            : draft
                    ),
                ],
            };

    private async Task<bool> AreShownAsync(FeedRecord feed, CancellationToken cancellationToken) =>
        await database.ReadAsync(
            connection =>
                connection.ExecuteScalarAsync<long>(
                    """
                    SELECT COUNT(*) FROM subscriptions JOIN feeds ON feeds.id = @Id WHERE subscriptions.is_active = 1
                        AND subscriptions.cadence = 'Instant' AND subscriptions.content = 'Full' AND subscriptions.has_pictures = 1
                        AND feeds.has_pictures = 1 AND (subscriptions.feed_id IS NULL OR subscriptions.feed_id = @Id)
                    """,
                    new { feed.Id }
                ),
            cancellationToken
        ) > 0;

    // Another feed may have told of the same article, and asked for it.
    private async Task<EntryPicture?> FindAsync(ItemDraft draft, CancellationToken cancellationToken)
    {
        if (draft.Article is { } article)
        {
            var known = await database.ReadAsync(
                connection =>
                    connection.QueryFirstOrDefaultAsync<string>(
                        "SELECT details FROM items WHERE canonical = @article AND details IS NOT NULL ORDER BY id LIMIT 1",
                        new { article }
                    ),
                cancellationToken
            );
            if (known is not null)
                return ItemDetailsJson.Read(known).Pictures.FirstOrDefault();
        }

        return FeedAddress.TryParse(draft.Link!) is { } address ? await finder.FindAsync(address, cancellationToken) : null;
    }
}
