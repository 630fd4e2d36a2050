using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Texts;
using AiNewsBot.News.Feeds;
using AiNewsBot.News.Subscriptions;
using AiNewsBot.Scheduling;
using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.News.Commands.Following;

/// <summary>How the subscriptions of a server are: what they posted lately, and whether their feeds can be read.</summary>
internal sealed class SubscriptionHealth(IDatabase database, FeedStore feeds, TimeProvider time)
{
    private const int Days = 30;

    /// <summary>A short text for each subscription that has something to tell, in Markdown.</summary>
    public async Task<IReadOnlyDictionary<long, string>> DescribeAsync(
        string server,
        IEnumerable<Subscription> all,
        CancellationToken cancellationToken = default
    )
    {
        var posted = await database.ReadAsync(
            async connection =>
                (
                    await connection.QueryAsync<PostCount>(
                        """
                        SELECT subscription_id AS Subscription, COUNT(*) AS Number, MAX(sent_at) AS Last FROM outbox
                        WHERE server_id = @server AND kind IN ('item', 'digest') AND state IN ('sent', 'stale') AND sent_at > @since
                            AND subscription_id IS NOT NULL
                        GROUP BY subscription_id
                        """,
                        new { server, since = time.GetUtcNow().AddDays(-Days).ToUnixTimeMilliseconds() }
                    )
                ).ToDictionary(count => count.Subscription),
            cancellationToken
        );
        var known = (await feeds.ForServerAsync(server, cancellationToken)).ToDictionary(feed => feed.Id);
        return all.ToDictionary(one => one.Id, one => Describe(posted.GetValueOrDefault(one.Id), FeedOf(one, known)));
    }

    /// <summary>How many feeds of a server cannot be read, of how many.</summary>
    public async Task<(int Failing, int Count)> CountFeedsAsync(string server, CancellationToken cancellationToken = default)
    {
        var all = await feeds.ForServerAsync(server, cancellationToken);
        return (all.Count(IsFailing), all.Count);
    }

    private static FeedRecord? FeedOf(Subscription one, Dictionary<long, FeedRecord> known) =>
        one.FeedId is { } id ? known.GetValueOrDefault(id) : null;

    private static string Describe(PostCount? posted, FeedRecord? feed)
    {
        var texts = ChatTexts.Current;
        var days = ("days", $"{Days}");
        var text = posted is null
            ? texts["list.no_posts", days]
            : texts["list.posts", ("posts", texts.Count("count.posts", posted.Number)), days, ("time", posted.Last.FormatTag('R'))];
        return feed is not null && IsFailing(feed)
            ? texts["list.feed_fault", ("text", text), ("fault", Markdown.Escape(feed.FaultSentence ?? texts["list.feed_gone"]))]
            : text;
    }

    private static bool IsFailing(FeedRecord feed) => feed.Fault is not null || feed.GoneAt is not null;

    internal sealed record PostCount
    {
        public long Subscription { get; init; }

        public int Number { get; init; }

        public long Last { get; init; }
    }
}
