using System.Data.Common;
using AiNewsBot.Answering;
using AiNewsBot.Feeds.Fetching;
using AiNewsBot.News.Configuration;
using AiNewsBot.News.Feeds;
using AiNewsBot.News.Subscriptions;
using AiNewsBot.Scheduling;
using AiNewsBot.Storage;
using Dapper;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.News;

/// <summary>Makes the feeds and subscriptions in the database those of the configuration and of the list that came with the program, beside
/// what moderators added.</summary>
internal sealed partial class OperatorFeedSynchronizer(
    NewsSettings settings,
    IDatabase database,
    SubscriptionStore subscriptions,
    SnapshotHolder snapshots,
    TimeProvider time,
    ILogger<OperatorFeedSynchronizer> logger
)
{
    public async Task ApplyAsync()
    {
        var wanted = Wanted().DistinctBy(feed => feed.Url).ToArray();
        await database.WriteAsync(async connection =>
        {
            foreach (var feed in wanted)
                await PutAsync(connection, feed);
            var known = await connection.QueryAsync<string>("SELECT url FROM feeds WHERE origin IN ('Shipped', 'Configured')");
            await connection.ExecuteAsync(
                """
                UPDATE feeds SET origin = CASE WHEN EXISTS (SELECT 1 FROM server_feeds WHERE feed_id = feeds.id) THEN 'Added' ELSE 'Retired'
                    END,
                    is_active = CASE WHEN EXISTS (SELECT 1 FROM server_feeds WHERE feed_id = feeds.id) THEN is_active ELSE 0 END
                WHERE url = @url
                """,
                known.Except(wanted.Select(feed => feed.Url)).Select(url => new { url })
            );
        });
        await FollowAsync();
    }

    private IEnumerable<WantedFeed> Wanted()
    {
        var configured = settings
            .Feeds.Select(feed =>
                Configure(feed.Url!, SubjectOf(feed.About)) with
                {
                    HasPictures = feed.Pictures,
                    IsExplicit = feed.AgeRestricted,
                    IsTitleAlone = feed.TitleAlone,
                }
            )
            .Concat(settings.Follow.Where(follow => !string.IsNullOrEmpty(follow.Feed)).Select(follow => Configure(follow.Feed!, null)))
            .ToArray();
        var shipped =
            settings.Feeds.Count > 0
                ? []
                : ShippedFeeds.Feeds.Select(feed => new WantedFeed(
                    Normal(feed.Url),
                    FeedKind.Feed,
                    FeedOrigin.Shipped,
                    feed.Title,
                    SubjectOf(feed.About),
                    !feed.IsUncertain
                ));
        var watched = settings.WatchedOrganizations is { } names
            ? names.Select(name => Watch(name, null, FeedOrigin.Configured, true))
            : ShippedFeeds.Organizations.Select(one => Watch(one.Name, SubjectOf(one.About), FeedOrigin.Shipped, !one.IsUncertain));
        return [.. configured, .. shipped, .. watched];
    }

    private WantedFeed Configure(string url, string? about)
    {
        var address = FeedOf(url);
        return new WantedFeed(
            address.ToString(),
            HubFeeds.KindOf(address),
            FeedOrigin.Configured,
            HubFeeds.TitleOf(address),
            about,
            IsOn: true
        );
    }

    // The page of a well-known site means its feed; what a header is for is asked for as it is.
    private FeedAddress FeedOf(string url)
    {
        var address = FeedAddress.TryParse(url)!;
        return settings.SentHeaders().Any(header => header.Address == address) ? address : SiteFeeds.Find(address)?.Address ?? address;
    }

    private WantedFeed Watch(string organization, string? about, FeedOrigin origin, bool isOn) =>
        new(Normal(HubFeeds.ModelsOf(settings.HubUrl, organization)), FeedKind.Hub, origin, $"Hugging Face: {organization}", about, isOn);

    // A feed that comes back after it was off gets a new baseline: what it published meanwhile is no news.
    private Task<int> PutAsync(DbConnection connection, WantedFeed feed) =>
        connection.ExecuteAsync(
            """
            INSERT INTO feeds (url, kind, origin, title, about, is_active, next_poll_at, created_at, has_pictures, is_explicit,
                    is_title_alone)
                VALUES (@Url, @kind, @origin, @Title, @About, @isOn, @now, @now, @hasPictures, @isExplicit, @isTitleAlone)
            ON CONFLICT (url) DO UPDATE SET has_pictures = excluded.has_pictures, is_explicit = excluded.is_explicit,
                is_title_alone = excluded.is_title_alone,
                kind = excluded.kind, origin = excluded.origin, about = excluded.about,
                is_active = CASE WHEN excluded.origin = 'Configured' OR feeds.origin = 'Retired' THEN excluded.is_active
                    ELSE feeds.is_active END,
                baseline_at = CASE WHEN feeds.origin = 'Retired' THEN NULL ELSE feeds.baseline_at END, body_hash = CASE
                    WHEN feeds.origin = 'Retired' THEN NULL ELSE feeds.body_hash END,
                etag = CASE WHEN feeds.origin = 'Retired' THEN NULL ELSE feeds.etag END, last_modified = CASE
                    WHEN feeds.origin = 'Retired' THEN NULL ELSE feeds.last_modified END,
                gone_at = CASE WHEN feeds.origin = 'Retired' THEN NULL ELSE feeds.gone_at END,
                next_poll_at = CASE WHEN feeds.origin = 'Retired' THEN excluded.next_poll_at ELSE feeds.next_poll_at END
            """,
            new
            {
                feed.Url,
                kind = feed.Kind.ToString(),
                origin = feed.Origin.ToString(),
                feed.Title,
                feed.About,
                isOn = feed.IsOn ? 1 : 0,
                hasPictures = feed.HasPictures ? 1 : 0,
                isExplicit = feed.IsExplicit ? 1 : 0,
                isTitleAlone = feed.IsTitleAlone ? 1 : 0,
                now = time.Milliseconds(),
            }
        );

    // In one transaction: one for each of hundreds would take seconds, and tell the other processes of a change each time.
    private async Task FollowAsync()
    {
        var feeds = await ReadFeedIdsAsync();
        var wanted = new List<Subscription>();
        foreach (var follow in settings.Follow)
        {
            var about = string.IsNullOrEmpty(follow.About) ? null : SubjectOf(follow.About);
            if (!string.IsNullOrEmpty(follow.About) && about is null)
                continue;
            var feed = string.IsNullOrEmpty(follow.Feed) ? null : FeedOf(follow.Feed).ToString();
            wanted.Add(
                new Subscription
                {
                    ConfigKey = $"{follow.Channel}|{feed}|{about}|{follow.Cadence}",
                    ChannelId = follow.Channel!,
                    About = about,
                    Cadence = follow.Cadence!.Value,
                    At = follow.At,
                    Weekday = follow.Day,
                    Timezone = follow.Timezone,
                    Mention = string.IsNullOrEmpty(follow.Mention) ? null : follow.Mention,
                    MaxAgeDays = follow.MaxAgeDays,
                    FeedId = feed is null ? null : feeds.GetValueOrDefault(feed),
                }
            );
        }

        await subscriptions.ConfigureAsync(wanted);
    }

    private Task<Dictionary<string, long?>> ReadFeedIdsAsync() =>
        database.ReadAsync(async connection =>
        {
            var ids = new Dictionary<string, long?>();
            foreach (var url in settings.Follow.Select(one => one.Feed).Where(feed => !string.IsNullOrEmpty(feed)).Distinct())
            {
                var feed = FeedOf(url!).ToString();
                ids[feed] = await connection.ExecuteScalarAsync<long?>("SELECT id FROM feeds WHERE url = @feed", new { feed });
            }

            return ids;
        });

    private string? SubjectOf(string? about)
    {
        if (string.IsNullOrWhiteSpace(about))
            return null;
        var (subject, _) = SubjectLookup.Find(snapshots.Current, about, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        if (subject is null)
            UnknownSubject(logger, about);
        return subject?.Id;
    }

    private static string Normal(string url) => FeedAddress.TryParse(url)!.ToString();

    internal sealed record WantedFeed(string Url, FeedKind Kind, FeedOrigin Origin, string? Title, string? About, bool IsOn)
    {
        public bool HasPictures { get; init; } = true;

        public bool IsExplicit { get; init; }

        public bool IsTitleAlone { get; init; }
    }

    [LoggerMessage(1, LogLevel.Warning, "News: unknown subject '{About}'; ignoring what is about it")]
    private static partial void UnknownSubject(ILogger logger, string about);
}
