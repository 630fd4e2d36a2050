using System.Data.Common;
using Dapper;

namespace AiNewsBot.Tests.Harness;

/// <summary>Fills a database as years of use would: posts that are done, subscriptions, and servers with edits.</summary>
/// <param name="Servers">Each with ten edits.</param>
/// <param name="Subscriptions">A multiple of twenty: each story is posted by twenty of them.</param>
/// <param name="Posts">All of them sent, within the past half year.</param>
internal sealed record GrownDatabase(int Servers, int Subscriptions, int Posts)
{
    private const string Numbers = """
        WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < @count)
        """;

    private const int Feeds = 200;
    private const int PostsOfStory = 20;
    private const int EditsOfServer = 10;
    private static readonly long Span = (long)TimeSpan.FromDays(170).TotalMilliseconds;

    /// <summary>The id of a server, from 1.</summary>
    public static string ServerOf(int number) => FormattableString.Invariant($"{200000000000000000 + number}");

    /// <summary>The id of the channel of a subscription, from 1.</summary>
    public static string ChannelOf(int number) => FormattableString.Invariant($"{300000000000000000 + number}");

    /// <summary>Fills one that holds no more than its schema.</summary>
    public async Task FillAsync(DbConnection connection, long now)
    {
        await AddAsync(
            connection,
            Servers,
            now,
            "INSERT INTO servers (id, audit_channel) SELECT CAST(200000000000000000 + n AS TEXT), 'audit' FROM numbers"
        );
        await AddAsync(
            connection,
            Feeds,
            now,
            """
            INSERT INTO feeds (url, kind, origin, is_active, next_poll_at, created_at, polled_at, succeeded_at, baseline_at, identity)
            SELECT 'https://feed' || CAST(n AS TEXT) || '.example/feed', 'Feed', 'Configured', 1, @now + 3600000, 0, @now, @now, 1, 'Id'
            FROM numbers
            """
        );
        await AddAsync(
            connection,
            Subscriptions,
            now,
            """
            INSERT INTO channels (id, kind, server_id, name)
            SELECT CAST(300000000000000000 + n AS TEXT), 'Text', CAST(200000000000000001 + n % @servers AS TEXT), 'news' FROM numbers
            """
        );
        await AddAsync(
            connection,
            Subscriptions,
            now,
            """
            INSERT INTO subscriptions (server_id, channel_id, feed_id, cadence, created_at, digested_to)
            SELECT CAST(200000000000000001 + n % @servers AS TEXT), CAST(300000000000000000 + n AS TEXT), 1 + n % @feeds,
                CASE WHEN n % 10 = 0 THEN 'Daily' ELSE 'Instant' END, 1, @now FROM numbers
            """
        );
        await AddAsync(
            connection,
            Posts / PostsOfStory,
            now,
            """
            INSERT INTO items (kind, title, link, title_key, dated_at, first_seen_at, story_id)
            SELECT 'Entry', 'Story ' || CAST(n AS TEXT), 'https://feed.example/' || CAST(n AS TEXT), 'story ' || CAST(n AS TEXT),
                @now - @span + @span / @count * n, @now - @span + @span / @count * n, n FROM numbers
            """
        );
        await AddAsync(
            connection,
            Posts / PostsOfStory,
            now,
            """
            INSERT INTO sightings (feed_id, item_id, content_key, first_seen_at, is_baseline)
            SELECT 1 + n % @feeds, n, n, @now - @span + @span / @count * n, 0 FROM numbers
            """
        );
        await AddAsync(
            connection,
            Posts,
            now,
            """
            INSERT INTO outbox (kind, subscription_id, item_id, server_id, channel_id, state, nonce, attempts, sending_at, sent_at,
                message_channel_id, message_id, revision, shown, created_at)
            SELECT 'item', 1 + subscription, item, CAST(200000000000000001 + (1 + subscription) % @servers AS TEXT),
                CAST(300000000000000001 + subscription AS TEXT), 'sent', CAST(n AS TEXT), 1, at, at,
                CAST(300000000000000001 + subscription AS TEXT), CAST(n AS TEXT), 1, 'shown', at
            FROM (SELECT n, 1 + (n - 1) / 20 AS item, ((n - 1) % 20) * (@subscriptions / 20) + ((n - 1) / 20) % (@subscriptions / 20)
                AS subscription, @now - @span + @span / @count * n AS at FROM numbers) AS posts
            """
        );
        await AddAsync(
            connection,
            Posts / 10,
            now,
            """
            INSERT INTO digest_items (subscription_id, item_id, added_at, outbox_id)
            SELECT 10 + n % (@subscriptions / 10) * 10, 1 + n / (@subscriptions / 10), @now - @span + @span / @count * n, 1 FROM numbers
            """
        );
        await AddAsync(
            connection,
            Servers * EditsOfServer,
            now,
            """
            INSERT INTO statements (id, layer, subject, property, value, sources, verified_on, rank, qualifiers, position, revision, edited)
            SELECT 'statement ' || CAST(n AS TEXT), CAST(200000000000000001 + n % @servers AS TEXT), 'question-words', 'event',
                CAST(n AS TEXT), '[]', '2026-11-01', 'normal', '{}', n, n, 1 FROM numbers
            """
        );
        await AddAsync(
            connection,
            Servers * EditsOfServer,
            now,
            """
            INSERT INTO revisions (number, layer, statement, subject, property, kind, content, made_at)
            SELECT n, CAST(200000000000000001 + n % @servers AS TEXT), 'statement ' || CAST(n AS TEXT), 'question-words', 'event', 'add',
                '{}', @now - @span + @span / @count * n FROM numbers
            """
        );
        await AddAsync(
            connection,
            Servers,
            now,
            """
            INSERT INTO suggestions (layer, subject, property, content, reason, state, told, made_at)
            SELECT CAST(200000000000000000 + n AS TEXT), 'question-words', 'event', '{}', 'Why', 'approved', 1, @now FROM numbers
            """
        );
        await connection.ExecuteAsync("UPDATE revision_counter SET last = @last", new { last = Servers * EditsOfServer });
    }

    private Task<int> AddAsync(DbConnection connection, long count, long now, string sql) =>
        connection.ExecuteAsync(
            $"{Numbers} {sql}",
            new
            {
                count,
                now,
                servers = (long)Servers,
                subscriptions = (long)Subscriptions,
                feeds = (long)Feeds,
                span = Span,
            },
            commandTimeout: 600
        );
}
